package dev.plumb.protocols.commit.twophase;

import static dev.plumb.protocols.commit.twophase.ResourceManager.RmState.ABORTED;
import static dev.plumb.protocols.commit.twophase.ResourceManager.RmState.COMMITTED;
import static dev.plumb.protocols.commit.twophase.ResourceManager.RmState.PREPARED;
import static dev.plumb.protocols.commit.twophase.ResourceManager.RmState.WORKING;
import static dev.plumb.protocols.commit.twophase.Setup.COORDINATOR;

import dev.plumb.protocols.commit.twophase.Messages.Abort;
import dev.plumb.protocols.commit.twophase.Messages.Commit;
import dev.plumb.protocols.commit.twophase.Messages.Inquire;
import dev.plumb.protocols.commit.twophase.Messages.Prepare;
import dev.plumb.protocols.commit.twophase.Messages.Prepared;
import dev.plumb.protocols.commit.twophase.Messages.Refuse;
import dev.plumb.protocols.commit.twophase.Messages.RefuseAnswer;
import dev.plumb.protocols.commit.twophase.Messages.Refused;
import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.SpecAction;
import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;
import java.util.Locale;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * A resource manager: promises to do what is decided when it is asked, unless a client had it abort before, and then does
 * what the coordinator decides. It writes down what it is going to say or do, and says or does it once that is safe.
 */
public final class ResourceManager implements Node<ResourceManager.Log, ResourceManager.Log> {
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
     * How far the transactions have come: on disk what is written, in memory what has been said and done.
     *
     * @param rmStates by transaction; one that is missing is working
     * @param promised the transactions that were ever prepared
     * @param decided the transactions whose outcome the coordinator has told
     */
    public record Log(PSortedMap<String, RmState> rmStates, PSortedSet<String> promised, PSortedSet<String> decided) {
        static final Log EMPTY = new Log(TreePMap.empty(), TreePSet.empty(), TreePSet.empty());

        /** The specification's {@code rmState[rm]} in the run of this transaction. */
        public RmState of(String tx) {
            return rmStates.getOrDefault(tx, WORKING);
        }

        Log with(String tx, RmState rmState) {
            return new Log(rmStates.plus(tx, rmState), rmState == PREPARED ? promised.plus(tx) : promised, decided);
        }

        Log decided(String tx, RmState outcome) {
            return with(tx, outcome).decided(tx);
        }

        Log decided(String tx) {
            return new Log(rmStates, promised, decided.plus(tx));
        }
    }

    /** What is safe on disk once a sync has ended. */
    sealed interface Written {
        record Promise(String tx) implements Written {}

        record Refusal(String tx, String client) implements Written {}

        record Outcome(String tx, RmState rmState) implements Written {}
    }

    public ResourceManager(String id, Setup setup) {
        this.id = id;
        this.setup = setup;
    }

    @Override
    public Log format() {
        return Log.EMPTY;
    }

    @Override
    public Log boot(Log disk) {
        return disk;
    }

    /** After a crash: asks how the transactions ended on which it has voted. */
    @Override
    public Step<Log, Log> start(State<Log, Log> state) {
        Step<Log, Log> step = Step.to(state);
        for (String tx : state.disk().rmStates().keySet()) {
            if (!state.disk().decided().contains(tx)) {
                step = step.send(COORDINATOR, new Inquire(tx));
            }
        }
        return step.then(this::finishIfAllDecided);
    }

    @Override
    public Step<Log, Log> deliver(State<Log, Log> state, String from, Message message) {
        if (message instanceof Prepare prepare) {
            return vote(state, prepare.tx());
        } else if (message instanceof Commit commit) {
            return writeOutcome(state, commit.tx(), COMMITTED);
        } else if (message instanceof Abort abort) {
            return writeOutcome(state, abort.tx(), ABORTED);
        }
        throw new IllegalArgumentException(message + " is not for a resource manager");
    }

    @Override
    public Step<Log, Log> call(State<Log, Log> state, String client, Message operation) {
        return refuse(state, client, ((Refuse) operation).tx());
    }

    private Step<Log, Log> vote(State<Log, Log> state, String tx) {
        return switch (state.memory().of(tx)) {
            case WORKING -> promise(state, tx);
            case PREPARED -> Step.to(state).send(COORDINATOR, new Prepared(tx));
            case ABORTED ->
                state.memory().decided().contains(tx)
                        ? Step.to(state)
                        : Step.to(state).send(COORDINATOR, new Refused(tx));
            case COMMITTED -> Step.to(state);
        };
    }

    private Step<Log, Log> promise(State<Log, Log> state, String tx) {
        // RMPrepare(rm): /\ rmState[rm] = "working"
        if (state.disk().of(tx) != WORKING) {
            return Step.to(state);
        }
        State<Log, Log> written = state.withDisk(state.disk().with(tx, PREPARED));
        return sync(written, new Written.Promise(tx), Bug.FORGETFUL_PROMISE);
    }

    private Step<Log, Log> refuse(State<Log, Log> state, String client, String tx) {
        // RMChooseToAbort(rm): /\ rmState[rm] = "working"
        if (state.disk().of(tx) != WORKING) {
            return Step.to(state).reply(client, new RefuseAnswer(tx, false));
        }
        State<Log, Log> written = state.withDisk(state.disk().with(tx, ABORTED));
        return sync(written, new Written.Refusal(tx, client), Bug.REVIVED_TRANSACTION);
    }

    private Step<Log, Log> writeOutcome(State<Log, Log> state, String tx, RmState outcome) {
        // The rules do not ask for rmState[rm]: that nobody commits what another one has aborted follows from
        // tmPrepared = RM
        // when the coordinator commits. Whoever has aborted has undone its work and cannot follow a coordinator that
        // breaks
        // this; it only waits no longer.
        if (state.disk().of(tx) == ABORTED && outcome == COMMITTED) {
            return Step.to(state.withMemory(state.memory().decided(tx))).then(this::finishIfAllDecided);
        }
        return Step.to(state.withDisk(state.disk().decided(tx, outcome))).sync(new Written.Outcome(tx, outcome));
    }

    /** Says what was written once it is safe, or with the bug at once. */
    private Step<Log, Log> sync(State<Log, Log> state, Record write, Bug hurry) {
        Step<Log, Log> written = Step.to(state).sync(write);
        return setup.bug() == hurry ? written.then(now -> synced(now, write)) : written;
    }

    @Override
    public Step<Log, Log> synced(State<Log, Log> state, Record write) {
        if (write instanceof Written.Promise promise) {
            return prepare(state, promise.tx());
        } else if (write instanceof Written.Refusal refusal) {
            return chooseToAbort(state, refusal);
        }
        Written.Outcome outcome = (Written.Outcome) write;
        Step<Log, Log> done =
                outcome.rmState() == COMMITTED ? rcvCommit(state, outcome.tx()) : rcvAbort(state, outcome.tx());
        return done.then(this::finishIfAllDecided);
    }

    @SpecAction("RMPrepare")
    private Step<Log, Log> prepare(State<Log, Log> state, String tx) {
        // /\ rmState' = [rmState EXCEPT ![rm] = "prepared"]
        // /\ msgs' = msgs \cup {[type |-> "Prepared", rm |-> rm]}
        if (state.memory().of(tx) != WORKING) { // the bug has said it before
            return Step.to(state);
        }
        return Step.to(state.withMemory(state.memory().with(tx, PREPARED)))
                .note(SpecStep.of(PREPARE)
                        .run(tx)
                        .arg("rm", id)
                        .state("rmState", id, PREPARED.inSpec())
                        .added("msgs", Messages.prepared(id)))
                .send(COORDINATOR, new Prepared(tx));
    }

    @SpecAction("RMChooseToAbort")
    private Step<Log, Log> chooseToAbort(State<Log, Log> state, Written.Refusal refusal) {
        // /\ rmState' = [rmState EXCEPT ![rm] = "aborted"]
        // /\ UNCHANGED <<tmState, tmPrepared, msgs>>: in the specification nobody is told, the coordinator just gives
        // up
        String tx = refusal.tx();
        if (state.memory().of(tx) != WORKING) { // the bug has said it before
            return Step.to(state);
        }
        return Step.to(state.withMemory(state.memory().with(tx, ABORTED)))
                .note(SpecStep.of(CHOOSE_TO_ABORT).run(tx).arg("rm", id).state("rmState", id, ABORTED.inSpec()))
                .send(COORDINATOR, new Refused(tx))
                .reply(refusal.client(), new RefuseAnswer(tx, true));
    }

    @SpecAction("RMRcvCommitMsg")
    private Step<Log, Log> rcvCommit(State<Log, Log> state, String tx) {
        // /\ [type |-> "Commit"] \in msgs
        // /\ rmState' = [rmState EXCEPT ![rm] = "committed"]
        return Step.to(state.withMemory(state.memory().decided(tx, COMMITTED)))
                .note(SpecStep.of(RCV_COMMIT).run(tx).arg("rm", id).state("rmState", id, COMMITTED.inSpec()));
    }

    @SpecAction("RMRcvAbortMsg")
    private Step<Log, Log> rcvAbort(State<Log, Log> state, String tx) {
        // /\ [type |-> "Abort"] \in msgs
        // /\ rmState' = [rmState EXCEPT ![rm] = "aborted"]
        // Enabled whatever rmState[rm] is: for one that has aborted by itself it is a step that changes nothing, and is
        // recorded too.
        return Step.to(state.withMemory(state.memory().decided(tx, ABORTED)))
                .note(SpecStep.of(RCV_ABORT).run(tx).arg("rm", id).state("rmState", id, ABORTED.inSpec()));
    }

    private Step<Log, Log> finishIfAllDecided(State<Log, Log> state) {
        Step<Log, Log> step = Step.to(state);
        return state.memory().decided().size() == setup.transactions().size() ? step.finish() : step;
    }
}
