package dev.plumb.cli;

import dev.plumb.core.CheckOptions;
import dev.plumb.core.Model;
import java.util.Optional;

/** One check of the several that a command may ask for. */
record CheckJob(Model model, CheckOptions options) {
    /** A model with so many states is worth all cores; a smaller one is checked beside others. */
    private static final long LARGE = 200_000;

    /** A model with other constants is another model, of which the manifest does not speak. */
    static CheckJob of(Model model, CheckOptions options) {
        Model asked = options.constants().isEmpty()
                ? model
                : new Model(model.module(), model.config(), model.folders(), Optional.empty());
        return new CheckJob(asked, options);
    }

    /** {@code MCTwoPhase.cfg}, {@code MCTwoPhase.cfg with N = 3}. */
    String name() {
        return model.name() + options.inWords();
    }

    boolean isNightly() {
        return model.expectation().map(e -> e.tier().equals("nightly")).orElse(false);
    }

    boolean isLarge() {
        return model.expectation().map(e -> e.distinct().orElse(0) > LARGE).orElse(false);
    }

    CheckJob withWorkers(int workers) {
        return new CheckJob(model, options.withWorkers(workers));
    }
}
