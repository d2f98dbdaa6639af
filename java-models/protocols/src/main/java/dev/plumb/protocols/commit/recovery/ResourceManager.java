package dev.plumb.protocols.commit.recovery;

import static dev.plumb.protocols.commit.recovery.Setup.COORDINATOR;

import dev.plumb.protocols.commit.recovery.Messages.Abort;
import dev.plumb.protocols.commit.recovery.Messages.Ack;
import dev.plumb.protocols.commit.recovery.Messages.Commit;
import dev.plumb.protocols.commit.recovery.Messages.Inquire;
import dev.plumb.protocols.commit.recovery.Messages.Prepare;
import dev.plumb.protocols.commit.recovery.Messages.Prepared;
import dev.plumb.protocols.commit.recovery.Messages.RefuseAnswer;
import dev.plumb.protocols.commit.recovery.Messages.Refused;
import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.SpecAction;
import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;
import java.util.Locale;

/**
 * A resource manager: promises when it is asked, unless it has aborted before, and does what it is told. Its log has the
 * promise and the outcome that follows; an abort before the promise needs no record, since that is what it does after a crash.
 */
final class ResourceManager implements Node<ResourceManager.Log, ResourceManager.RmState> {
    private static final ActionSite PREPARE = ActionSite.of("RMPrepare");
    private static final ActionSite CHOOSE_TO_ABORT = ActionSite.of("RMChooseToAbort");
    private static final ActionSite RCV_COMMIT = ActionSite.of("RMRcvCommitMsg");
    private static final ActionSite RCV_ABORT = ActionSite.of("RMRcvAbortMsg");
    private static final ActionSite CRASH = ActionSite.of("RMCrash");
    private static final ActionSite RECOVER = ActionSite.of("RMRecover");

    private final String id;
    private final Setup setup;

    /**
     * What is on disk.
     *
     * @param last the specification's {@code rmLog[rm]}
     */
    record Log(Entry last) {
        /** A log that was never opened is that of a resource manager that has not begun. */
        enum Entry {
            UNOPENED,
            NONE,
            PREPARED,
            COMMITTED,
            ABORTED;

            String inSpec() {
                return (this == UNOPENED ? NONE : this).name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /** What is in memory: the specification's {@code rmState[rm]}. */
    enum RmState {
        /** It opens its log, and hears nobody before. */
        BEGINNING,
        WORKING,
        PREPARED,
        COMMITTED,
        ABORTED;

        String inSpec() {
            return (this == BEGINNING ? WORKING : this).name().toLowerCase(Locale.ROOT);
        }

        boolean isOutcome() {
            return this == COMMITTED || this == ABORTED;
        }

        /** {@code Recovered(record) == IF record = "none" THEN "aborted" ELSE record}. */
        static RmState recovered(Log.Entry last) {
            return switch (last) {
                case UNOPENED -> BEGINNING;
                case NONE, ABORTED -> ABORTED;
                case PREPARED -> PREPARED;
                case COMMITTED -> COMMITTED;
            };
        }
    }

    /** Runs out when it has not heard the outcome for long. */
    record Patience(int attempt) {}

    ResourceManager(String id, Setup setup) {
        this.id = id;
        this.setup = setup;
    }

    @Override
    public Log format() {
        return new Log(Log.Entry.UNOPENED);
    }

    @Override
    public RmState boot(Log disk) {
        boolean isRevived = setup.bug() == Bug.REVIVED_WORK && disk.last() == Log.Entry.NONE;
        return isRevived ? RmState.WORKING : RmState.recovered(disk.last());
    }

    @Override
    public Step<Log, RmState> start(State<Log, RmState> state) {
        return state.disk().last() == Log.Entry.UNOPENED
                ? write(state, Log.Entry.NONE)
                : crashed(state).then(this::recover).then(now -> inquire(now, 0));
    }

    @SpecAction("RMCrash")
    private Step<Log, RmState> crashed(State<Log, RmState> state) {
        // /\ rmState' = [rmState EXCEPT ![rm] = "down"]
        return Step.to(state).note(SpecStep.of(CRASH).arg("rm", id).state("rmState", id, "down"));
    }

    @SpecAction("RMRecover")
    private Step<Log, RmState> recover(State<Log, RmState> state) {
        // /\ rmState' = [rmState EXCEPT ![rm] = Recovered(rmLog[rm])]
        return Step.to(state)
                .note(SpecStep.of(RECOVER)
                        .arg("rm", id)
                        .state("rmState", id, state.memory().inSpec())
                        .state("rmLog", id, state.disk().last().inSpec()));
    }

    /** As long as it does not know the outcome; in the end it waits for ever. */
    private Step<Log, RmState> inquire(State<Log, RmState> state, int attempt) {
        if (state.memory().isOutcome()) {
            return Step.to(state);
        }
        Step<Log, RmState> step = Step.to(state).send(COORDINATOR, new Inquire());
        return attempt < setup.retries() ? step.startTimer(new Patience(attempt), Setup.patienceMillis(attempt)) : step;
    }

    @Override
    public Step<Log, RmState> timer(State<Log, RmState> state, Record timer) {
        return inquire(state, ((Patience) timer).attempt() + 1);
    }

    private static Step<Log, RmState> write(State<Log, RmState> state, Log.Entry entry) {
        Log log = new Log(entry);
        return Step.to(state.withDisk(log)).sync(log);
    }

    @Override
    public Step<Log, RmState> synced(State<Log, RmState> state, Record write) {
        return switch (((Log) write).last()) {
            case UNOPENED, NONE -> inquire(state.withMemory(RmState.WORKING), 0);
            case PREPARED -> state.memory() == RmState.WORKING ? prepare(state) : Step.to(state);
            case COMMITTED -> rcvCommit(state);
            case ABORTED -> state.memory() == RmState.PREPARED ? rcvAbort(state) : Step.to(state);
        };
    }

    @Override
    public Step<Log, RmState> deliver(State<Log, RmState> state, String from, Message message) {
        if (state.memory() == RmState.BEGINNING) {
            return Step.to(state);
        } else if (message instanceof Prepare) {
            return vote(state);
        } else if (message instanceof Commit) {
            return mayCommit(state);
        } else if (message instanceof Abort) {
            return mayAbort(state);
        }
        throw new IllegalArgumentException(message + " is not for a resource manager");
    }

    private Step<Log, RmState> vote(State<Log, RmState> state) {
        return switch (state.memory()) {
            case WORKING -> promise(state);
            case PREPARED -> Step.to(state).send(COORDINATOR, new Prepared());
            case ABORTED -> Step.to(state).send(COORDINATOR, new Refused());
            case BEGINNING, COMMITTED -> Step.to(state);
        };
    }

    private Step<Log, RmState> promise(State<Log, RmState> state) {
        // RMPrepare(rm): /\ rmState[rm] = "working"
        if (state.disk().last() != Log.Entry.NONE) {
            return Step.to(state);
        }
        Step<Log, RmState> written = write(state, Log.Entry.PREPARED);
        return setup.bug() == Bug.FORGETFUL_PROMISE ? written.then(this::prepare) : written;
    }

    @SpecAction("RMPrepare")
    private Step<Log, RmState> prepare(State<Log, RmState> state) {
        // /\ rmState' = [rmState EXCEPT ![rm] = "prepared"]
        // /\ rmLog' = [rmLog EXCEPT ![rm] = PromiseRecord]
        // /\ msgs' = msgs \cup {[type |-> "Prepared", rm |-> rm]}
        return Step.to(state.withMemory(RmState.PREPARED))
                .note(SpecStep.of(PREPARE)
                        .arg("rm", id)
                        .state("rmState", id, RmState.PREPARED.inSpec())
                        .state("rmLog", id, Log.Entry.PREPARED.inSpec())
                        .added("msgs", Messages.from(id, "Prepared")))
                .send(COORDINATOR, new Prepared());
    }

    @Override
    public Step<Log, RmState> call(State<Log, RmState> state, String client, Message operation) {
        // RMChooseToAbort(rm): /\ rmState[rm] = "working"
        boolean mayRefuse = state.memory() == RmState.WORKING && state.disk().last() == Log.Entry.NONE;
        return mayRefuse
                ? chooseToAbort(state).reply(client, new RefuseAnswer(true))
                : Step.to(state).reply(client, new RefuseAnswer(false));
    }

    @SpecAction("RMChooseToAbort")
    private Step<Log, RmState> chooseToAbort(State<Log, RmState> state) {
        // /\ rmState' = [rmState EXCEPT ![rm] = "aborted"]
        // /\ UNCHANGED rmLog: without a record it aborts after a crash, too
        return Step.to(state.withMemory(RmState.ABORTED))
                .note(SpecStep.of(CHOOSE_TO_ABORT).arg("rm", id).state("rmState", id, RmState.ABORTED.inSpec()))
                .send(COORDINATOR, new Refused());
    }

    private Step<Log, RmState> mayCommit(State<Log, RmState> state) {
        // RMRcvCommitMsg(rm): /\ rmState[rm] \in {"prepared", "committed"}
        boolean isAsked = state.memory() == RmState.PREPARED || state.memory() == RmState.COMMITTED;
        return isAsked ? write(state, Log.Entry.COMMITTED) : Step.to(state);
    }

    @SpecAction("RMRcvCommitMsg")
    private Step<Log, RmState> rcvCommit(State<Log, RmState> state) {
        // /\ [type |-> "Commit"] \in msgs
        // /\ rmState' = [rmState EXCEPT ![rm] = "committed"]
        // /\ rmLog' = [rmLog EXCEPT ![rm] = "committed"]
        // /\ msgs' = msgs \cup {[type |-> "Ack", rm |-> rm]}
        return Step.to(state.withMemory(RmState.COMMITTED))
                .note(SpecStep.of(RCV_COMMIT)
                        .arg("rm", id)
                        .state("rmState", id, RmState.COMMITTED.inSpec())
                        .state("rmLog", id, Log.Entry.COMMITTED.inSpec())
                        .added("msgs", Messages.from(id, "Ack")))
                .send(COORDINATOR, new Ack());
    }

    private Step<Log, RmState> mayAbort(State<Log, RmState> state) {
        // RMRcvAbortMsg(rm): /\ rmState[rm] \in {"working", "prepared"}
        if (state.memory().isOutcome()) {
            return Step.to(state);
        }
        // A promise that is under way to the disk must not be the last word there.
        return state.disk().last() == Log.Entry.NONE ? rcvAbort(state) : write(state, Log.Entry.ABORTED);
    }

    @SpecAction("RMRcvAbortMsg")
    private Step<Log, RmState> rcvAbort(State<Log, RmState> state) {
        // /\ [type |-> "Abort"] \in msgs
        // /\ rmState' = [rmState EXCEPT ![rm] = "aborted"]
        // /\ rmLog' = [rmLog EXCEPT ![rm] = IF @ = "none" THEN "none" ELSE "aborted"]
        return Step.to(state.withMemory(RmState.ABORTED))
                .note(SpecStep.of(RCV_ABORT)
                        .arg("rm", id)
                        .state("rmState", id, RmState.ABORTED.inSpec())
                        .state("rmLog", id, state.disk().last().inSpec()));
    }
}
