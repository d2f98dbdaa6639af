package dev.plumb.core;

import dev.plumb.core.lanes.Oracle;
import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.Cell;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.OpenFormula;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.traces.Event;
import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Asks a loaded spec about the steps of a behaviour. */
final class SpecOracle implements Oracle {
    private final LoadedSpec spec;
    private final List<SpecState> states;
    private final List<Optional<ActionInstance>> actions;
    private final Set<String> known = new HashSet<>();
    private final Map<Integer, Set<Cell>> about = new HashMap<>();

    /** @param actions for each state, the one that leads to it */
    SpecOracle(LoadedSpec spec, List<SpecState> states, List<Optional<ActionInstance>> actions) {
        this.spec = spec;
        this.states = states;
        this.actions = actions;
        spec.actions().forEach(action -> known.add(action.name()));
    }

    @Override
    public Optional<List<SortedMap<String, TlaValue>>> after(int step, SortedMap<String, TlaValue> before) {
        try {
            return actions.get(step)
                    .map(action -> after(action, spec.state(before)).toList());
        } catch (Problem unaskable) {
            return Optional.empty();
        }
    }

    /** An action that an event can name is looked up by its name; of others all steps are taken and sorted out. */
    private Stream<SortedMap<String, TlaValue>> after(ActionInstance action, SpecState before) {
        return known.contains(action.name())
                ? spec.steps(before, spec.observe(event(action))).successors().stream()
                        .map(successor -> successor.state().values())
                : spec.steps(before).successors().stream()
                        .filter(successor -> successor.action().equals(action))
                        .map(successor -> successor.state().values());
    }

    private static Event event(ActionInstance action) {
        return new Event(
                new Source("counterexample", 1),
                Optional.empty(),
                Optional.empty(),
                Optional.of(action.name()),
                new Arguments.Named(action.arguments()),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Optional.empty());
    }

    @Override
    public Set<Cell> about(int step) {
        return about.computeIfAbsent(step, this::cells);
    }

    private Set<Cell> cells(int step) {
        Set<Cell> cells = new HashSet<>();
        actions.get(step)
                .flatMap(action -> spec.explanations().open(action, states.get(step - 1), states.get(step)))
                .ifPresent(action -> addCells(action, cells));
        return cells;
    }

    /** Of what is said of the next state, only what is said of single entries: the rest may be a copy. */
    private static void addCells(OpenFormula formula, Set<Cell> cells) {
        formula.parts().forEach(part -> addCells(part, cells));
        if (formula.parts().isEmpty() && formula.read().stream().noneMatch(Cell::isNext)) {
            cells.addAll(formula.read());
        } else if (formula.parts().isEmpty()) {
            formula.read().stream()
                    .filter(cell -> cell.isNext() && !cell.path().isEmpty())
                    .forEach(cell -> cells.add(new Cell(cell.variable(), cell.path(), false)));
        }
    }
}
