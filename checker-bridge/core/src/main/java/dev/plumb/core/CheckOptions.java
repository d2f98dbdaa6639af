package dev.plumb.core;

import dev.plumb.core.tlc.Coverage;
import dev.plumb.core.tlc.Mode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a model is to be checked; none of it is part of the model, but the constants, which replace those of the {@code
 * .cfg}.
 *
 * @param workers threads of TLC; 0 is one a core
 * @param constants values by name, as a {@code .cfg} writes them
 * @param strict whether what smells of vacuity is a failure
 * @param checkpoints whether to keep what a run that stops at a limit has visited, for a later one
 * @param resume whether to take up such a run
 * @param expressions to be shown in each state of a counterexample
 */
public record CheckOptions(
        Mode mode,
        int workers,
        Budget budget,
        Coverage coverage,
        SortedMap<String, String> constants,
        boolean strict,
        boolean checkpoints,
        boolean resume,
        List<String> expressions) {

    /** Every state, breadth-first, as long as it takes. */
    public static final CheckOptions DEFAULT = new CheckOptions(
            new Mode.BreadthFirst(), 0, Budget.NONE, Coverage.ACTIONS, new TreeMap<>(), false, false, false, List.of());

    /** What a model's name needs beside it, if its constants are others: {@code " with N = 3"}; else nothing. */
    public String inWords() {
        return constants.entrySet().stream()
                .map(constant -> constant.getKey() + " = " + constant.getValue())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), text -> text.isEmpty() ? "" : " with " + text));
    }

    public CheckOptions withWorkers(int number) {
        return new CheckOptions(mode, number, budget, coverage, constants, strict, checkpoints, resume, expressions);
    }

    public CheckOptions withBudget(Budget other) {
        return new CheckOptions(mode, workers, other, coverage, constants, strict, checkpoints, resume, expressions);
    }

    public CheckOptions withMode(Mode other) {
        return new CheckOptions(other, workers, budget, coverage, constants, strict, checkpoints, resume, expressions);
    }

    public CheckOptions withCoverage(Coverage other) {
        return new CheckOptions(mode, workers, budget, other, constants, strict, checkpoints, resume, expressions);
    }

    public CheckOptions withConstants(SortedMap<String, String> others) {
        return new CheckOptions(mode, workers, budget, coverage, others, strict, checkpoints, resume, expressions);
    }

    public CheckOptions withStrict() {
        return new CheckOptions(mode, workers, budget, coverage, constants, true, checkpoints, resume, expressions);
    }

    public CheckOptions withExpressions(List<String> others) {
        return new CheckOptions(mode, workers, budget, coverage, constants, strict, checkpoints, resume, others);
    }
}
