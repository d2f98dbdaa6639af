package dev.plumb.protocols.commit.recovery;

import dev.plumb.protocols.SpecValues;
import dev.plumb.protocols.commit.recovery.Messages.Abort;
import dev.plumb.protocols.commit.recovery.Messages.Ack;
import dev.plumb.protocols.commit.recovery.Messages.Commit;
import dev.plumb.protocols.commit.recovery.Messages.Inquire;
import dev.plumb.protocols.commit.recovery.Messages.Prepare;
import dev.plumb.protocols.commit.recovery.Messages.Prepared;
import dev.plumb.protocols.commit.recovery.Messages.Refused;
import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.SpecAction;
import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/**
 * The transaction manager: collects the promises, decides and tells. Its log has nothing but a commit, and later that the
 * commit is over: of a transaction of which it finds neither after a crash it says that it was aborted.
 */
final class Coordinator implements Node<Coordinator.Log, Coordinator.Known> {
    private static final ActionSite RCV_PREPARED = ActionSite.of("TMRcvPrepared");
    private static final ActionSite COMMIT = ActionSite.of("TMCommit");
    private static final ActionSite ABORT = ActionSite.of("TMAbort");
    private static final ActionSite RCV_ACK = ActionSite.of("TMRcvAck");
    private static final ActionSite END = ActionSite.of("TMEnd");
    private static final ActionSite ANSWER = ActionSite.of("TMAnswer");
    private static final ActionSite CRASH = ActionSite.of("TMCrash");
    private static final ActionSite RECOVER = ActionSite.of("TMRecover");

    private static final long PATIENCE_MILLIS = 10_000;

    private final Setup setup;

    /**
     * What is on disk.
     *
     * @param last the specification's {@code tmLog}
     */
    record Log(Entry last) {
        /** A log that was never opened is that of a coordinator that has not begun. */
        enum Entry {
            UNOPENED,
            NONE,
            COMMITTED,
            ENDED;

            String inSpec() {
                return (this == UNOPENED ? NONE : this).name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /**
     * What is in memory: the specification's {@code tmState}, {@code tmPrepared} and {@code tmAcked}.
     *
     * @param hasToldAbort for the specification only, which has it in {@code msgs}
     */
    record Known(TmState tmState, PSortedSet<String> tmPrepared, PSortedSet<String> tmAcked, boolean hasToldAbort) {
        static Known after(Log.Entry last) {
            TmState tmState =
                    switch (last) {
                        case UNOPENED -> TmState.BEGINNING;
                        case COMMITTED -> TmState.COMMITTED;
                        case NONE, ENDED -> TmState.NOTHING;
                    };
            return new Known(tmState, TreePSet.empty(), TreePSet.empty(), false);
        }

        Known in(TmState other) {
            return new Known(other, tmPrepared, tmAcked, hasToldAbort);
        }

        Known preparedBy(String rm) {
            return new Known(tmState, tmPrepared.plus(rm), tmAcked, hasToldAbort);
        }

        Known ackedBy(String rm) {
            return new Known(tmState, tmPrepared, tmAcked.plus(rm), hasToldAbort);
        }

        Known toldAbort() {
            return new Known(tmState, tmPrepared, tmAcked, true);
        }
    }

    /** What the coordinator knows of the transaction. */
    enum TmState {
        /** It opens its log, and hears nobody before. */
        BEGINNING,
        INIT,
        COMMITTED,
        NOTHING;

        String inSpec() {
            return (this == BEGINNING ? INIT : this).name().toLowerCase(Locale.ROOT);
        }
    }

    /** Runs out when promises have not come for long. */
    record Patience() {}

    /** Runs out when acknowledgements have not come for long. */
    record Again(int attempt) {}

    Coordinator(Setup setup) {
        this.setup = setup;
    }

    @Override
    public Log format() {
        return new Log(Log.Entry.UNOPENED);
    }

    @Override
    public Known boot(Log disk) {
        return Known.after(disk.last());
    }

    @Override
    public Step<Log, Known> start(State<Log, Known> state) {
        return state.disk().last() == Log.Entry.UNOPENED
                ? write(state, Log.Entry.NONE)
                : crashed(state).then(this::recover).then(now -> answer(now, setup.resourceManagers()));
    }

    @SpecAction("TMCrash")
    private Step<Log, Known> crashed(State<Log, Known> state) {
        // /\ tmState' = "down"
        // /\ tmAcked' = {}
        return Step.to(state)
                .note(SpecStep.of(CRASH).state("tmState", "down").state("tmAcked", SpecValues.set(List.of())));
    }

    @SpecAction("TMRecover")
    private Step<Log, Known> recover(State<Log, Known> state) {
        // /\ tmState' = IF tmLog = "committed" THEN "committed" ELSE "nothing"
        return Step.to(state)
                .note(SpecStep.of(RECOVER)
                        .state("tmState", state.memory().tmState().inSpec())
                        .state("tmLog", state.disk().last().inSpec()));
    }

    private static Step<Log, Known> write(State<Log, Known> state, Log.Entry entry) {
        Log log = new Log(entry);
        return Step.to(state.withDisk(log)).sync(log);
    }

    @Override
    public Step<Log, Known> synced(State<Log, Known> state, Record write) {
        return switch (((Log) write).last()) {
            case UNOPENED, NONE -> begin(state);
            case COMMITTED -> state.memory().tmState() == TmState.INIT ? commit(state) : Step.to(state);
            case ENDED -> end(state);
        };
    }

    private Step<Log, Known> begin(State<Log, Known> state) {
        return Step.to(state.withMemory(state.memory().in(TmState.INIT)))
                .send(setup.resourceManagers(), new Prepare())
                .startTimer(new Patience(), PATIENCE_MILLIS);
    }

    @Override
    public Step<Log, Known> deliver(State<Log, Known> state, String from, Message message) {
        if (state.memory().tmState() == TmState.BEGINNING) {
            return Step.to(state);
        } else if (message instanceof Prepared) {
            return rcvPrepared(state, from);
        } else if (message instanceof Refused) {
            return mayAbort(state);
        } else if (message instanceof Ack) {
            return rcvAck(state, from);
        } else if (message instanceof Inquire) {
            return state.memory().tmState() == TmState.INIT
                    ? Step.to(state).send(from, new Prepare())
                    : answer(state, List.of(from));
        }
        throw new IllegalArgumentException(message + " is not for the coordinator");
    }

    @SpecAction("TMRcvPrepared")
    private Step<Log, Known> rcvPrepared(State<Log, Known> state, String rm) {
        // /\ tmState = "init"
        // /\ [type |-> "Prepared", rm |-> rm] \in msgs
        if (state.memory().tmState() != TmState.INIT) {
            return Step.to(state);
        }
        // /\ tmPrepared' = tmPrepared \cup {rm}
        return Step.to(state.withMemory(state.memory().preparedBy(rm)))
                .note(SpecStep.of(RCV_PREPARED).arg("rm", rm).added("tmPrepared", rm))
                .then(this::mayCommit);
    }

    private Step<Log, Known> mayCommit(State<Log, Known> state) {
        // TMCommit: /\ tmState = "init"
        //           /\ tmPrepared = RM
        boolean isDecided = state.disk().last() != Log.Entry.NONE;
        if (isDecided || !state.memory().tmPrepared().equals(setup.resourceManagers())) {
            return Step.to(state);
        }
        Step<Log, Known> written = write(state, Log.Entry.COMMITTED);
        return setup.bug() == Bug.FICKLE_COMMIT ? written.then(this::commit) : written;
    }

    @SpecAction("TMCommit")
    private Step<Log, Known> commit(State<Log, Known> state) {
        // /\ tmState' = "committed"
        // /\ tmLog' = CommitRecord
        // /\ msgs' = msgs \cup {[type |-> "Commit"]}
        Step<Log, Known> step = Step.to(state.withMemory(state.memory().in(TmState.COMMITTED)))
                .note(SpecStep.of(COMMIT)
                        .state("tmState", TmState.COMMITTED.inSpec())
                        .state("tmLog", Log.Entry.COMMITTED.inSpec())
                        .added("msgs", Messages.outcome("Commit")))
                .stopTimer(new Patience())
                .send(setup.resourceManagers(), new Commit());
        return patiently(step, 0);
    }

    private Step<Log, Known> mayAbort(State<Log, Known> state) {
        // TMAbort: /\ tmState = "init"
        boolean isDecided = state.disk().last() != Log.Entry.NONE;
        return isDecided || state.memory().tmState() != TmState.INIT ? Step.to(state) : abort(state);
    }

    @SpecAction("TMAbort")
    private Step<Log, Known> abort(State<Log, Known> state) {
        // /\ tmState' = "nothing"
        // /\ msgs' = msgs \cup {[type |-> "Abort"]}
        // /\ UNCHANGED tmLog: abort is presumed
        return Step.to(state.withMemory(state.memory().in(TmState.NOTHING).toldAbort()))
                .note(SpecStep.of(ABORT)
                        .state("tmState", TmState.NOTHING.inSpec())
                        .added("msgs", Messages.outcome("Abort")))
                .stopTimer(new Patience())
                .send(setup.resourceManagers(), new Abort());
    }

    @SpecAction("TMRcvAck")
    private Step<Log, Known> rcvAck(State<Log, Known> state, String rm) {
        // /\ tmState = "committed"
        // /\ [type |-> "Ack", rm |-> rm] \in msgs
        if (state.memory().tmState() != TmState.COMMITTED) {
            return Step.to(state);
        }
        // /\ tmAcked' = tmAcked \cup {rm}
        return Step.to(state.withMemory(state.memory().ackedBy(rm)))
                .note(SpecStep.of(RCV_ACK).arg("rm", rm).added("tmAcked", rm))
                .then(this::mayEnd);
    }

    private Step<Log, Known> mayEnd(State<Log, Known> state) {
        // TMEnd: /\ tmState = "committed"
        //        /\ AllAcked
        boolean isOver = state.disk().last() == Log.Entry.ENDED;
        return isOver || !allAcked(state.memory().tmAcked()) ? Step.to(state) : write(state, Log.Entry.ENDED);
    }

    /** {@code AllAcked == tmAcked = RM}. */
    private boolean allAcked(SortedSet<String> acked) {
        return acked.equals(setup.resourceManagers()) || setup.bug() == Bug.PREMATURE_END;
    }

    @SpecAction("TMEnd")
    private Step<Log, Known> end(State<Log, Known> state) {
        // /\ tmState' = "nothing"
        // /\ tmLog' = "ended"
        return Step.to(state.withMemory(state.memory().in(TmState.NOTHING)))
                .note(SpecStep.of(END)
                        .state("tmState", TmState.NOTHING.inSpec())
                        .state("tmLog", Log.Entry.ENDED.inSpec()));
    }

    @SpecAction("TMAnswer")
    private Step<Log, Known> answer(State<Log, Known> state, Collection<String> asking) {
        // /\ tmState \in {"committed", "nothing"}
        // /\ msgs' = msgs \cup {[type |-> IF tmState = "committed" THEN "Commit" ELSE Presumed]}
        boolean isCommitted = state.memory().tmState() == TmState.COMMITTED || setup.bug() == Bug.OPTIMISTIC_ANSWER;
        Step<Log, Known> step = Step.to(
                        isCommitted ? state : state.withMemory(state.memory().toldAbort()))
                .note(SpecStep.of(ANSWER).added("msgs", Messages.outcome(isCommitted ? "Commit" : "Abort")))
                .send(asking, isCommitted ? new Commit() : new Abort());
        return patiently(step, 0);
    }

    /** While a commit is not over. In the end it waits for ever. */
    private Step<Log, Known> patiently(Step<Log, Known> step, int attempt) {
        boolean isOpen = step.state().memory().tmState() == TmState.COMMITTED;
        return isOpen && attempt < setup.retries()
                ? step.startTimer(new Again(attempt), Setup.patienceMillis(attempt))
                : step;
    }

    @Override
    public Step<Log, Known> timer(State<Log, Known> state, Record timer) {
        if (timer instanceof Patience) {
            return mayAbort(state);
        } else if (state.memory().tmState() != TmState.COMMITTED) {
            return Step.to(state);
        }
        SortedSet<String> silent = new TreeSet<>(setup.resourceManagers());
        silent.removeAll(state.memory().tmAcked());
        return patiently(Step.to(state).send(silent, new Commit()), ((Again) timer).attempt() + 1);
    }
}
