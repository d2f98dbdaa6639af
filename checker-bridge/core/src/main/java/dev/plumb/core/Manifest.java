package dev.plumb.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumb.traces.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A folder's {@code manifest.json}: what must come of each of its models. The keys are those of tlaplus/Examples; what
 * those have no word for stands under {@code plumb}.
 *
 * @param entries by the {@code .cfg}'s file name, in the order of the file
 */
public record Manifest(Map<String, Entry> entries) {
    public static final String FILE = "manifest.json";

    /** A model's module, by file name, and what is expected of it. */
    public record Entry(String module, Expectation expectation) {}

    /**
     * The manifest of a folder, without entries where there is none.
     *
     * @throws dev.plumb.traces.Problem if there is one that cannot be read
     */
    public static Manifest of(Path folder) {
        Path file = folder.resolve(FILE);
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (Files.exists(file)) {
            for (JsonNode module : read(file).path("modules")) {
                for (JsonNode model : module.path("models")) {
                    entries.put(
                            fileName(model.path("path").asText()),
                            new Entry(fileName(module.path("path").asText()), expectation(model)));
                }
            }
        }
        return new Manifest(entries);
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            throw CoreProblems.unreadableManifest(new Source(file.toString(), line), e.getOriginalMessage());
        } catch (IOException e) {
            throw CoreProblems.unreadable(file, e.getMessage());
        }
    }

    private static Expectation expectation(JsonNode model) {
        JsonNode ours = model.path("plumb");
        List<String> mustFire = new ArrayList<>();
        ours.path("mustFire").forEach(action -> mustFire.add(action.asText()));
        return new Expectation(
                model.path("result").asText("success"),
                ours.has("property") ? Optional.of(ours.path("property").asText()) : Optional.empty(),
                ours.path("tier").asText("pr"),
                number(model, "distinctStates"),
                number(model, "totalStates"),
                number(model, "stateDepth"),
                mustFire);
    }

    private static OptionalLong number(JsonNode model, String key) {
        return model.path(key).isIntegralNumber()
                ? OptionalLong.of(model.path(key).asLong())
                : OptionalLong.empty();
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
