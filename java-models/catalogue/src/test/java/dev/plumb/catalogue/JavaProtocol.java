package dev.plumb.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/**
 * What {@code java-models/protocols/manifest.json} says of a protocol in Java: what must come of its worlds, its recorded
 * traces and its planted bugs.
 *
 * @param spec the folder of its specification, from {@code specs}
 * @param module its specification
 * @param name that {@code plumb run} takes
 * @param worlds that {@code plumb explore} visits whole, and how many states each has
 * @param conforming traces of the corpus
 * @param diverging traces of the corpus, by name
 * @param bugs a run that shows each of them, by name
 */
record JavaProtocol(
        String spec,
        String module,
        String name,
        SortedMap<String, Long> worlds,
        List<String> conforming,
        SortedMap<String, Departure> diverging,
        SortedMap<String, Shown> bugs) {
    private static final Path MANIFEST = Project.ROOT.resolve("java-models/protocols/manifest.json");

    /**
     * Where a trace leaves its specification.
     *
     * @param at the action that it says to take
     * @param because what forbids that
     */
    record Departure(String at, String because) {}

    /**
     * A run of a protocol with a bug.
     *
     * @param run what {@code plumb run} is told besides the bug
     * @param shows what it comes to
     */
    record Shown(String run, String shows) {}

    /** All of them, in the order of the manifest. */
    static List<JavaProtocol> all() {
        try {
            return new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .readValue(MANIFEST.toFile(), new TypeReference<List<JavaProtocol>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
