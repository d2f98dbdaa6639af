package dev.plumb.protocols;

import dev.plumb.simulation.Goal;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.world.WorldState;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is worth seeing of a protocol, its goals of that kind, and has been seen in some run. */
public final class Sometimes {
    private final SortedSet<String> wanted = new TreeSet<>();
    private final SortedSet<String> seen = new TreeSet<>();

    /** Looks at each state of a run. */
    public void look(Run run) {
        List<WorldState> states = run.states();
        for (Goal goal : run.scenario().deployment().goals()) {
            if (goal.kind() == Goal.Kind.SOMETIMES) {
                wanted.add(goal.name());
                if (states.stream().anyMatch(goal.isReached())) {
                    seen.add(goal.name());
                }
            }
        }
    }

    /** What was not seen in any of the runs. */
    public SortedSet<String> missing() {
        SortedSet<String> missing = new TreeSet<>(wanted);
        missing.removeAll(seen);
        return missing;
    }
}
