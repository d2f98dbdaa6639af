package dev.plumb.cli;

import dev.plumb.core.CheckOptions;
import dev.plumb.core.Expectation;
import dev.plumb.core.Model;
import dev.plumb.core.PlannedCheck;
import dev.plumb.report.FileName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One check of the several that a command may ask for.
 *
 * @param label what to call the model: its file name, with the path where another one is called the same
 */
record CheckJob(Model model, String label, CheckOptions options) {
    /** A model with so many states is worth all cores; a smaller one is checked beside others. */
    private static final long LARGE = 200_000;

    /**
     * A job for each model and each of the options.
     *
     * @param folder that they are in, if it is one
     */
    static List<CheckJob> of(Optional<Path> folder, List<Model> models, List<CheckOptions> options) {
        Map<String, List<Model>> named = models.stream().collect(Collectors.groupingBy(Model::name));
        List<CheckJob> jobs = new ArrayList<>();
        for (Model model : models) {
            boolean alone = List.of(model).equals(named.get(model.name()));
            options.forEach(one -> jobs.add(of(model, alone ? model.name() : path(folder, model), one)));
        }
        return jobs;
    }

    /** As short as it can be: from the folder. */
    private static String path(Optional<Path> folder, Model model) {
        Path file = model.config().orElse(model.module());
        return folder.filter(file::startsWith)
                .map(start -> start.relativize(file))
                .orElse(file)
                .toString();
    }

    private static CheckJob of(Model model, String label, CheckOptions options) {
        return of(label, PlannedCheck.of(model, options));
    }

    private static CheckJob of(String label, PlannedCheck planned) {
        return new CheckJob(planned.model(), label, planned.options());
    }

    /** {@code MCTwoPhase.cfg}, {@code MCTwoPhase.cfg with N = 3}. */
    String name() {
        return label + options.inWords();
    }

    /** What the folder of the result is called. */
    String fileName() {
        return FileName.ofModel(label) + options.inWords();
    }

    boolean isNightly() {
        return model.expectation().map(Expectation::isNightly).orElse(false);
    }

    boolean isSymbolic() {
        return model.expectation().map(Expectation::isSymbolic).orElse(false);
    }

    /** How many distinct states the manifest expects; 0 if it does not say. */
    long expectedStates() {
        return model.expectation().map(e -> e.distinct().min().orElse(0)).orElse(0L);
    }

    boolean isLarge() {
        return expectedStates() > LARGE;
    }

    /** With one thread, where nobody says how many. */
    CheckJob small() {
        return of(label, new PlannedCheck(model, options).small());
    }
}
