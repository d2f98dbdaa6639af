package dev.plumb.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumb.core.Model;
import dev.plumb.report.FileName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What checks have left below {@code --out}. */
final class LastResults {
    private final Path out;

    LastResults(Path out) {
        this.out = out;
    }

    /** The file that has the result of a model, which two models of one name share. */
    Path file(Model model) {
        return out.resolve(FileName.ofModel(model.name())).resolve(ReportFolder.RESULT);
    }

    /** Nothing where there is none, or one of another model, or one that cannot be read. */
    Optional<LastResult> of(Model model) {
        Path file = file(model);
        try {
            JsonNode result = new ObjectMapper().readTree(Files.readAllBytes(file));
            boolean isOfModel = result.path("spec").asText().equals(model.moduleName())
                    && result.path("config").asText().equals(model.name());
            return isOfModel
                    ? Optional.of(LastResult.of(
                            result, Files.getLastModifiedTime(file).toInstant(), model.expectation()))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
