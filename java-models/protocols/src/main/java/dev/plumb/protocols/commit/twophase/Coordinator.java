package dev.plumb.protocols.commit.twophase;

import static dev.plumb.protocols.commit.twophase.Coordinator.TmState.ABORTED;
import static dev.plumb.protocols.commit.twophase.Coordinator.TmState.COMMITTED;
import static dev.plumb.protocols.commit.twophase.Coordinator.TmState.INIT;

import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.SpecAction;
import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.Payload;
import dev.plumb.simulation.Step;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The transaction manager: begins all transactions at once, collects the votes on each, and decides. It gives up on a
 * transaction whose votes do not come.
 */
public final class Coordinator implements Node<Coordinator.State> {
    private static final ActionSite RCV_PREPARED = ActionSite.of("TMRcvPrepared");
    private static final ActionSite COMMIT = ActionSite.of("TMCommit");
    private static final ActionSite ABORT = ActionSite.of("TMAbort");

    private static final long PATIENCE_MILLIS = 10_000;

    private final Setup setup;

    /** What the specification's {@code tmState} can be. */
    public enum TmState {
        INIT,
        COMMITTED,
        ABORTED;

        String inSpec() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the coordinator knows of one transaction: the specification's {@code tmState} and {@code tmPrepared}. */
    public record Ballot(TmState tmState, SortedSet<String> tmPrepared) {
        public Ballot {
            tmPrepared = Collections.unmodifiableSortedSet(new TreeSet<>(tmPrepared));
        }

        Ballot with(String rm) {
            SortedSet<String> more = new TreeSet<>(tmPrepared);
            more.add(rm);
            return new Ballot(tmState, more);
        }

        Ballot decided(TmState outcome) {
            return new Ballot(outcome, tmPrepared);
        }
    }

    /**
     * What the coordinator knows.
     *
     * @param ballots by transaction; one that is missing has had no votes yet
     */
    public record State(SortedMap<String, Ballot> ballots) {
        private static final Ballot NO_VOTES = new Ballot(INIT, Collections.emptySortedSet());

        public State {
            ballots = Collections.unmodifiableSortedMap(new TreeMap<>(ballots));
        }

        /** The ballot on this transaction. */
        public Ballot of(String tx) {
            return ballots.getOrDefault(tx, NO_VOTES);
        }

        State with(String tx, Ballot ballot) {
            SortedMap<String, Ballot> more = new TreeMap<>(ballots);
            more.put(tx, ballot);
            return new State(more);
        }
    }

    public Coordinator(Setup setup) {
        this.setup = setup;
    }

    @Override
    public State boot() {
        return new State(Collections.emptySortedMap());
    }

    @Override
    public Step<State> start(State state) {
        Step<State> step = Step.to(state);
        for (String tx : setup.transactions()) {
            step = step.send(setup.resourceManagers(), Messages.about(tx, Messages.PREPARE))
                    .startTimer(tx, PATIENCE_MILLIS);
        }
        return step;
    }

    @Override
    public Step<State> deliver(State state, String from, Payload payload) {
        String tx = Messages.transaction(payload);
        return switch (payload.type()) {
            case Messages.PREPARED -> rcvPrepared(state, tx, from).then(now -> mayCommit(now, tx));
            case Messages.REFUSED -> abort(state, tx);
            default -> throw new IllegalArgumentException(payload + " is not for the coordinator");
        };
    }

    @Override
    public Step<State> timer(State state, String tx) {
        return abort(state, tx);
    }

    @SpecAction("TMRcvPrepared")
    private Step<State> rcvPrepared(State state, String tx, String rm) {
        // /\ tmState = "init"
        // /\ [type |-> "Prepared", rm |-> rm] \in msgs
        if (state.of(tx).tmState() != INIT) {
            return Step.to(state);
        }
        // /\ tmPrepared' = tmPrepared \cup {rm}
        return Step.to(state.with(tx, state.of(tx).with(rm)))
                .note(SpecStep.of(RCV_PREPARED).run(tx).arg("rm", rm).added("tmPrepared", rm));
    }

    private Step<State> mayCommit(State state, String tx) {
        // TMCommit: /\ tmState = "init"
        //           /\ tmPrepared = RM
        Ballot ballot = state.of(tx);
        return ballot.tmState() == INIT && enoughHavePrepared(ballot.tmPrepared()) ? commit(state, tx) : Step.to(state);
    }

    private boolean enoughHavePrepared(SortedSet<String> prepared) {
        return setup.bug() == Bug.HASTY_COMMIT
                ? 2 * prepared.size() > setup.resourceManagers().size()
                : prepared.equals(setup.resourceManagers());
    }

    @SpecAction("TMCommit")
    private Step<State> commit(State state, String tx) {
        // /\ tmState' = "committed"
        // /\ msgs' = msgs \cup {[type |-> "Commit"]}
        return Step.to(state.with(tx, state.of(tx).decided(COMMITTED)))
                .note(SpecStep.of(COMMIT)
                        .run(tx)
                        .state("tmState", COMMITTED.inSpec())
                        .added("msgs", Messages.outcome(Messages.COMMIT)))
                .send(setup.resourceManagers(), Messages.about(tx, Messages.COMMIT))
                .then(this::finishIfAllDecided);
    }

    @SpecAction("TMAbort")
    private Step<State> abort(State state, String tx) {
        // /\ tmState = "init"
        if (state.of(tx).tmState() != INIT) {
            return Step.to(state);
        }
        // /\ tmState' = "aborted"
        // /\ msgs' = msgs \cup {[type |-> "Abort"]}
        return Step.to(state.with(tx, state.of(tx).decided(ABORTED)))
                .note(SpecStep.of(ABORT)
                        .run(tx)
                        .state("tmState", ABORTED.inSpec())
                        .added("msgs", Messages.outcome(Messages.ABORT)))
                .send(setup.resourceManagers(), Messages.about(tx, Messages.ABORT))
                .then(this::finishIfAllDecided);
    }

    private Step<State> finishIfAllDecided(State state) {
        boolean allDecided =
                setup.transactions().stream().allMatch(tx -> state.of(tx).tmState() != INIT);
        return allDecided ? Step.to(state).finish() : Step.to(state);
    }
}
