package dev.plumb.traces;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads files of JSON objects, one a line, that hold no events. */
final class FileReading {
    private FileReading() {}

    /** Constants in the 2024 tools' way: on each line an object, in which an array is a set. */
    static SortedMap<String, TlaValue> constants(Path path) {
        return reading(path, lines -> {
            SortedMap<String, TlaValue> constants = new TreeMap<>();
            for (Optional<Lines.Raw> line = lines.next(); line.isPresent(); line = lines.next()) {
                Source source = line.get().source();
                Map<String, Json> fields = Fields.object(json(line.get()), source, Place.LINE);
                JsonValues.withArraysAsSets(source)
                        .values(fields, Place.LINE)
                        .forEach((name, value) -> Constants.add(constants, name, value, source));
            }
            return constants;
        });
    }

    /** The objects on the lines of a file of another format than ours for traces. */
    static NdjsonFile objects(Path path) {
        return reading(path, lines -> {
            List<Fields> objects = new ArrayList<>();
            for (Optional<Lines.Raw> line = lines.next(); line.isPresent(); line = lines.next()) {
                Source source = line.get().source();
                if (isTorn(line.get())) {
                    return new NdjsonFile(List.copyOf(objects), List.of(TraceWarnings.lastLineIsTorn(source)));
                }
                objects.add(new Fields(json(line.get()), source, Place.LINE));
            }
            return new NdjsonFile(List.copyOf(objects), List.of());
        });
    }

    private interface Body<T> {
        T read(Lines lines) throws IOException;
    }

    private static <T> T reading(Path path, Body<T> body) {
        try (Lines lines = Lines.open(path)) {
            return body.read(lines);
        } catch (IOException e) {
            throw OpenFile.problem(path.toString(), e);
        }
    }

    static Json json(Lines.Raw line) throws IOException {
        try {
            return line.json();
        } catch (JsonProcessingException e) {
            throw TraceProblems.lineIsNotJson(line.source(), e.getOriginalMessage());
        }
    }

    /** Whether this is a last line that was not written to the end. */
    static boolean isTorn(Lines.Raw line) throws IOException {
        if (line.isClosed()) {
            return false;
        }
        try {
            line.json();
            return false;
        } catch (JsonProcessingException e) {
            return true;
        }
    }
}
