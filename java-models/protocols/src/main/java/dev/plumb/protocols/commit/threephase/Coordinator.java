package dev.plumb.protocols.commit.threephase;

import dev.plumb.protocols.commit.threephase.Messages.Joined;
import dev.plumb.protocols.commit.threephase.Messages.Outcome;
import dev.plumb.protocols.commit.threephase.Messages.Precommit;
import dev.plumb.protocols.commit.threephase.Messages.Precommitted;
import dev.plumb.protocols.commit.threephase.Messages.Prepare;
import dev.plumb.protocols.commit.threephase.Messages.Promised;
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
import java.util.Locale;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/**
 * The coordinator: asks for promises, tells that it is going to commit, and commits when all know who have not crashed. It tells
 * one after the other, so that it may crash between them. When it comes back from a crash it stays away.
 */
final class Coordinator implements Node<Coordinator.Log, Coordinator.Known> {
    private static final ActionSite PRECOMMIT = ActionSite.of("TMPrecommit");
    private static final ActionSite COMMIT = ActionSite.of("TMCommit");
    private static final ActionSite ABORT = ActionSite.of("TMAbort");
    private static final ActionSite CRASH = ActionSite.of("Crash");

    private final Setup setup;

    /** What the specification's {@code tmState} can be. */
    enum TmState {
        /** It makes a note on its disk that it takes part, and hears nobody before. */
        BEGINNING,
        INIT,
        PRECOMMITTED,
        COMMITTED,
        ABORTED;

        String inSpec() {
            return (this == BEGINNING ? INIT : this).name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is on disk.
     *
     * @param hasCrashed whether that has been told, for it is told once
     */
    record Log(TmState tmState, boolean hasCrashed) {}

    /**
     * What is in memory.
     *
     * @param isUp whether it has not crashed
     * @param tmState what it has said; on disk is what it is going to say
     * @param joined of whom it has heard that they take part
     * @param promised the specification's {@code promised}
     * @param precommitted of whom it has heard that they know
     */
    record Known(
            boolean isUp,
            TmState tmState,
            PSortedSet<String> joined,
            PSortedSet<String> promised,
            PSortedSet<String> precommitted) {
        static Known after(TmState onDisk) {
            return new Known(onDisk == TmState.BEGINNING, onDisk, TreePSet.empty(), TreePSet.empty(), TreePSet.empty());
        }

        Known joinedBy(String rm) {
            return new Known(isUp, tmState, joined.plus(rm), promised, precommitted);
        }

        Known in(TmState other) {
            return new Known(isUp, other, joined, promised, precommitted);
        }

        Known promisedBy(String rm) {
            return new Known(isUp, tmState, joined, promised.plus(rm), precommitted);
        }

        Known precommittedBy(String rm) {
            return new Known(isUp, tmState, joined, promised, precommitted.plus(rm));
        }
    }

    /** Runs out when answers in that state have not come for longer than anybody needs who has not crashed. */
    record Patience(TmState in) {}

    /** Promises are counted when it gets to it. */
    record Count() {}

    /** It is the turn of the next one to be told. */
    record Next(TmState in, int rm) {}

    Coordinator(Setup setup) {
        this.setup = setup;
    }

    @Override
    public Log format() {
        return new Log(TmState.BEGINNING, false);
    }

    @Override
    public Known boot(Log disk) {
        return Known.after(disk.tmState());
    }

    @Override
    public Step<Log, Known> start(State<Log, Known> state) {
        if (state.memory().isUp()) {
            return write(state, TmState.INIT);
        } else if (state.disk().hasCrashed()) {
            return Step.to(state);
        }
        Log told = new Log(state.disk().tmState(), true);
        return crashed(state.withDisk(told)).sync(told);
    }

    @SpecAction("Crash")
    private Step<Log, Known> crashed(State<Log, Known> state) {
        // /\ up' = up \ {p}
        return Step.to(state)
                .note(SpecStep.of(CRASH)
                        .arg("p", setup.number(Setup.COORDINATOR))
                        .removed("up", TlaValue.of(setup.number(Setup.COORDINATOR))));
    }

    private static Step<Log, Known> write(State<Log, Known> state, TmState next) {
        Log log = new Log(next, false);
        return Step.to(state.withDisk(log)).sync(log);
    }

    @Override
    public Step<Log, Known> synced(State<Log, Known> state, Record write) {
        if (!state.memory().isUp()) {
            return Step.to(state);
        }
        return switch (((Log) write).tmState()) {
            case BEGINNING, INIT -> begin(state);
            case PRECOMMITTED -> precommit(state);
            case COMMITTED -> commit(state);
            case ABORTED -> abort(state);
        };
    }

    private Step<Log, Known> begin(State<Log, Known> state) {
        return patiently(Step.to(state.withMemory(state.memory().in(TmState.INIT))))
                .then(this::mayPrepare);
    }

    private Step<Log, Known> mayPrepare(State<Log, Known> state) {
        boolean allHaveJoined = state.memory().joined().size() == setup.n();
        return allHaveJoined && state.memory().tmState() == TmState.INIT ? tell(state, 1) : Step.to(state);
    }

    private Step<Log, Known> patiently(Step<Log, Known> step) {
        TmState now = step.state().memory().tmState();
        return setup.mayCrash() ? step.startTimer(new Patience(now), Setup.ANSWER_MILLIS_MAX) : step;
    }

    /** Tells this one where it stands; a timer each tells those behind it. The last outcome goes to all. */
    private Step<Log, Known> tell(State<Log, Known> state, int rm) {
        TmState now = state.memory().tmState();
        boolean isLast = rm == setup.n();
        Message message =
                switch (now) {
                    case BEGINNING, INIT -> new Prepare();
                    case PRECOMMITTED -> new Precommit();
                    case COMMITTED -> new Outcome(RmState.COMMITTED, isLast);
                    case ABORTED -> new Outcome(RmState.ABORTED, isLast);
                };
        boolean isOver = isLast && message instanceof Outcome;
        List<String> receivers = isOver
                ? setup.resourceManagers()
                : List.of(setup.resourceManagers().get(rm - 1));
        Step<Log, Known> step = Step.to(state).send(receivers, message);
        return isLast ? step : step.startTimer(new Next(now, rm + 1), 0);
    }

    @Override
    public Step<Log, Known> timer(State<Log, Known> state, Record timer) {
        TmState now = state.memory().tmState();
        if (timer instanceof Next next) {
            return next.in() == now ? tell(state, next.rm()) : Step.to(state);
        } else if (timer instanceof Count) {
            return mayPrecommit(state);
        } else if (((Patience) timer).in() != now) {
            return Step.to(state);
        }
        // Those who have not answered have crashed.
        return now == TmState.INIT ? mayAbort(state) : mayCommit(state, setup.resourceManagers());
    }

    @Override
    public Step<Log, Known> deliver(State<Log, Known> state, String from, Message message) {
        Known known = state.memory();
        if (!known.isUp()) {
            return Step.to(state);
        } else if (message instanceof Joined) {
            return Step.to(state.withMemory(known.joinedBy(from))).then(this::mayPrepare);
        } else if (message instanceof Promised) {
            return promised(state, from);
        } else if (message instanceof Refused) {
            return mayAbort(state);
        } else if (message instanceof Precommitted) {
            Known more = known.precommittedBy(from);
            return mayCommit(state.withMemory(more), List.copyOf(more.precommitted()));
        }
        throw new IllegalArgumentException(message + " is not for the coordinator");
    }

    private Step<Log, Known> promised(State<Log, Known> state, String rm) {
        // Prepare(rm): /\ tmState = "init"
        //              /\ promised' = promised \cup {rm}
        return state.memory().tmState() == TmState.INIT
                ? Step.to(state.withMemory(state.memory().promisedBy(rm))).startTimer(new Count(), 0)
                : Step.to(state);
    }

    private Step<Log, Known> mayPrecommit(State<Log, Known> state) {
        // TMPrecommit: /\ tmState = "init"
        //              /\ promised = RM
        boolean allHavePromised = state.memory().promised().size() == setup.n();
        if (state.disk().tmState() != TmState.INIT || !allHavePromised) {
            return Step.to(state);
        }
        return write(state, TmState.PRECOMMITTED);
    }

    @SpecAction("TMPrecommit")
    private Step<Log, Known> precommit(State<Log, Known> state) {
        // /\ tmState' = "precommitted"
        Step<Log, Known> told = Step.to(state.withMemory(state.memory().in(TmState.PRECOMMITTED)))
                .note(SpecStep.of(PRECOMMIT).state("tmState", TmState.PRECOMMITTED.inSpec()))
                .then(now -> tell(now, 1));
        Step<Log, Known> step = patiently(told);
        return setup.bug() == Bug.HASTY_COMMIT ? step.then(now -> mayCommit(now, setup.resourceManagers())) : step;
    }

    private Step<Log, Known> mayCommit(State<Log, Known> state, List<String> knowing) {
        // TMCommit: /\ tmState = "precommitted"
        //           /\ AllPrecommitted: those who do not know have crashed
        boolean isDecided = state.disk().tmState() != TmState.PRECOMMITTED;
        return isDecided || knowing.size() < setup.n() ? Step.to(state) : write(state, TmState.COMMITTED);
    }

    @SpecAction("TMCommit")
    private Step<Log, Known> commit(State<Log, Known> state) {
        // /\ tmState' = "committed"
        return Step.to(state.withMemory(state.memory().in(TmState.COMMITTED)))
                .note(SpecStep.of(COMMIT).state("tmState", TmState.COMMITTED.inSpec()))
                .then(now -> tell(now, 1));
    }

    private Step<Log, Known> mayAbort(State<Log, Known> state) {
        // TMAbort: /\ tmState = "init"
        return state.disk().tmState() == TmState.INIT ? write(state, TmState.ABORTED) : Step.to(state);
    }

    @SpecAction("TMAbort")
    private Step<Log, Known> abort(State<Log, Known> state) {
        // /\ tmState' = "aborted"
        return Step.to(state.withMemory(state.memory().in(TmState.ABORTED)))
                .note(SpecStep.of(ABORT).state("tmState", TmState.ABORTED.inSpec()))
                .then(now -> tell(now, 1));
    }
}
