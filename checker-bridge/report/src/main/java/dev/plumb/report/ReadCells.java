package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Outcome;
import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.kernel.api.Cell;
import dev.plumb.kernel.api.OpenFormula;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The parts of each state from which the value of the violated property came. */
final class ReadCells {
    private final SortedMap<Integer, SortedSet<String>> byStep = new TreeMap<>();

    private ReadCells() {}

    /** The texts of cells, unprimed, by the number of the step that leads to their state. */
    static SortedMap<Integer, SortedSet<String>> of(Behaviour behaviour, Outcome outcome) {
        ReadCells cells = new ReadCells();
        int last = Verdict.last(behaviour).number();
        boolean isOfSteps =
                outcome instanceof Outcome.Violates violates && violates.kind() == PropertyKind.ACTION_PROPERTY;
        behaviour.explained().property().ifPresent(property -> cells.add(property, isOfSteps ? last - 1 : last));
        return cells.byStep;
    }

    private void add(OpenFormula formula, int around) {
        int at = formula.at().orElse(around);
        if (formula.parts().isEmpty()) {
            formula.read().forEach(cell -> add(cell, at));
        }
        formula.parts().stream()
                .filter(part -> !HtmlFormula.isBeside(part, formula))
                .forEach(part -> add(part, at));
    }

    private void add(Cell cell, int at) {
        int step = cell.isNext() ? at + 1 : at;
        String path = new Cell(cell.variable(), cell.path(), false).toString();
        byStep.computeIfAbsent(step, number -> new TreeSet<>()).add(path);
    }
}
