package dev.plumb.simulation.drive;

import dev.plumb.simulation.Effect;
import dev.plumb.simulation.Input;
import dev.plumb.simulation.world.Happened;
import dev.plumb.simulation.world.Move;

/** What happened, in words. */
final class Words {
    private Words() {}

    static String of(Happened happened) {
        Move move = happened.move();
        if (move instanceof Move.Begin) {
            return "all nodes are switched on";
        } else if (move instanceof Move.Faulty fault) {
            return "FAULT " + of(fault);
        } else if (move instanceof Move.Restart restart) {
            return restart.node() + " is switched on again";
        } else if (move instanceof Move.Resume resume) {
            return resume.node() + " goes on";
        } else if (move instanceof Move.Heal heal) {
            return heal.link() + " works again";
        }
        Happened.Act act = happened.acts().get(0);
        return act.node() + " " + of(act.input());
    }

    /** What a node asks for. */
    static String of(Effect effect) {
        if (effect instanceof Effect.Send send) {
            return "sends " + send.message() + " to " + send.to();
        } else if (effect instanceof Effect.StartTimer start) {
            return "starts a timer of " + start.delayMillis() + " ms: " + start.timer();
        } else if (effect instanceof Effect.StopTimer stop) {
            return "stops its timer " + stop.timer();
        } else if (effect instanceof Effect.Sync sync) {
            return "begins to sync " + sync.write();
        } else if (effect instanceof Effect.Reply reply) {
            return "answers " + reply.client() + ": " + reply.answer();
        }
        return "is done";
    }

    private static String of(Input input) {
        if (input instanceof Input.Deliver delivery) {
            return "gets " + delivery.message() + " from " + delivery.from();
        } else if (input instanceof Input.Timer timer) {
            return "has its timer run out: " + timer.timer();
        } else if (input instanceof Input.Call call) {
            return "is called by " + call.client() + ": " + call.operation();
        } else if (input instanceof Input.Synced synced) {
            return "has synced " + synced.write();
        }
        return input.toString();
    }

    private static String of(Move.Faulty move) {
        if (move instanceof Move.Crash crash) {
            return crash.node() + " crashes";
        } else if (move instanceof Move.Tear tear) {
            return tear.node() + " crashes while it writes: the first " + tear.components()
                    + " components of its disk are new";
        } else if (move instanceof Move.LoseWrite lost) {
            return "the disk of " + lost.node() + " says that it has synced, and has not";
        } else if (move instanceof Move.FailSync failure) {
            return "a sync of " + failure.node() + " fails: " + failure.fault().text();
        } else if (move instanceof Move.Pause pause) {
            return pause.node() + " pauses";
        } else if (move instanceof Move.Skew skew) {
            return "the clock of " + skew.node() + " jumps by " + skew.byMillis() + " ms";
        } else if (move instanceof Move.Drift drift) {
            return "the clock of " + drift.node() + " runs " + (drift.ppm() > 0 ? "too fast" : "too slow");
        } else if (move instanceof Move.Slow slow) {
            return slow.node() + " becomes slow";
        }
        return onTheNetwork(move);
    }

    private static String onTheNetwork(Move.Faulty move) {
        if (move instanceof Move.Lose loss) {
            return loss.link() + " loses its message " + (loss.index() + 1);
        } else if (move instanceof Move.Duplicate twice) {
            return twice.link() + " doubles its message " + (twice.index() + 1);
        } else if (move instanceof Move.Block block) {
            return block.link() + " is blocked";
        } else if (move instanceof Move.Forge forged) {
            return forged.link().from() + " forges " + forged.message() + " to "
                    + forged.link().to();
        }
        throw new IllegalArgumentException(move.toString());
    }
}
