package dev.plumb.protocols.commit.twophase;

import static dev.plumb.protocols.commit.twophase.ResourceManager.RmState.ABORTED;
import static dev.plumb.protocols.commit.twophase.ResourceManager.RmState.COMMITTED;
import static dev.plumb.protocols.commit.twophase.ResourceManager.RmState.PREPARED;
import static dev.plumb.protocols.commit.twophase.ResourceManager.RmState.WORKING;
import static dev.plumb.protocols.commit.twophase.Setup.COORDINATOR;

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

/** A resource manager: votes on a transaction when it is asked, and then does what the coordinator decides. */
public final class ResourceManager implements Node<ResourceManager.State> {
    private static final ActionSite PREPARE = ActionSite.of("RMPrepare");
    private static final ActionSite CHOOSE_TO_ABORT = ActionSite.of("RMChooseToAbort");
    private static final ActionSite RCV_COMMIT = ActionSite.of("RMRcvCommitMsg");
    private static final ActionSite RCV_ABORT = ActionSite.of("RMRcvAbortMsg");

    private final String id;
    private final Setup setup;

    /** What the specification's {@code rmState[rm]} can be. */
    public enum RmState {
        WORKING,
        PREPARED,
        COMMITTED,
        ABORTED;

        String inSpec() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a resource manager knows.
     *
     * @param rmStates by transaction; one that is missing is working
     * @param decided the transactions whose outcome the coordinator has told
     */
    public record State(SortedMap<String, RmState> rmStates, SortedSet<String> decided) {
        public State {
            rmStates = Collections.unmodifiableSortedMap(new TreeMap<>(rmStates));
            decided = Collections.unmodifiableSortedSet(new TreeSet<>(decided));
        }

        /** The specification's {@code rmState[rm]} in the run of this transaction. */
        public RmState of(String tx) {
            return rmStates.getOrDefault(tx, WORKING);
        }

        State with(String tx, RmState rmState) {
            SortedMap<String, RmState> more = new TreeMap<>(rmStates);
            more.put(tx, rmState);
            return new State(more, decided);
        }

        State withDecided(String tx) {
            SortedSet<String> more = new TreeSet<>(decided);
            more.add(tx);
            return new State(rmStates, more);
        }
    }

    public ResourceManager(String id, Setup setup) {
        this.id = id;
        this.setup = setup;
    }

    @Override
    public State boot() {
        return new State(Collections.emptySortedMap(), Collections.emptySortedSet());
    }

    @Override
    public Step<State> deliver(State state, String from, Payload payload) {
        String tx = Messages.transaction(payload);
        return switch (payload.type()) {
            case Messages.PREPARE -> vote(state, tx);
            case Messages.COMMIT -> rcvCommit(state, tx).then(now -> decided(now, tx));
            case Messages.ABORT -> rcvAbort(state, tx).then(now -> decided(now, tx));
            default -> throw new IllegalArgumentException(payload + " is not for a resource manager");
        };
    }

    private Step<State> vote(State state, String tx) {
        // RMPrepare(rm) and RMChooseToAbort(rm): /\ rmState[rm] = "working"
        if (state.of(tx) != WORKING) {
            return Step.to(state);
        }
        return setup.refuses(id, tx) ? chooseToAbort(state, tx) : prepare(state, tx);
    }

    @SpecAction("RMPrepare")
    private Step<State> prepare(State state, String tx) {
        // /\ rmState' = [rmState EXCEPT ![rm] = "prepared"]
        // /\ msgs' = msgs \cup {[type |-> "Prepared", rm |-> rm]}
        return Step.to(state.with(tx, PREPARED))
                .note(SpecStep.of(PREPARE)
                        .run(tx)
                        .arg("rm", id)
                        .state("rmState", id, PREPARED.inSpec())
                        .added("msgs", Messages.prepared(id)))
                .send(COORDINATOR, Messages.about(tx, Messages.PREPARED));
    }

    @SpecAction("RMChooseToAbort")
    private Step<State> chooseToAbort(State state, String tx) {
        // /\ rmState' = [rmState EXCEPT ![rm] = "aborted"]
        // /\ UNCHANGED <<tmState, tmPrepared, msgs>>: in the specification nobody is told, the coordinator just gives
        // up
        return Step.to(state.with(tx, ABORTED))
                .note(SpecStep.of(CHOOSE_TO_ABORT).run(tx).arg("rm", id).state("rmState", id, ABORTED.inSpec()))
                .send(COORDINATOR, Messages.about(tx, Messages.REFUSED));
    }

    @SpecAction("RMRcvCommitMsg")
    private Step<State> rcvCommit(State state, String tx) {
        // /\ [type |-> "Commit"] \in msgs
        // /\ rmState' = [rmState EXCEPT ![rm] = "committed"]
        // The rule does not ask for rmState[rm] # "aborted": that follows from tmPrepared = RM when the coordinator
        // commits.
        // Whoever has aborted has undone its work and cannot follow a coordinator that breaks this.
        if (state.of(tx) == ABORTED) {
            return Step.to(state);
        }
        return Step.to(state.with(tx, COMMITTED))
                .note(SpecStep.of(RCV_COMMIT).run(tx).arg("rm", id).state("rmState", id, COMMITTED.inSpec()));
    }

    @SpecAction("RMRcvAbortMsg")
    private Step<State> rcvAbort(State state, String tx) {
        // /\ [type |-> "Abort"] \in msgs
        // /\ rmState' = [rmState EXCEPT ![rm] = "aborted"]
        // Enabled whatever rmState[rm] is: for one that has aborted by itself it is a step that changes nothing, and is
        // recorded too.
        return Step.to(state.with(tx, ABORTED))
                .note(SpecStep.of(RCV_ABORT).run(tx).arg("rm", id).state("rmState", id, ABORTED.inSpec()));
    }

    private Step<State> decided(State state, String tx) {
        Step<State> step = Step.to(state.withDecided(tx));
        return step.state().decided().size() == setup.transactions().size() ? step.finish() : step;
    }
}
