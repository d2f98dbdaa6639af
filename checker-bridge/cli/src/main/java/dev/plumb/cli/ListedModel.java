package dev.plumb.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumb.core.Expectation;
import dev.plumb.core.Model;
import dev.plumb.core.SpecLocator;
import dev.plumb.report.JsonReport;
import dev.plumb.traces.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model as {@code plumb list} tells of it.
 *
 * @param model empty where the {@code .cfg} fits no module
 * @param problem why it is none, or why its files are not known
 * @param last empty where it has not been checked, or where that cannot be told
 * @param newer a file that has changed since
 * @param isShared whether there is a result that may be another model's
 */
record ListedModel(
        Path config,
        Optional<Model> model,
        Optional<Problem> problem,
        Optional<LastResult> last,
        Optional<Path> newer,
        boolean isShared) {

    /**
     * The models of a folder, with what checks have left of them.
     *
     * @param folder below which they are; below {@code specs} if null
     * @param out where checks leave their results
     * @throws Problem if there is none
     */
    static List<ListedModel> all(@Nullable Path folder, Path out) {
        SpecLocator locator = CommonOptions.specs();
        List<Path> configs = folder == null ? locator.configs() : locator.configs(folder);
        LastResults results = new LastResults(out);
        List<ListedModel> models =
                configs.stream().map(config -> of(config, locator)).toList();
        Map<Path, Long> sharing =
                models.stream().flatMap(model -> model.model().stream()).collect(groupingBy(results::file, counting()));
        return models.stream().map(model -> model.with(results, sharing)).toList();
    }

    private static ListedModel of(Path config, SpecLocator locator) {
        try {
            Model model = locator.models(config.toString(), Optional.empty()).get(0);
            return new ListedModel(
                    config, Optional.of(model), Optional.empty(), Optional.empty(), Optional.empty(), false);
        } catch (Problem problem) {
            return new ListedModel(
                    config, Optional.empty(), Optional.of(problem), Optional.empty(), Optional.empty(), false);
        }
    }

    /** With its last result. {@code sharing} says how many models leave theirs in a file. */
    private ListedModel with(LastResults results, Map<Path, Long> sharing) {
        return model.map(m -> with(m, results, sharing.getOrDefault(results.file(m), 1L) > 1))
                .orElse(this);
    }

    private ListedModel with(Model checked, LastResults results, boolean ambiguous) {
        Optional<LastResult> found = results.of(checked);
        boolean shared = ambiguous && found.isPresent();
        Optional<LastResult> result = shared ? Optional.empty() : found;
        try {
            Optional<Path> changed = result.flatMap(r -> newerThan(r.when(), checked));
            return new ListedModel(config, model, problem, result, changed, shared);
        } catch (Problem unknown) {
            return new ListedModel(config, model, Optional.of(unknown), result, Optional.empty(), shared);
        }
    }

    private static Optional<Path> newerThan(Instant when, Model model) {
        return model.files().stream()
                .filter(file -> changed(file).isAfter(when))
                .findFirst();
    }

    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name by which a person knows it. */
    String name() {
        return config.getFileName().toString().replaceAll("\\.cfg$", "");
    }

    String module() {
        return model.map(Model::moduleName).orElse("");
    }

    String tier() {
        return expectation().map(Expectation::tier).orElse("pr");
    }

    /** What must come of it; without a manifest, that it holds. */
    String expected() {
        return expectation().map(Expectation::inWords).orElse("success");
    }

    private Optional<Expectation> expectation() {
        return model.flatMap(Model::expectation);
    }

    String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("plumb", 1);
        root.put("model", name()).put("config", config.toString());
        model.ifPresent(m -> root.put("module", m.module().toString())
                .put("tier", tier())
                .put("expected", expected())
                .put("inManifest", expectation().isPresent()));
        last.ifPresent(result -> {
            ObjectNode node = root.putObject("last").put("outcome", result.outcome());
            node.put("asExpected", result.asExpected())
                    .put("when", result.when().toString());
            result.distinct().ifPresent(distinct -> node.put("distinct", distinct));
            node.put("outdated", newer.isPresent());
        });
        problem.ifPresent(p -> root.set("problem", JsonReport.problem(p)));
        return root.toString();
    }
}
