package dev.plumb.core;

import dev.plumb.core.lanes.Oracle;
import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.Cell;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.OpenFormula;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.traces.Problem;
import dev.plumb.traces.TlaValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Asks a loaded spec about the steps of a behaviour. */
final class SpecOracle implements Oracle {
    private final LoadedSpec spec;
    private final List<SpecState> states;
    private final List<Optional<ActionInstance>> actions;
    private final ActionSteps steps;
    private final Map<Integer, Set<Cell>> about = new HashMap<>();

    /** @param actions for each state, the one that leads to it */
    SpecOracle(LoadedSpec spec, List<SpecState> states, List<Optional<ActionInstance>> actions) {
        this.spec = spec;
        this.states = states;
        this.actions = actions;
        this.steps = new ActionSteps(spec);
    }

    @Override
    public Optional<List<SortedMap<String, TlaValue>>> after(int step, SortedMap<String, TlaValue> before) {
        try {
            return actions.get(step).map(action -> steps.after(action, spec.state(before)).stream()
                    .map(SpecState::values)
                    .toList());
        } catch (Problem unaskable) {
            return Optional.empty();
        }
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

    private static void addCells(OpenFormula formula, Set<Cell> cells) {
        formula.parts().forEach(part -> addCells(part, cells));
        if (formula.parts().isEmpty()) {
            formula.read().stream()
                    .filter(cell -> !isCopied(cell, formula.read()))
                    .forEach(cell -> cells.add(new Cell(cell.variable(), cell.path(), false)));
        }
    }

    /** What is said of a variable as a whole in both states may only say that most of it stays. */
    private static boolean isCopied(Cell cell, Set<Cell> beside) {
        return cell.isNext()
                ? cell.path().isEmpty()
                : beside.stream()
                        .anyMatch(other -> other.isNext() && other.variable().equals(cell.variable()));
    }
}
