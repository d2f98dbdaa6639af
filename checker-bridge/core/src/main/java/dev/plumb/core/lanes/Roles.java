package dev.plumb.core.lanes;

import dev.plumb.kernel.api.Cell;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Processes of a spec that has one of each kind, such as a sender and a receiver, and so no function from processes to
 * their states: variables that are changed together, but for those that carry messages, are taken for one process's.
 */
final class Roles implements Actors {
    private final Run run;
    private final Oracle oracle;
    private final Set<String> own;
    private final List<Set<String>> roles = new ArrayList<>();
    private final Map<String, Set<String>> changedBy = new TreeMap<>();

    Roles(Run run, Shapes shapes, Oracle oracle) {
        this.run = run;
        this.oracle = oracle;
        this.own = new TreeSet<>(run.states().get(0).keySet());
        own.removeIf(variable -> shapes.containers().containsKey(Cell.of(variable, false)));
        for (int step = 1; step < run.states().size(); step++) {
            changedBy.computeIfAbsent(action(step), a -> new TreeSet<>()).addAll(written(step));
        }
        changedBy.values().forEach(this::join);
    }

    /** One process can do what the same action does, and what changes the same variable. */
    private void join(Set<String> variables) {
        Set<String> joined = new TreeSet<>(variables);
        roles.stream()
                .filter(role -> role.stream().anyMatch(variables::contains))
                .forEach(joined::addAll);
        if (!joined.isEmpty()) {
            roles.removeIf(joined::containsAll);
            roles.add(joined);
        }
    }

    private Set<String> written(int step) {
        return own.stream()
                .filter(variable -> !Objects.equals(
                        run.after(step).get(variable), run.before(step).get(variable)))
                .collect(Collectors.toSet());
    }

    /** Whether there is more than one, so that there is somebody to send something to. */
    boolean areSeveral() {
        return roles.size() > 1;
    }

    @Override
    public List<String> names() {
        return roles.stream().map(Roles::name).sorted().toList();
    }

    private static String name(Set<String> role) {
        String prefix = Values.commonBeginning(role);
        return prefix.isEmpty() ? String.join("+", role) : prefix;
    }

    @Override
    public Optional<String> of(int step) {
        Set<String> evidence = evidence(step);
        List<Set<String>> concerned = roles.stream()
                .filter(role -> role.stream().anyMatch(evidence::contains))
                .toList();
        return concerned.size() == 1 ? Optional.of(name(concerned.get(0))) : Optional.empty();
    }

    /** What it changes, else what the same action changes at other times, else what it looks at. */
    private Set<String> evidence(int step) {
        Set<String> written = written(step);
        Set<String> atOtherTimes = changedBy.getOrDefault(action(step), Set.of());
        if (!written.isEmpty() || !atOtherTimes.isEmpty()) {
            return written.isEmpty() ? atOtherTimes : written;
        }
        return oracle.about(step).stream().map(Cell::variable).collect(Collectors.toSet());
    }

    private String action(int step) {
        return run.actions().get(step).name().orElse("");
    }

    @Override
    public Set<String> changed(int step) {
        Set<String> written = written(step);
        return roles.stream()
                .filter(role -> role.stream().anyMatch(written::contains))
                .map(Roles::name)
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<String> process(TlaValue value) {
        return Optional.empty();
    }

    @Override
    public Set<String> variables() {
        return own;
    }

    @Override
    public String foundBy() {
        return "what is changed together: "
                + roles.stream().map(role -> String.join(", ", role)).sorted().collect(Collectors.joining(" | "));
    }
}
