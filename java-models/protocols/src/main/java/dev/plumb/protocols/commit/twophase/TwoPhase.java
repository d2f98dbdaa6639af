package dev.plumb.protocols.commit.twophase;

import static dev.plumb.protocols.commit.twophase.Coordinator.TmState.INIT;
import static dev.plumb.protocols.commit.twophase.ResourceManager.RmState.ABORTED;
import static dev.plumb.protocols.commit.twophase.ResourceManager.RmState.COMMITTED;

import dev.plumb.protocols.Bugs;
import dev.plumb.simulation.Deployment;
import dev.plumb.simulation.Invariant;
import dev.plumb.simulation.Protocol;
import dev.plumb.simulation.explore.WorldSystem;
import dev.plumb.simulation.world.WorldState;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Two-phase commit of one transaction, which clients may ask each resource manager to abort. */
public final class TwoPhase implements Protocol {
    @Override
    public String name() {
        return "twophase";
    }

    @Override
    public List<String> bugs() {
        return Bugs.names(Bug.values());
    }

    @Override
    public Deployment deploy(int nodes, String bug) {
        Setup setup = Setup.ofOne(nodes, Bugs.named(Bug.class, bug));
        return new Deployment(
                        setup.nodes(),
                        setup.workload(),
                        setup.forgeries(),
                        List.of(new Invariant("Consistent", state -> isConsistent(setup, state))),
                        state -> inSpec(setup, state),
                        new TwoPhaseNodes().header(setup.arguments()))
                .forgetting("tmPrepared")
                .sometimes("somebody commits", state -> setup.resourceManagers().stream()
                        .anyMatch(rm -> knownTo(rm, state).of(transaction(setup)) == COMMITTED))
                .eventually("it is decided", state -> ballot(setup, state).tmState() != INIT)
                .fair(WorldSystem.progress());
    }

    private static String transaction(Setup setup) {
        return setup.transactions().get(0);
    }

    private static Coordinator.Ballot ballot(Setup setup, WorldState state) {
        return state.memory(Setup.COORDINATOR, Coordinator.Ballots.class).of(transaction(setup));
    }

    /** {@code \A a, b \in RM : ~ (rmState[a] = "committed" /\ rmState[b] = "aborted")} for each transaction. */
    private static boolean isConsistent(Setup setup, WorldState state) {
        return setup.transactions().stream().noneMatch(tx -> {
            boolean someCommitted = false;
            boolean someAborted = false;
            for (String rm : setup.resourceManagers()) {
                ResourceManager.RmState rmState = knownTo(rm, state).of(tx);
                someCommitted |= rmState == COMMITTED;
                someAborted |= rmState == ABORTED;
            }
            return someCommitted && someAborted;
        });
    }

    /**
     * The variables of the specification for the first transaction. A resource manager is where it has said that it is; what
     * was ever sent follows from that.
     */
    private static SortedMap<String, TlaValue> inSpec(Setup setup, WorldState state) {
        String tx = transaction(setup);
        Coordinator.Ballot ballot = ballot(setup, state);
        List<TlaValue> msgs = new ArrayList<>();
        setup.resourceManagers().stream()
                .filter(rm -> knownTo(rm, state).promised().contains(tx))
                .forEach(rm -> msgs.add(Messages.prepared(rm)));
        switch (ballot.tmState()) {
            case COMMITTED -> msgs.add(Messages.outcome("Commit"));
            case ABORTED -> msgs.add(Messages.outcome("Abort"));
            case INIT -> {}
        }
        SortedMap<String, TlaValue> rmStates = new TreeMap<>();
        setup.resourceManagers()
                .forEach(rm ->
                        rmStates.put(rm, TlaValue.of(knownTo(rm, state).of(tx).inSpec())));
        SortedMap<String, TlaValue> variables = new TreeMap<>();
        variables.put("rmState", TlaValue.record(rmStates));
        variables.put("tmState", TlaValue.of(ballot.tmState().inSpec()));
        variables.put(
                "tmPrepared",
                TlaValue.set(ballot.tmPrepared().stream().map(TlaValue::of).toList()));
        variables.put("msgs", TlaValue.set(msgs));
        return variables;
    }

    private static ResourceManager.Log knownTo(String rm, WorldState state) {
        return state.memory(rm, ResourceManager.Log.class);
    }
}
