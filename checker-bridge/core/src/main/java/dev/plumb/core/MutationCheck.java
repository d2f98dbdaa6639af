package dev.plumb.core;

import dev.plumb.core.tlc.Coverage;
import dev.plumb.core.tlc.Statistics;
import dev.plumb.core.tlc.TlcPool;
import dev.plumb.kernel.PrivateFolder;
import dev.plumb.kernel.api.Counts;
import dev.plumb.kernel.api.LoadedSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Asks how much a model's checks would notice: small faults are written into copies of its modules, one at a time, and
 * TLC is asked about each. Nothing is written beside the model.
 */
public final class MutationCheck {
    /** A fault may well make more states; one that makes so many more is given up. */
    private static final int STATES_FACTOR = 5;

    private final Model model;
    private final TlcPool pool;
    private final CheckOptions options;

    /**
     * The checks are the model's own; what a manifest expects beyond them is not asked.
     *
     * @param options of each mutant's check; the limits are not for the model without a fault
     */
    public MutationCheck(Model model, TlcPool pool, CheckOptions options) {
        this.model = new Model(model.module(), model.config(), model.folders(), Optional.empty());
        this.pool = pool;
        this.options = options;
    }

    /**
     * The check of the model without a fault, by which mutants are measured.
     *
     * @throws dev.plumb.traces.Problem if it does not hold
     */
    public ModelCheckResult baseline(Consumer<Counts> progress) {
        ModelCheckResult baseline = check(model, options.withBudget(Budget.NONE), progress);
        Outcome outcome = baseline.outcome();
        if (outcome instanceof Outcome.Holds) {
            return baseline;
        } else if (outcome instanceof Outcome.BadInput bad) {
            throw bad.problem();
        } else if (outcome instanceof Outcome.SpecError error) {
            throw error.problem();
        } else if (outcome instanceof Outcome.ToolError error) {
            throw error.problem();
        }
        throw CoreProblems.doesNotHoldWithoutFault(model.name(), Describe.outcome(outcome));
    }

    /**
     * All mutants, in the order of their places.
     *
     * @throws dev.plumb.traces.Problem if the model cannot be loaded
     */
    public List<Mutant> mutants() {
        Config config = model.config().map(Config::read).orElseGet(Config::none).with(options.constants());
        try (LoadedSpec spec = new KernelModel(model, config).load(pool.jar())) {
            return Mutant.of(model, spec.mutations(config.checked())).stream()
                    .sorted(Comparator.comparing(Mutant::file)
                            .thenComparing(mutant -> mutant.mutation().place().beginLine())
                            .thenComparing(mutant -> mutant.mutation().place().beginColumn())
                            .thenComparing(mutant -> mutant.mutation().kind()))
                    .toList();
        }
    }

    /** As many of them, drawn by a seed; they keep their order. */
    public static List<Mutant> sample(List<Mutant> mutants, int max, long seed) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < mutants.size(); i++) {
            indices.add(i);
        }
        Collections.shuffle(indices, new Random(seed));
        return indices.stream().limit(max).sorted().map(mutants::get).toList();
    }

    /** Checks one, with one worker; several may be checked at the same time. */
    public MutantResult check(Mutant mutant, ModelCheckResult baseline, Consumer<Counts> progress) {
        long states = baseline.statistics().map(Statistics::distinct).orElse(1L);
        CheckOptions small = options.withWorkers(1)
                .withCoverage(Coverage.OFF)
                .withBudget(options.budget().withStates(STATES_FACTOR * states));
        try (PrivateFolder folder = folder()) {
            Model faulty = mutant.write(model, folder.path());
            return MutantResult.of(
                    mutant, check(faulty, folder.path(), small, progress).outcome());
        }
    }

    private ModelCheckResult check(Model checked, CheckOptions options, Consumer<Counts> progress) {
        try (PrivateFolder folder = folder()) {
            return check(checked, folder.path(), options, progress);
        }
    }

    private ModelCheckResult check(Model checked, Path folder, CheckOptions options, Consumer<Counts> progress) {
        return new ModelCheck(checked, pool, folder, options).check("", progress);
    }

    private static PrivateFolder folder() {
        return PrivateFolder.create("plumb-mutant-" + ProcessHandle.current().pid() + "-");
    }
}
