package dev.plumb.core;

import dev.plumb.core.tlc.Coverage;
import dev.plumb.core.tlc.TlcPool;
import dev.plumb.kernel.PrivateFolder;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.Mutation;
import java.util.List;

/**
 * Whether the conditions under which invariants say anything are ever true. What is said under one is made FALSE, one at a
 * time; TLC must find that violated, or the invariant says nothing there.
 */
final class Antecedents {
    private final Model model;
    private final Config config;
    private final TlcPool pool;
    private final CheckOptions options;

    /** {@code options} are those with which the model was found to hold. */
    Antecedents(Model model, Config config, TlcPool pool, CheckOptions options) {
        this.model = model;
        this.config = config;
        this.pool = pool;
        this.options = CheckOptions.DEFAULT
                .withWorkers(options.workers())
                .withBudget(options.budget())
                .withConstants(options.constants())
                .withCoverage(Coverage.OFF);
    }

    /** Those that are not, in sentences without a full stop. */
    List<String> neverTrue() {
        return Mutant.of(model, consequents()).stream()
                .filter(this::holds)
                .map(mutant -> "the condition " + mutant.mutation().original() + " in "
                        + mutant.file().getFileName() + ":"
                        + mutant.mutation().place().beginLine() + " was never true")
                .toList();
    }

    private List<Mutation> consequents() {
        try (LoadedSpec spec = new KernelModel(model, config).load(pool.jar())) {
            return spec.consequents(config.texts("INVARIANT"));
        }
    }

    private boolean holds(Mutant mutant) {
        try (PrivateFolder folder = PrivateFolder.create(
                "plumb-antecedent-" + ProcessHandle.current().pid() + "-")) {
            return new ModelCheck(mutant.write(model, folder.path()), pool, folder.path(), options)
                    .check("", counts -> {})
                    .outcome()
                    .equals(new Outcome.Holds());
        }
    }
}
