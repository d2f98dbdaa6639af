package dev.plumb.report;

import dev.plumb.core.Explained;
import dev.plumb.core.Explained.Moment;
import dev.plumb.kernel.api.Cell;
import dev.plumb.kernel.api.LoopFairness;
import dev.plumb.kernel.api.OpenFormula;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what {@link JsonExplained} writes. */
final class ExplainedReader {
    private final StepReader steps;
    private final DivergenceReader reasons;

    ExplainedReader(StepReader steps) {
        this.steps = steps;
        this.reasons = new DivergenceReader(steps);
    }

    Explained explained(Parsed explained) {
        return new Explained(
                explained.find("length").map(Parsed::text),
                explained.find("order").map(Parsed::text),
                explained.find("property").map(this::formula),
                explained.list("moments", this::moment),
                explained.list("fairness", ExplainedReader::fairness));
    }

    private Moment moment(Parsed moment) {
        return new Moment(
                moment.integer("step"),
                moment.find("action").map(this::formula),
                moment.list("enabled", reasons::action),
                moment.list("disabled", reasons::reason),
                moment.integer("leftOut"));
    }

    private OpenFormula formula(Parsed formula) {
        List<OpenFormula> parts = formula.list("parts", this::formula);
        return new OpenFormula(
                formula.oneOf(OpenFormula.Part.class, "part"),
                formula.text("text"),
                StepReader.place(formula.at("place")),
                formula.find("value").map(Parsed::truth),
                new TreeMap<>(steps.named(formula, "witness")),
                new TreeMap<>(formula.map("values", Parsed::text)),
                formula.find("error").map(Parsed::text),
                StepReader.integer(formula, "at"),
                parts,
                formula.find("leftOut").map(Parsed::integer).orElse(0),
                read(formula, parts));
    }

    /** Of a formula with parts it is what those have read. */
    private SortedSet<Cell> read(Parsed formula, List<OpenFormula> parts) {
        SortedSet<Cell> read = new TreeSet<>(formula.list("read", this::cell));
        parts.forEach(part -> read.addAll(part.read()));
        return read;
    }

    private Cell cell(Parsed cell) {
        return new Cell(cell.text("variable"), cell.list("path", steps::value), cell.isTrue("next"));
    }

    private static LoopFairness fairness(Parsed row) {
        return new LoopFairness(
                row.text("action"),
                row.oneOf(LoopFairness.Demand.class, "demanded"),
                StepReader.place(row.at("place")),
                row.list("states", Parsed::integer),
                row.list("enabledIn", Parsed::integer),
                row.list("takenIn", Parsed::integer));
    }
}
