package dev.plumb.core;

import dev.plumb.core.tlc.Mode;
import java.util.Optional;

/** A model, and how it is to be checked where its manifest has a say in that, too. */
public record PlannedCheck(Model model, CheckOptions options) {

    /**
     * The options where they say something, else what the manifest says. A model with other constants is another model, of
     * which the manifest does not speak; and of one that is not checked whole it speaks of the outcome only.
     */
    public static PlannedCheck of(Model model, CheckOptions options) {
        Optional<Expectation> expectation = options.constants().isEmpty() ? model.expectation() : Optional.empty();
        CheckOptions asked = asExpected(model, options);
        boolean isWhole = asked.mode() instanceof Mode.BreadthFirst && !asked.resume();
        Model expecting = new Model(
                model.module(),
                model.config(),
                model.folders(),
                isWhole ? expectation : expectation.map(Expectation::outcomeOnly));
        return new PlannedCheck(expecting, asked);
    }

    private static CheckOptions asExpected(Model model, CheckOptions options) {
        Budget budget = model.expectation().map(Expectation::budget).orElse(Budget.NONE);
        int workers = model.expectation().map(Expectation::workers).orElse(0);
        CheckOptions threaded = options.workers() == 0 ? options.withWorkers(workers) : options;
        CheckOptions limited = options.budget().equals(Budget.NONE) ? threaded.withBudget(budget) : threaded;
        boolean isSampled = model.expectation().map(Expectation::isSampled).orElse(false);
        return isSampled && options.mode() instanceof Mode.BreadthFirst
                ? limited.withMode(Mode.Simulation.DEFAULT)
                : limited;
    }

    /** With one thread, where nobody says how many. */
    public PlannedCheck small() {
        return options.workers() == 0 ? new PlannedCheck(model, options.withWorkers(1)) : this;
    }
}
