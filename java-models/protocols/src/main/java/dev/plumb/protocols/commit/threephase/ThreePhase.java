package dev.plumb.protocols.commit.threephase;

import static dev.plumb.protocols.commit.threephase.RmState.ABORTED;
import static dev.plumb.protocols.commit.threephase.RmState.COMMITTED;
import static dev.plumb.protocols.commit.threephase.RmState.PREPARED;
import static dev.plumb.protocols.commit.threephase.Setup.COORDINATOR;

import dev.plumb.protocols.Bugs;
import dev.plumb.protocols.commit.threephase.Coordinator.TmState;
import dev.plumb.simulation.Deployment;
import dev.plumb.simulation.Invariant;
import dev.plumb.simulation.Protocol;
import dev.plumb.simulation.world.NodeState;
import dev.plumb.simulation.world.WorldState;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Three-phase commit of one transaction, which clients may ask each resource manager to abort. */
public class ThreePhase implements Protocol {
    @Override
    public String name() {
        return "threephase";
    }

    @Override
    public List<String> bugs() {
        return Bugs.names(Bug.values());
    }

    @Override
    public boolean countsOnTime() {
        return true;
    }

    /** Whether who does not answer for long is taken for crashed. */
    boolean mayCrash() {
        return true;
    }

    @Override
    public Deployment deploy(int nodes, String bug) {
        Setup setup = new Setup(nodes, mayCrash(), Bugs.named(Bug.class, bug));
        return new Deployment(
                        setup.nodes(),
                        setup.workload(),
                        List.of(),
                        List.of(new Invariant("Consistent", state -> isConsistent(setup, state))),
                        state -> inSpec(setup, state),
                        setup.header())
                .abstractingLater()
                .sometimes("somebody commits", state -> rmStates(setup, state).contains(COMMITTED));
    }

    /** Where a resource manager is or was before its crash: what is safe on its disk. */
    static RmState rmState(String rm, WorldState state) {
        return ((ResourceManager.Log) state.node(rm).synced()).rmState();
    }

    static TmState tmState(WorldState state) {
        return ((Coordinator.Log) state.node(COORDINATOR).synced()).tmState();
    }

    static boolean isUp(String rm, WorldState state) {
        return state.node(rm).status() != NodeState.Status.DOWN
                && state.memory(rm, ResourceManager.Known.class).isUp();
    }

    private static List<RmState> rmStates(Setup setup, WorldState state) {
        return setup.resourceManagers().stream().map(rm -> rmState(rm, state)).toList();
    }

    /** {@code \A a, b \in RM : ~ (rmState[a] = "committed" /\ rmState[b] = "aborted")}. */
    private static boolean isConsistent(Setup setup, WorldState state) {
        List<RmState> all = rmStates(setup, state);
        return !all.contains(COMMITTED) || !all.contains(ABORTED);
    }

    /**
     * The variables of the specification where nobody crashes. A request and its answer are one step there: who has promised is
     * prepared when the coordinator hears of it.
     */
    private static SortedMap<String, TlaValue> inSpec(Setup setup, WorldState state) {
        Coordinator.Known known = state.memory(COORDINATOR, Coordinator.Known.class);
        List<TlaValue> rmStates = new ArrayList<>();
        List<TlaValue> promised = new ArrayList<>();
        List<TlaValue> up = new ArrayList<>(List.of(TlaValue.of(setup.number(COORDINATOR))));
        for (String rm : setup.resourceManagers()) {
            TlaValue number = TlaValue.of(setup.number(rm));
            boolean isPromised = known.promised().contains(rm);
            if (isPromised) {
                promised.add(number);
            }
            RmState rmState = rmState(rm, state);
            rmStates.add(TlaValue.of((rmState == PREPARED && !isPromised ? RmState.WORKING : rmState).inSpec()));
            up.add(number);
        }
        SortedMap<String, TlaValue> variables = new TreeMap<>();
        variables.put("rmState", TlaValue.tuple(rmStates));
        variables.put("tmState", TlaValue.of(tmState(state).inSpec()));
        variables.put("promised", TlaValue.set(promised));
        variables.put("up", TlaValue.set(up));
        variables.put("split", TlaValue.of(false));
        return variables;
    }

    /** The same where nobody crashes and nobody is waited for: small enough to visit all of its states. */
    public static final class Small extends ThreePhase {
        @Override
        public String name() {
            return "threephase-small";
        }

        @Override
        boolean mayCrash() {
            return false;
        }
    }
}
