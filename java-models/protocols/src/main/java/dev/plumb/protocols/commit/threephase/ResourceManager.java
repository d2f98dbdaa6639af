package dev.plumb.protocols.commit.threephase;

import static dev.plumb.protocols.commit.threephase.Setup.COORDINATOR;

import dev.plumb.protocols.commit.threephase.Messages.Align;
import dev.plumb.protocols.commit.threephase.Messages.Aligned;
import dev.plumb.protocols.commit.threephase.Messages.Joined;
import dev.plumb.protocols.commit.threephase.Messages.Outcome;
import dev.plumb.protocols.commit.threephase.Messages.Precommit;
import dev.plumb.protocols.commit.threephase.Messages.Precommitted;
import dev.plumb.protocols.commit.threephase.Messages.Prepare;
import dev.plumb.protocols.commit.threephase.Messages.Promised;
import dev.plumb.protocols.commit.threephase.Messages.RefuseAnswer;
import dev.plumb.protocols.commit.threephase.Messages.Refused;
import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.SpecAction;
import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;
import dev.plumb.traces.TlaValue;
import java.util.List;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/**
 * A resource manager: promises, and does what it is told. When it has heard for long neither of the coordinator nor of one before
 * it, it takes over. On disk is where it is going to be, in memory where it is; when it comes back from a crash it stays away.
 */
final class ResourceManager implements Node<ResourceManager.Log, ResourceManager.Known> {
    private static final ActionSite PREPARE = ActionSite.of("Prepare");
    private static final ActionSite CHOOSE_TO_ABORT = ActionSite.of("ChooseToAbort");
    private static final ActionSite PRECOMMIT = ActionSite.of("Precommit");
    private static final ActionSite FINISH = ActionSite.of("Finish");
    private static final ActionSite ALIGN = ActionSite.of("Align");
    private static final ActionSite BACKUP_DECIDE = ActionSite.of("BackupDecide");
    private static final ActionSite BACKUP_FINISH = ActionSite.of("BackupFinish");
    private static final ActionSite CRASH = ActionSite.of("Crash");

    private final String id;
    private final Setup setup;

    /**
     * What is on disk.
     *
     * @param hasCrashed whether that has been told, for it is told once
     */
    record Log(RmState rmState, boolean hasCrashed) {
        Log in(RmState other) {
            return new Log(other, hasCrashed);
        }
    }

    /**
     * What is in memory.
     *
     * @param isUp whether it has not crashed
     * @param rmState the specification's {@code rmState[rm]}
     * @param hasHeard whether the coordinator, or one who takes over for it, has been heard of
     * @param isOver whether everybody has been told the outcome
     * @param aligned if it has taken over, those who have answered
     */
    record Known(
            boolean isUp,
            RmState rmState,
            boolean hasHeard,
            boolean isOver,
            boolean isBackup,
            PSortedSet<String> aligned) {
        Known in(RmState other) {
            return new Known(isUp, other, hasHeard, isOver, isBackup, aligned);
        }

        Known heard() {
            return new Known(isUp, rmState, true, isOver, isBackup, aligned);
        }

        Known takingOver() {
            return new Known(isUp, rmState, hasHeard, isOver, true, aligned);
        }

        Known over() {
            return new Known(isUp, rmState, hasHeard, true, isBackup, aligned);
        }

        Known alignedBy(String rm) {
            return new Known(isUp, rmState, hasHeard, isOver, isBackup, aligned.plus(rm));
        }
    }

    /**
     * Is safe on disk once a sync has ended.
     *
     * @param by who has asked for it: the coordinator, a backup, or a client
     */
    record Moved(RmState to, Why why, String by) {
        enum Why {
            BEGINS,
            IS_ASKED,
            REFUSES,
            IS_TOLD,
            IS_ALIGNED,
            DECIDES
        }
    }

    /** Runs out when it has heard nobody who leads for long. */
    record Silence() {}

    /** Runs out when whoever has not answered a backup has crashed. */
    record Patience() {}

    ResourceManager(String id, Setup setup) {
        this.id = id;
        this.setup = setup;
    }

    @Override
    public Log format() {
        return new Log(RmState.BEGINNING, false);
    }

    @Override
    public Known boot(Log disk) {
        return new Known(disk.rmState() == RmState.BEGINNING, disk.rmState(), false, false, false, TreePSet.empty());
    }

    @Override
    public Step<Log, Known> start(State<Log, Known> state) {
        if (state.memory().isUp()) {
            return move(state, RmState.WORKING, Moved.Why.BEGINS, id);
        } else if (state.disk().hasCrashed()) {
            return Step.to(state);
        }
        Log told = new Log(state.disk().rmState(), true);
        return crashed(state.withDisk(told)).sync(told);
    }

    @SpecAction("Crash")
    private Step<Log, Known> crashed(State<Log, Known> state) {
        // /\ up' = up \ {p}
        int number = setup.number(id);
        return Step.to(state).note(SpecStep.of(CRASH).arg("p", number).removed("up", TlaValue.of(number)));
    }

    private static Step<Log, Known> move(State<Log, Known> state, RmState to, Moved.Why why, String by) {
        return Step.to(state.withDisk(state.disk().in(to))).sync(new Moved(to, why, by));
    }

    @Override
    public Step<Log, Known> deliver(State<Log, Known> state, String from, Message message) {
        if (!state.memory().isUp()) {
            return Step.to(state);
        }
        Step<Log, Known> step = setup.number(from) < setup.number(id) ? heard(state) : Step.to(state);
        return step.then(now -> received(now, from, message));
    }

    private Step<Log, Known> heard(State<Log, Known> state) {
        return waitForLeader(state.withMemory(state.memory().heard()));
    }

    private Step<Log, Known> waitForLeader(State<Log, Known> state) {
        Step<Log, Known> step = Step.to(state);
        boolean waits = setup.mayCrash() && !state.memory().isOver();
        return waits ? step.startTimer(new Silence(), setup.silenceMillisMax(id)) : step;
    }

    private Step<Log, Known> received(State<Log, Known> state, String from, Message message) {
        if (message instanceof Prepare) {
            return vote(state);
        } else if (message instanceof Precommit) {
            return mayPrecommit(state);
        } else if (message instanceof Outcome told) {
            return told.toAll()
                    ? mayFinish(state.withMemory(state.memory().over()), told.outcome(), from)
                            .stopTimer(new Silence())
                    : mayFinish(state, told.outcome(), from);
        } else if (message instanceof Align align) {
            return mayAlign(state, align.to(), from);
        } else if (message instanceof Aligned) {
            return answered(state, from);
        }
        throw new IllegalArgumentException(message + " is not for a resource manager");
    }

    private Step<Log, Known> vote(State<Log, Known> state) {
        return switch (state.disk().rmState()) {
            // Prepare(rm): /\ rmState[rm] = "working"
            case BEGINNING, WORKING -> move(state, RmState.PREPARED, Moved.Why.IS_ASKED, COORDINATOR);
            case ABORTED -> Step.to(state).send(COORDINATOR, new Refused());
            case PREPARED, PRECOMMITTED, COMMITTED -> Step.to(state);
        };
    }

    private Step<Log, Known> mayPrecommit(State<Log, Known> state) {
        // Precommit(rm): /\ rmState[rm] = "prepared"
        return state.disk().rmState() == RmState.PREPARED
                ? move(state, RmState.PRECOMMITTED, Moved.Why.IS_ASKED, COORDINATOR)
                : Step.to(state);
    }

    private Step<Log, Known> mayFinish(State<Log, Known> state, RmState outcome, String leader) {
        // Finish(rm), BackupFinish(b, rm): /\ ~ Finished(rm)
        return state.disk().rmState().isFinished() ? Step.to(state) : move(state, outcome, Moved.Why.IS_TOLD, leader);
    }

    private Step<Log, Known> mayAlign(State<Log, Known> state, RmState to, String backup) {
        // Align(b, rm): /\ rmState[rm] \in {"prepared", "precommitted"} \ {rmState[b]}
        RmState now = state.disk().rmState();
        if (now == RmState.BEGINNING || now == RmState.WORKING) {
            return move(state, RmState.ABORTED, Moved.Why.REFUSES, backup);
        } else if (now.isFinished() || now == to || setup.bug() == Bug.STUBBORN_MEMBER) {
            return Step.to(state).send(backup, new Aligned());
        }
        return move(state, to, Moved.Why.IS_ALIGNED, backup);
    }

    @Override
    public Step<Log, Known> call(State<Log, Known> state, String client, Message operation) {
        // ChooseToAbort(rm): /\ rmState[rm] = "working"
        boolean mayRefuse = state.memory().isUp() && state.disk().rmState() == RmState.WORKING;
        return mayRefuse
                ? move(state, RmState.ABORTED, Moved.Why.REFUSES, client)
                : Step.to(state).reply(client, new RefuseAnswer(false));
    }

    @Override
    public Step<Log, Known> timer(State<Log, Known> state, Record timer) {
        return timer instanceof Silence ? nobodyLeads(state) : mayDecide(state);
    }

    private Step<Log, Known> nobodyLeads(State<Log, Known> state) {
        RmState now = state.disk().rmState();
        if (now == RmState.WORKING) {
            return move(state, RmState.ABORTED, Moved.Why.REFUSES, id);
        } else if (!state.memory().hasHeard()) { // of a coordinator that has never begun
            return Step.to(state);
        }
        // IsBackup(b)
        State<Log, Known> backup = state.withMemory(state.memory().takingOver());
        return now.isFinished() ? tellOthers(backup) : align(backup);
    }

    private Step<Log, Known> align(State<Log, Known> state) {
        Step<Log, Known> step = Step.to(state)
                .send(others(), new Align(state.disk().rmState()))
                .startTimer(new Patience(), Setup.ANSWER_MILLIS_MAX);
        return setup.bug() == Bug.LONE_BACKUP ? step.then(this::mayDecide) : step;
    }

    private Step<Log, Known> answered(State<Log, Known> state, String rm) {
        Known more = state.memory().alignedBy(rm);
        State<Log, Known> next = state.withMemory(more);
        return more.aligned().size() == setup.n() - 1 ? mayDecide(next) : Step.to(next);
    }

    private Step<Log, Known> mayDecide(State<Log, Known> state) {
        // BackupDecide(b): /\ rmState[b] \in {"prepared", "precommitted"}
        //                  /\ AllAligned(b): those who have not answered have crashed
        RmState now = state.disk().rmState();
        if (!state.memory().isBackup() || !now.isWaiting()) {
            return Step.to(state);
        }
        // BackupOutcome(b) == IF rmState[b] = "precommitted" THEN "committed" ELSE "aborted"
        boolean commits = now == RmState.PRECOMMITTED && setup.bug() != Bug.TIMID_BACKUP;
        return move(state, commits ? RmState.COMMITTED : RmState.ABORTED, Moved.Why.DECIDES, id);
    }

    private Step<Log, Known> tellOthers(State<Log, Known> state) {
        return Step.to(state).send(others(), new Outcome(state.disk().rmState(), true));
    }

    private List<String> others() {
        return setup.resourceManagers().stream().filter(rm -> !rm.equals(id)).toList();
    }

    @Override
    public Step<Log, Known> synced(State<Log, Known> state, Record write) {
        if (!(write instanceof Moved moved)) {
            return Step.to(state);
        }
        if (moved.why() == Moved.Why.IS_ASKED && state.disk().rmState() != moved.to()) {
            return Step.to(state); // what it was asked for is over before it is done
        }
        State<Log, Known> next = state.withMemory(state.memory().in(moved.to()));
        return switch (moved.why()) {
            case BEGINS -> waitForLeader(next).send(COORDINATOR, new Joined());
            case IS_ASKED -> moved.to() == RmState.PREPARED ? prepare(next) : precommit(next);
            case REFUSES -> chooseToAbort(next, moved.by());
            case IS_TOLD -> moved.by().equals(COORDINATOR) ? finish(next) : backupFinish(next, moved.by());
            case IS_ALIGNED -> align(next, moved.by());
            case DECIDES -> backupDecide(next);
        };
    }

    @SpecAction("Prepare")
    private Step<Log, Known> prepare(State<Log, Known> state) {
        // /\ Becomes(rm, "prepared")
        return Step.to(state)
                .note(told(SpecStep.of(PREPARE), state).arg("rm", setup.number(id)))
                .send(COORDINATOR, new Promised());
    }

    @SpecAction("ChooseToAbort")
    private Step<Log, Known> chooseToAbort(State<Log, Known> state, String by) {
        // /\ Becomes(rm, "aborted")
        Step<Log, Known> step = Step.to(state)
                .note(told(SpecStep.of(CHOOSE_TO_ABORT), state).arg("rm", setup.number(id)))
                .send(COORDINATOR, new Refused());
        if (by.equals(id)) {
            return step;
        }
        return others().contains(by) ? step.send(by, new Aligned()) : step.reply(by, new RefuseAnswer(true));
    }

    @SpecAction("Precommit")
    private Step<Log, Known> precommit(State<Log, Known> state) {
        // /\ Becomes(rm, "precommitted")
        return Step.to(state)
                .note(told(SpecStep.of(PRECOMMIT), state).arg("rm", setup.number(id)))
                .send(COORDINATOR, new Precommitted());
    }

    @SpecAction("Finish")
    private Step<Log, Known> finish(State<Log, Known> state) {
        // /\ Becomes(rm, tmState)
        return Step.to(state).note(told(SpecStep.of(FINISH), state).arg("rm", setup.number(id)));
    }

    @SpecAction("Align")
    private Step<Log, Known> align(State<Log, Known> state, String backup) {
        // /\ Becomes(rm, rmState[b])
        return Step.to(state)
                .note(told(SpecStep.of(ALIGN), state)
                        .arg("b", setup.number(backup))
                        .arg("rm", setup.number(id)))
                .send(backup, new Aligned());
    }

    @SpecAction("BackupDecide")
    private Step<Log, Known> backupDecide(State<Log, Known> state) {
        // /\ Becomes(b, BackupOutcome(b))
        return Step.to(state)
                .note(told(SpecStep.of(BACKUP_DECIDE), state).arg("b", setup.number(id)))
                .then(this::tellOthers);
    }

    @SpecAction("BackupFinish")
    private Step<Log, Known> backupFinish(State<Log, Known> state, String backup) {
        // /\ Becomes(rm, rmState[b])
        return Step.to(state)
                .note(told(SpecStep.of(BACKUP_FINISH), state)
                        .arg("b", setup.number(backup))
                        .arg("rm", setup.number(id)));
    }

    /** The step with what all steps of a resource manager tell. */
    private SpecStep told(SpecStep step, State<Log, Known> state) {
        return step.state(
                "rmState",
                Integer.toString(setup.number(id)),
                state.memory().rmState().inSpec());
    }
}
