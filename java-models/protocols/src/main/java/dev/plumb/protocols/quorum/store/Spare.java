package dev.plumb.protocols.quorum.store;

import dev.plumb.protocols.quorum.store.Messages.HandOff;
import dev.plumb.protocols.quorum.store.Messages.HandedOff;
import dev.plumb.protocols.quorum.store.Messages.KeepHint;
import dev.plumb.protocols.quorum.store.Messages.Stored;
import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.SpecAction;
import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/** A node that keeps for homes what they do not take, on disk, and hands it off until they say that they have it. */
final class Spare implements Node<Spare.Hints, Spare.Hints> {
    private static final ActionSite KEEP_HINT = ActionSite.of("KeepHint");
    private static final ActionSite DROP_HINT = ActionSite.of("DropHint");

    private final String id;
    private final Setup setup;

    /** The specification's {@code hints[s]}: on disk what is written, in memory what is safe there. */
    record Hints(PSortedSet<Hint> all) {
        static final Hints NONE = new Hints(TreePSet.empty());

        Hints plus(Hint hint) {
            return new Hints(all.plus(hint));
        }

        Hints minus(Hint hint) {
            return new Hints(all.minus(hint));
        }
    }

    /** What is safe on disk once a sync has ended. */
    sealed interface Written {
        record Kept(String client, int turn, Hint hint) implements Written {}

        record Dropped(Hint hint) implements Written {}
    }

    /** Runs out when a home has not said for long that it has what it was handed. */
    record Patience(Hint hint, int attempt) {}

    Spare(String id, Setup setup) {
        this.id = id;
        this.setup = setup;
    }

    @Override
    public Hints format() {
        return Hints.NONE;
    }

    @Override
    public Hints boot(Hints disk) {
        return disk;
    }

    @Override
    public Step<Hints, Hints> start(State<Hints, Hints> state) {
        Step<Hints, Hints> step = Step.to(state);
        for (Hint hint : state.memory().all()) {
            step = step.then(now -> offer(now, hint, 0));
        }
        return step;
    }

    @Override
    public Step<Hints, Hints> deliver(State<Hints, Hints> state, String from, Message message) {
        if (message instanceof KeepHint keep) {
            return Step.to(state.withDisk(state.disk().plus(keep.hint())))
                    .sync(new Written.Kept(from, keep.turn(), keep.hint()));
        } else if (message instanceof HandedOff done) {
            return mayDrop(state, done.hint());
        }
        throw new IllegalArgumentException(message + " is not for a spare");
    }

    private static Step<Hints, Hints> mayDrop(State<Hints, Hints> state, Hint hint) {
        return state.disk().all().contains(hint)
                ? Step.to(state.withDisk(state.disk().minus(hint))).sync(new Written.Dropped(hint))
                : Step.to(state);
    }

    @Override
    public Step<Hints, Hints> synced(State<Hints, Hints> state, Record write) {
        if (write instanceof Written.Kept kept) {
            return keepHint(state, kept).then(now -> offer(now, kept.hint(), 0));
        }
        return dropHint(state, ((Written.Dropped) write).hint());
    }

    @SpecAction("KeepHint")
    private Step<Hints, Hints> keepHint(State<Hints, Hints> state, Written.Kept asked) {
        // hints' = [hints EXCEPT ![s] = @ \cup {[to |-> h, versions |-> m.versions]}]
        Hints more = state.memory().plus(asked.hint());
        return Step.to(state.withMemory(more))
                .note(SpecStep.of(KEEP_HINT)
                        .arg("s", id)
                        .arg("h", asked.hint().to())
                        .arg("c", asked.client())
                        .arg("k", asked.turn())
                        .state("hints", id, setup.inSpec(more)))
                .send(asked.client(), new Stored(asked.turn()));
    }

    /** Hands it off, as long as it keeps it; in the end it waits for the next time that it is switched on. */
    private Step<Hints, Hints> offer(State<Hints, Hints> state, Hint hint, int attempt) {
        if (!state.memory().all().contains(hint)) {
            return Step.to(state);
        }
        Step<Hints, Hints> step = Step.to(state).send(hint.to(), new HandOff(hint));
        if (setup.bug() == Bug.DROPPED_HINT) {
            return step.then(now -> mayDrop(now, hint));
        }
        return attempt < setup.retries()
                ? step.startTimer(new Patience(hint, attempt), Setup.patienceMillis(attempt))
                : step;
    }

    @Override
    public Step<Hints, Hints> timer(State<Hints, Hints> state, Record timer) {
        Patience patience = (Patience) timer;
        return offer(state, patience.hint(), patience.attempt() + 1);
    }

    @SpecAction("DropHint")
    private Step<Hints, Hints> dropHint(State<Hints, Hints> state, Hint hint) {
        // /\ hint.to = h
        // /\ IsDelivered(hint)
        // /\ hints' = [hints EXCEPT ![s] = @ \ {hint}]
        Hints fewer = state.memory().minus(hint);
        return Step.to(state.withMemory(fewer))
                .note(SpecStep.of(DROP_HINT).arg("s", id).arg("h", hint.to()).state("hints", id, setup.inSpec(fewer)));
    }
}
