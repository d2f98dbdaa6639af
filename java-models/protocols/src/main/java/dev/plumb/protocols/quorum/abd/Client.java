package dev.plumb.protocols.quorum.abd;

import dev.plumb.protocols.quorum.abd.Calling.Phase;
import dev.plumb.protocols.quorum.abd.Messages.Ask;
import dev.plumb.protocols.quorum.abd.Messages.Busy;
import dev.plumb.protocols.quorum.abd.Messages.Done;
import dev.plumb.protocols.quorum.abd.Messages.Reported;
import dev.plumb.protocols.quorum.abd.Messages.Store;
import dev.plumb.protocols.quorum.abd.Messages.Stored;
import dev.plumb.protocols.quorum.abd.Messages.Write;
import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.SpecAction;
import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;
import java.util.Optional;

/**
 * A client: makes its user's calls, one at a time. What it remembers across crashes are the numbers that it has used, of calls
 * and of versions, so that no reply is taken for that to another call and no version for another one.
 */
final class Client implements Node<Client.Used, Calling> {
    private static final ActionSite BEGIN_READ = ActionSite.of("BeginRead");
    private static final ActionSite BEGIN_WRITE = ActionSite.of("BeginWrite");
    private static final ActionSite WRITE_AT_ONCE = ActionSite.of("WriteAtOnce");
    private static final ActionSite WRITE_BACK = ActionSite.of("WriteBack");
    private static final ActionSite WRITE_NEWER = ActionSite.of("WriteNewer");
    private static final ActionSite RETURN = ActionSite.of("Return");
    private static final ActionSite CRASH = ActionSite.of("Crash");

    private static final long PATIENCE_MILLIS = 1_000;

    private final String id;
    private final Setup setup;

    /**
     * What is on disk.
     *
     * @param turn the number of the last call
     * @param num the number of the last version that it wrote, the specification's {@code last[c]}
     */
    record Used(int turn, int num) {}

    /** What is safe on disk once a sync has ended: a new number is in use. */
    sealed interface Written {
        /** Of a call; empty if it is a read. */
        record Begun(String user, int turn, Optional<String> value) implements Written {}

        /** Of the version that the call stores. */
        record Numbered(Version version) implements Written {}

        /** Of both. */
        record BegunAtOnce(String user, int turn, Version version) implements Written {}
    }

    /** Runs out when replies have not come for long: requests are sent again. */
    record Patience(int turn, int attempt) {}

    Client(String id, Setup setup) {
        this.id = id;
        this.setup = setup;
    }

    @Override
    public Used format() {
        return new Used(0, 0);
    }

    @Override
    public Calling boot(Used disk) {
        return Calling.after(disk.turn());
    }

    @Override
    public Step<Used, Calling> start(State<Used, Calling> state) {
        boolean isFirst = state.disk().turn() == 0;
        return isFirst ? Step.to(state) : crashed(state);
    }

    @SpecAction("Crash")
    private Step<Used, Calling> crashed(State<Used, Calling> state) {
        // /\ phase' = [phase EXCEPT ![c] = "idle"]
        return Step.to(state).note(told(SpecStep.of(CRASH), Phase.IDLE));
    }

    @Override
    public Step<Used, Calling> call(State<Used, Calling> state, String user, Message operation) {
        if (!state.memory().isIdle() || state.disk().turn() > state.memory().turn()) {
            return Step.to(state).reply(user, new Busy());
        }
        Used used = state.disk();
        int turn = used.turn() + 1;
        if (!(operation instanceof Write write)) {
            return Step.to(state.withDisk(new Used(turn, used.num())))
                    .sync(new Written.Begun(user, turn, Optional.empty()));
        } else if (!setup.isAlone(id)) {
            return Step.to(state.withDisk(new Used(turn, used.num())))
                    .sync(new Written.Begun(user, turn, Optional.of(write.val())));
        }
        Version next = new Version(used.num() + 1, setup.number(id), write.val());
        return Step.to(state.withDisk(new Used(turn, next.num()))).sync(new Written.BegunAtOnce(user, turn, next));
    }

    @Override
    public Step<Used, Calling> synced(State<Used, Calling> state, Record write) {
        if (write instanceof Written.Begun begun) {
            Calling calling = state.memory().asking(begun.user(), begun.turn(), begun.value());
            State<Used, Calling> next = state.withMemory(calling);
            return begun.value().isPresent() ? beginWrite(next, begun.value().get()) : beginRead(next);
        } else if (write instanceof Written.BegunAtOnce begun) {
            Calling calling = state.memory()
                    .asking(
                            begun.user(),
                            begun.turn(),
                            Optional.of(begun.version().val()));
            return writeAtOnce(state.withMemory(calling), begun.version());
        }
        return writeNewer(state, ((Written.Numbered) write).version());
    }

    @SpecAction("BeginRead")
    private Step<Used, Calling> beginRead(State<Used, Calling> state) {
        // /\ phase' = [phase EXCEPT ![c] = "asking"]
        // /\ turn' = [turn EXCEPT ![c] = @ + 1]
        return ask(state)
                .note(told(SpecStep.of(BEGIN_READ), Phase.ASKING)
                        .state("turn", index(), state.memory().turn()));
    }

    @SpecAction("BeginWrite")
    private Step<Used, Calling> beginWrite(State<Used, Calling> state, String value) {
        // /\ version' = [version EXCEPT ![c] = [Oldest EXCEPT !.val = v]]
        return ask(state)
                .note(told(SpecStep.of(BEGIN_WRITE), Phase.ASKING)
                        .arg("v", value)
                        .state("turn", index(), state.memory().turn()));
    }

    private Step<Used, Calling> ask(State<Used, Calling> state) {
        int turn = state.memory().turn();
        return patiently(Step.to(state).send(setup.replicas(), new Ask(turn)), new Patience(turn, 0));
    }

    /** Waits, each time twice as long; in the end for ever. */
    private Step<Used, Calling> patiently(Step<Used, Calling> step, Patience patience) {
        return patience.attempt() < setup.retries()
                ? step.startTimer(patience, PATIENCE_MILLIS << patience.attempt())
                : step;
    }

    @SpecAction("WriteAtOnce")
    private Step<Used, Calling> writeAtOnce(State<Used, Calling> state, Version next) {
        // /\ IsAlone(c)
        // /\ LET next == [num |-> Remembered(c) + 1, by |-> c, val |-> v]
        SpecStep note = told(SpecStep.of(WRITE_AT_ONCE), Phase.STORING)
                .arg("v", next.val())
                .state("turn", index(), state.memory().turn())
                .state("last", index(), next.num());
        return store(state, next, note);
    }

    @Override
    public Step<Used, Calling> deliver(State<Used, Calling> state, String from, Message message) {
        if (message instanceof Reported report) {
            return heard(state, from, report);
        } else if (message instanceof Stored stored) {
            return acknowledged(state, from, stored.turn());
        }
        throw new IllegalArgumentException(message + " is not for a client");
    }

    private Step<Used, Calling> heard(State<Used, Calling> state, String replica, Reported report) {
        Calling calling = state.memory();
        if (report.turn() != calling.turn() || calling.phase() != Phase.ASKING) {
            return Step.to(state);
        }
        Calling more = calling.reported(replica, report.version());
        State<Used, Calling> next = state.withMemory(more);
        if (!setup.isQuorum(more.reports().size())) {
            return Step.to(next);
        }
        return calling.isWrite() ? number(next) : writeBack(next);
    }

    @SpecAction("WriteBack")
    private Step<Used, Calling> writeBack(State<Used, Calling> state) {
        // \E heard \in Heard(c) : RequestStore(c, turn[c], heard)
        Step<Used, Calling> step = store(state, state.memory().newest(), told(SpecStep.of(WRITE_BACK), Phase.STORING));
        return setup.bug() == Bug.HASTY_READ ? step.then(this::done) : step;
    }

    /** Writes down the number of the version that it is going to write, before anybody hears of it. */
    private Step<Used, Calling> number(State<Used, Calling> state) {
        // LET num == Max(heard.num, Remembered(c)) + 1
        Calling calling = state.memory();
        boolean forgets = setup.bug() == Bug.REUSED_NUMBER;
        int num = Math.max(calling.newest().num(), forgets ? 0 : state.disk().num()) + 1;
        Version next = new Version(num, setup.number(id), calling.version().val());
        if (forgets) {
            return writeNewer(state, next);
        }
        return Step.to(state.withMemory(calling.in(Phase.NUMBERING)).withDisk(new Used(calling.turn(), num)))
                .sync(new Written.Numbered(next));
    }

    @SpecAction("WriteNewer")
    private Step<Used, Calling> writeNewer(State<Used, Calling> state, Version next) {
        // /\ \E heard \in Heard(c) : RequestStore(c, turn[c], [num |-> num, by |-> c, val |-> version[c].val])
        // /\ last' = [last EXCEPT ![c] = num]
        return store(state, next, told(SpecStep.of(WRITE_NEWER), Phase.STORING).state("last", index(), next.num()));
    }

    private Step<Used, Calling> store(State<Used, Calling> state, Version version, SpecStep note) {
        int turn = state.memory().turn();
        Step<Used, Calling> step = Step.to(state.withMemory(state.memory().storing(version)))
                .note(note.state("version", index(), version.inSpec()))
                .send(setup.replicas(), new Store(turn, version));
        return patiently(step, new Patience(turn, 0));
    }

    private Step<Used, Calling> acknowledged(State<Used, Calling> state, String replica, int turn) {
        Calling calling = state.memory();
        if (turn != calling.turn() || calling.phase() != Phase.STORING) {
            return Step.to(state);
        }
        Calling more = calling.stored(replica);
        State<Used, Calling> next = state.withMemory(more);
        // IsStored(c) == IsQuorum(acks[c])
        return setup.isQuorum(more.acks().size()) ? done(next) : Step.to(next);
    }

    @SpecAction("Return")
    private Step<Used, Calling> done(State<Used, Calling> state) {
        // /\ phase' = [phase EXCEPT ![c] = "idle"]
        Calling calling = state.memory();
        return Step.to(state.withMemory(calling.over()))
                .note(told(SpecStep.of(RETURN), Phase.IDLE))
                .reply(calling.user(), new Done(calling.version().val()));
    }

    /** Asks those again who have not replied. */
    @Override
    public Step<Used, Calling> timer(State<Used, Calling> state, Record timer) {
        Calling calling = state.memory();
        Patience patience = (Patience) timer;
        int turn = patience.turn();
        if (turn != calling.turn() || calling.isIdle()) {
            return Step.to(state);
        }
        Step<Used, Calling> step = patiently(Step.to(state), new Patience(turn, patience.attempt() + 1));
        for (String replica : setup.replicas()) {
            if (calling.phase() == Phase.ASKING && !calling.reports().containsKey(replica)) {
                step = step.send(replica, new Ask(turn));
            } else if (calling.phase() == Phase.STORING && !calling.acks().contains(replica)) {
                step = step.send(replica, new Store(turn, calling.version()));
            }
        }
        return step;
    }

    /** The step with what all steps of a client tell. */
    private SpecStep told(SpecStep step, Phase after) {
        return step.arg("c", setup.number(id)).state("phase", index(), after.inSpec());
    }

    /** The client as an index of the specification's variables. */
    private String index() {
        return Integer.toString(setup.number(id));
    }
}
