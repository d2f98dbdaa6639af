package dev.plumb.protocols.commit.recovery;

import static dev.plumb.protocols.commit.recovery.ResourceManager.RmState.ABORTED;
import static dev.plumb.protocols.commit.recovery.ResourceManager.RmState.COMMITTED;
import static dev.plumb.protocols.commit.recovery.ResourceManager.RmState.PREPARED;
import static dev.plumb.protocols.commit.recovery.Setup.COORDINATOR;

import dev.plumb.protocols.Bugs;
import dev.plumb.protocols.SpecValues;
import dev.plumb.protocols.commit.recovery.Coordinator.Known;
import dev.plumb.protocols.commit.recovery.Messages.Abort;
import dev.plumb.protocols.commit.recovery.Messages.Commit;
import dev.plumb.protocols.commit.recovery.ResourceManager.RmState;
import dev.plumb.simulation.Deployment;
import dev.plumb.simulation.Invariant;
import dev.plumb.simulation.Protocol;
import dev.plumb.simulation.explore.WorldSystem;
import dev.plumb.simulation.world.NodeState;
import dev.plumb.simulation.world.WorldState;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/** Two-phase commit of one transaction by nodes that may all crash; clients may ask each resource manager to abort it. */
public class TwoPhaseRecovery implements Protocol {
    /** The waits add up to more than any outage takes. */
    private static final int RETRIES = 6;

    @Override
    public String name() {
        return "twophase-recovery";
    }

    @Override
    public List<String> bugs() {
        return Bugs.names(Bug.values());
    }

    /** How often a node asks or tells again when it hears nothing. */
    int retries() {
        return RETRIES;
    }

    @Override
    public Deployment deploy(int nodes, String bug) {
        Setup setup = Setup.of(nodes, retries(), Bugs.named(Bug.class, bug));
        return new Deployment(
                        setup.nodes(),
                        setup.workload(),
                        List.of(),
                        List.of(
                                new Invariant("Consistent", state -> isConsistent(setup, state)),
                                new Invariant("ForgetsWhenOver", state -> forgetsWhenOver(setup, state))),
                        state -> inSpec(setup, state),
                        setup.header())
                .forgetting("tmPrepared", "msgs")
                .sometimes("somebody commits", state -> setup.resourceManagers().stream()
                        .anyMatch(rm -> outcome(rm, state) == COMMITTED))
                .sometimes("all wait for a coordinator that is down", state -> isBlocked(setup, state))
                .sometimes("a commit is over and forgotten", state -> tmLog(state) == Coordinator.Log.Entry.ENDED)
                .eventually("every resource manager knows the outcome", state -> setup.resourceManagers().stream()
                        .allMatch(rm -> outcome(rm, state).isOutcome()))
                .fair(WorldSystem.progress());
    }

    private static Coordinator.Log.Entry tmLog(WorldState state) {
        return ((Coordinator.Log) state.node(COORDINATOR).synced()).last();
    }

    private static ResourceManager.Log.Entry rmLog(String rm, WorldState state) {
        return ((ResourceManager.Log) state.node(rm).synced()).last();
    }

    private static boolean isDown(String node, WorldState state) {
        return state.node(node).status() == NodeState.Status.DOWN;
    }

    /** {@code Outcome(rm) == IF rmState[rm] = "down" THEN Recovered(rmLog[rm]) ELSE rmState[rm]}. */
    private static RmState outcome(String rm, WorldState state) {
        return isDown(rm, state) ? RmState.recovered(rmLog(rm, state)) : state.memory(rm, RmState.class);
    }

    /** {@code \A a, b \in RM : ~ (Outcome(a) = "committed" /\ Outcome(b) = "aborted")}. */
    private static boolean isConsistent(Setup setup, WorldState state) {
        List<RmState> outcomes =
                setup.resourceManagers().stream().map(rm -> outcome(rm, state)).toList();
        return !outcomes.contains(COMMITTED) || !outcomes.contains(ABORTED);
    }

    /** {@code tmLog = "ended" => \A rm \in RM : rmLog[rm] = "committed"}. */
    private static boolean forgetsWhenOver(Setup setup, WorldState state) {
        return tmLog(state) != Coordinator.Log.Entry.ENDED
                || setup.resourceManagers().stream()
                        .allMatch(rm -> rmLog(rm, state) == ResourceManager.Log.Entry.COMMITTED);
    }

    /** {@code Blocked}, where what was sent and lost counts as not sent: so a commit may also be in the log already. */
    private static boolean isBlocked(Setup setup, WorldState state) {
        List<String> up = setup.resourceManagers().stream()
                .filter(rm -> !isDown(rm, state))
                .toList();
        return isDown(COORDINATOR, state) && !up.isEmpty() && up.stream().allMatch(rm -> waits(rm, state));
    }

    /** Whether it has promised, and no outcome is on its way to it or to its disk. */
    private static boolean waits(String rm, WorldState state) {
        ResourceManager.Log written = (ResourceManager.Log) state.node(rm).disk();
        return state.memory(rm, RmState.class) == PREPARED
                && written.last() == ResourceManager.Log.Entry.PREPARED
                && state.underWay(COORDINATOR, rm).stream()
                        .noneMatch(message -> message instanceof Commit || message instanceof Abort);
    }

    /** The variables of the specification; what was ever sent follows from the logs, but for what was presumed. */
    private static SortedMap<String, TlaValue> inSpec(Setup setup, WorldState state) {
        Known known = state.memory(COORDINATOR, Known.class);
        Coordinator.Log.Entry tmLog = tmLog(state);
        boolean isDown = isDown(COORDINATOR, state) && tmLog != Coordinator.Log.Entry.UNOPENED;
        SortedMap<String, String> rmState = new TreeMap<>();
        SortedMap<String, String> rmLog = new TreeMap<>();
        for (String rm : setup.resourceManagers()) {
            rmState.put(rm, rmState(rm, state));
            rmLog.put(rm, rmLog(rm, state).inSpec());
        }
        PSortedSet<String> nobody = TreePSet.empty();
        SortedMap<String, TlaValue> variables = new TreeMap<>();
        variables.put("rmState", SpecValues.function(rmState));
        variables.put("rmLog", SpecValues.function(rmLog));
        variables.put("tmState", TlaValue.of(isDown ? "down" : known.tmState().inSpec()));
        variables.put("tmLog", TlaValue.of(tmLog.inSpec()));
        variables.put("tmPrepared", SpecValues.set(known.tmPrepared()));
        variables.put("tmAcked", SpecValues.set(isDown ? nobody : known.tmAcked()));
        variables.put("msgs", TlaValue.set(msgs(setup, state)));
        return variables;
    }

    /** One that crashes before it has begun has not crashed. */
    private static String rmState(String rm, WorldState state) {
        boolean isDown = isDown(rm, state) && rmLog(rm, state) != ResourceManager.Log.Entry.UNOPENED;
        return isDown ? "down" : state.memory(rm, RmState.class).inSpec();
    }

    private static List<TlaValue> msgs(Setup setup, WorldState state) {
        List<TlaValue> msgs = new ArrayList<>();
        for (String rm : setup.resourceManagers()) {
            switch (rmLog(rm, state)) {
                case UNOPENED, NONE -> {}
                case PREPARED, ABORTED -> msgs.add(Messages.from(rm, "Prepared"));
                case COMMITTED -> {
                    msgs.add(Messages.from(rm, "Prepared"));
                    msgs.add(Messages.from(rm, "Ack"));
                }
            }
        }
        switch (tmLog(state)) {
            case UNOPENED, NONE -> {}
            case COMMITTED, ENDED -> msgs.add(Messages.outcome("Commit"));
        }
        if (state.memory(COORDINATOR, Known.class).hasToldAbort()) {
            msgs.add(Messages.outcome("Abort"));
        }
        return msgs;
    }

    /** The same, in which nobody asks or tells again: small enough to visit all of its states. */
    public static final class Small extends TwoPhaseRecovery {
        @Override
        public String name() {
            return "twophase-recovery-small";
        }

        @Override
        int retries() {
            return 0;
        }
    }
}
