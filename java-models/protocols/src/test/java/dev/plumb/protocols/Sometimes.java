package dev.plumb.protocols;

import dev.plumb.simulation.Goal;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.world.WorldState;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is worth seeing of a protocol, its goals of that kind, and has been seen in some run. */
final class Sometimes {
    private final SortedSet<String> wanted = new TreeSet<>();
    private final SortedSet<String> seen = new TreeSet<>();

    /** Looks at each state of a run, if there is something that was not seen before. */
    void look(Run run) {
        List<Goal> unseen = run.scenario().deployment().goals().stream()
                .filter(goal -> goal.kind() == Goal.Kind.SOMETIMES && !seen.contains(goal.name()))
                .toList();
        unseen.forEach(goal -> wanted.add(goal.name()));
        List<WorldState> states = unseen.isEmpty() ? List.of() : run.states();
        unseen.stream()
                .filter(goal -> states.stream().anyMatch(goal.isReached()))
                .forEach(goal -> seen.add(goal.name()));
    }

    /** What was not seen in any of the runs. */
    SortedSet<String> missing() {
        SortedSet<String> missing = new TreeSet<>(wanted);
        missing.removeAll(seen);
        return missing;
    }
}
