package dev.plumb.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What came of checks, kept for as long as nothing that they depend on changes: the file of each is named after the
 * {@link CacheKey}. A cache that cannot be read or written is one that knows nothing.
 */
final class ResultCache {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<Path> folder;

    /**
     * What a check left.
     *
     * @param text that was printed
     * @param files of its report folder
     * @param since when this is known
     */
    record Entry(int exitCode, String text, SortedMap<String, String> files, Instant since) {}

    /** A cache in this folder; one that is always empty if there is none. */
    ResultCache(Optional<Path> folder) {
        this.folder = folder;
    }

    Optional<Entry> find(String key) {
        return folder.map(path -> path.resolve(key + ".json"))
                .filter(Files::isRegularFile)
                .flatMap(ResultCache::read);
    }

    private static Optional<Entry> read(Path file) {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            SortedMap<String, String> files = new TreeMap<>();
            json.path("files")
                    .properties()
                    .forEach(entry -> files.put(entry.getKey(), entry.getValue().asText()));
            return Optional.of(new Entry(
                    json.path("exitCode").asInt(),
                    json.path("text").asText(),
                    files,
                    Instant.parse(json.path("since").asText())));
        } catch (IOException | DateTimeParseException torn) {
            return Optional.empty();
        }
    }

    void put(String key, Entry entry) {
        folder.ifPresent(path -> {
            try {
                Files.createDirectories(path);
                forgetOldOnes(path);
                write(path.resolve(key + ".json"), entry);
            } catch (IOException | UncheckedIOException cannotBeKept) {
                // Then it is checked again the next time; plumb doctor tells why.
                return;
            }
        });
    }

    /** A reader never finds half a file. */
    private static void write(Path file, Entry entry) throws IOException {
        ObjectNode json = JSON.createObjectNode().put("exitCode", entry.exitCode());
        json.put("since", entry.since().toString()).put("text", entry.text());
        entry.files().forEach(json.putObject("files")::put);
        Path half = Files.createTempFile(file.getParent(), "half", ".tmp");
        Files.write(half, JSON.writeValueAsBytes(json));
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void forgetOldOnes(Path folder) throws IOException {
        Instant limit = Instant.now().minus(KEPT);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
