package dev.plumb.protocols.commit.twophase;

import static dev.plumb.protocols.commit.twophase.Coordinator.TmState.ABORTED;
import static dev.plumb.protocols.commit.twophase.Coordinator.TmState.COMMITTED;
import static dev.plumb.protocols.commit.twophase.Coordinator.TmState.INIT;

import dev.plumb.protocols.commit.twophase.Messages.Abort;
import dev.plumb.protocols.commit.twophase.Messages.Commit;
import dev.plumb.protocols.commit.twophase.Messages.Inquire;
import dev.plumb.protocols.commit.twophase.Messages.Prepare;
import dev.plumb.protocols.commit.twophase.Messages.Prepared;
import dev.plumb.protocols.commit.twophase.Messages.Refused;
import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.SpecAction;
import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;
import java.util.Locale;
import java.util.SortedSet;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * The transaction manager: begins all transactions at once, collects the votes on each, and decides. It gives up on a
 * transaction whose votes do not come. A decision is told once it is safe on disk; the votes are not written down, after a
 * crash they are asked for again.
 */
public final class Coordinator implements Node<Coordinator.Decisions, Coordinator.Ballots> {
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

    /**
     * What is on disk.
     *
     * @param tmStates by transaction; one that is missing is not decided
     */
    public record Decisions(PSortedMap<String, TmState> tmStates) {
        TmState of(String tx) {
            return tmStates.getOrDefault(tx, INIT);
        }

        Decisions with(String tx, TmState outcome) {
            return new Decisions(tmStates.plus(tx, outcome));
        }
    }

    /** What the coordinator knows of one transaction: the specification's {@code tmState} and {@code tmPrepared}. */
    public record Ballot(TmState tmState, PSortedSet<String> tmPrepared) {
        Ballot with(String rm) {
            return new Ballot(tmState, tmPrepared.plus(rm));
        }

        Ballot decided(TmState outcome) {
            return new Ballot(outcome, tmPrepared);
        }
    }

    /**
     * What is in memory.
     *
     * @param ballots by transaction; one that is missing has had no votes yet
     */
    public record Ballots(PSortedMap<String, Ballot> ballots) {
        private static final Ballot NO_VOTES = new Ballot(INIT, TreePSet.empty());

        /** The ballot on this transaction. */
        public Ballot of(String tx) {
            return ballots.getOrDefault(tx, NO_VOTES);
        }

        Ballots with(String tx, Ballot ballot) {
            return new Ballots(ballots.plus(tx, ballot));
        }
    }

    /** Runs out when the coordinator waits no longer for votes. */
    record Patience(String tx) {}

    /** Runs out at once, when the coordinator gets to count the votes. */
    record Count(String tx) {}

    /** Is safe on disk once a sync has ended. */
    record Decision(String tx, TmState outcome) {}

    public Coordinator(Setup setup) {
        this.setup = setup;
    }

    @Override
    public Decisions format() {
        return new Decisions(TreePMap.empty());
    }

    @Override
    public Ballots boot(Decisions disk) {
        Ballots ballots = new Ballots(TreePMap.empty());
        for (String tx : disk.tmStates().keySet()) {
            ballots = ballots.with(tx, ballots.of(tx).decided(disk.of(tx)));
        }
        return ballots;
    }

    @Override
    public Step<Decisions, Ballots> start(State<Decisions, Ballots> state) {
        Step<Decisions, Ballots> step = Step.to(state);
        for (String tx : setup.transactions()) {
            step = state.disk().of(tx) == INIT
                    ? step.send(setup.resourceManagers(), new Prepare(tx)).startTimer(new Patience(tx), PATIENCE_MILLIS)
                    : step.send(setup.resourceManagers(), outcome(state, tx));
        }
        return step.then(this::finishIfAllDecided);
    }

    @Override
    public Step<Decisions, Ballots> deliver(State<Decisions, Ballots> state, String from, Message message) {
        if (message instanceof Prepared vote) {
            return rcvPrepared(state, vote.tx(), from);
        } else if (message instanceof Refused vote) {
            return mayAbort(state, vote.tx());
        } else if (message instanceof Inquire question) {
            return answer(state, question.tx(), from);
        }
        throw new IllegalArgumentException(message + " is not for the coordinator");
    }

    private static Step<Decisions, Ballots> answer(State<Decisions, Ballots> state, String tx, String rm) {
        boolean isDecided = state.memory().of(tx).tmState() != INIT;
        return Step.to(state).send(rm, isDecided ? outcome(state, tx) : new Prepare(tx));
    }

    private static Message outcome(State<Decisions, Ballots> state, String tx) {
        return state.memory().of(tx).tmState() == COMMITTED ? new Commit(tx) : new Abort(tx);
    }

    @Override
    public Step<Decisions, Ballots> timer(State<Decisions, Ballots> state, Record timer) {
        return timer instanceof Count count ? mayCommit(state, count.tx()) : mayAbort(state, ((Patience) timer).tx());
    }

    @SpecAction("TMRcvPrepared")
    private Step<Decisions, Ballots> rcvPrepared(State<Decisions, Ballots> state, String tx, String rm) {
        // /\ tmState = "init"
        // /\ [type |-> "Prepared", rm |-> rm] \in msgs
        if (state.disk().of(tx) != INIT) {
            return Step.to(state);
        }
        // /\ tmPrepared' = tmPrepared \cup {rm}
        Ballot ballot = state.memory().of(tx).with(rm);
        Step<Decisions, Ballots> step = Step.to(state.withMemory(state.memory().with(tx, ballot)))
                .note(SpecStep.of(RCV_PREPARED).run(tx).arg("rm", rm).added("tmPrepared", rm));
        if (!enoughHavePrepared(ballot.tmPrepared())) {
            return step;
        }
        return setup.bug() == Bug.HASTY_COMMIT
                ? step.then(now -> mayCommit(now, tx))
                : step.startTimer(new Count(tx), 0);
    }

    private boolean enoughHavePrepared(SortedSet<String> prepared) {
        return setup.bug() == Bug.HASTY_COMMIT
                ? 2 * prepared.size() > setup.resourceManagers().size()
                : prepared.equals(setup.resourceManagers());
    }

    private Step<Decisions, Ballots> mayCommit(State<Decisions, Ballots> state, String tx) {
        // TMCommit: /\ tmState = "init"
        //           /\ tmPrepared = RM
        return state.disk().of(tx) == INIT
                        && enoughHavePrepared(state.memory().of(tx).tmPrepared())
                ? decide(state, new Decision(tx, COMMITTED))
                : Step.to(state);
    }

    private Step<Decisions, Ballots> mayAbort(State<Decisions, Ballots> state, String tx) {
        // TMAbort: /\ tmState = "init"
        return state.disk().of(tx) == INIT ? decide(state, new Decision(tx, ABORTED)) : Step.to(state);
    }

    private Step<Decisions, Ballots> decide(State<Decisions, Ballots> state, Decision decision) {
        Step<Decisions, Ballots> written = Step.to(state.withDisk(state.disk().with(decision.tx(), decision.outcome())))
                .sync(decision);
        return setup.bug() == Bug.FICKLE_DECISION ? written.then(now -> synced(now, decision)) : written;
    }

    @Override
    public Step<Decisions, Ballots> synced(State<Decisions, Ballots> state, Record write) {
        Decision decision = (Decision) write;
        if (state.memory().of(decision.tx()).tmState() != INIT) { // the bug has told it before
            return Step.to(state);
        }
        Step<Decisions, Ballots> decided =
                decision.outcome() == COMMITTED ? commit(state, decision.tx()) : abort(state, decision.tx());
        return decided.then(this::finishIfAllDecided);
    }

    @SpecAction("TMCommit")
    private Step<Decisions, Ballots> commit(State<Decisions, Ballots> state, String tx) {
        // /\ tmState' = "committed"
        // /\ msgs' = msgs \cup {[type |-> "Commit"]}
        return Step.to(decided(state, tx, COMMITTED))
                .note(SpecStep.of(COMMIT)
                        .run(tx)
                        .state("tmState", COMMITTED.inSpec())
                        .added("msgs", Messages.outcome("Commit")))
                .send(setup.resourceManagers(), new Commit(tx));
    }

    @SpecAction("TMAbort")
    private Step<Decisions, Ballots> abort(State<Decisions, Ballots> state, String tx) {
        // /\ tmState' = "aborted"
        // /\ msgs' = msgs \cup {[type |-> "Abort"]}
        return Step.to(decided(state, tx, ABORTED))
                .note(SpecStep.of(ABORT)
                        .run(tx)
                        .state("tmState", ABORTED.inSpec())
                        .added("msgs", Messages.outcome("Abort")))
                .send(setup.resourceManagers(), new Abort(tx));
    }

    private static State<Decisions, Ballots> decided(State<Decisions, Ballots> state, String tx, TmState outcome) {
        Ballots ballots = state.memory();
        return state.withMemory(ballots.with(tx, ballots.of(tx).decided(outcome)));
    }

    private Step<Decisions, Ballots> finishIfAllDecided(State<Decisions, Ballots> state) {
        boolean allDecided = setup.transactions().stream()
                .allMatch(tx -> state.memory().of(tx).tmState() != INIT);
        return allDecided ? Step.to(state).finish() : Step.to(state);
    }
}
