package dev.plumb.traces;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Reads one file, whose first line tells its format. */
final class FileReading {
    private final String path;
    private final String name;
    private final List<RecordedFile.Line> events = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private boolean isTorn;

    private FileReading(Path path) {
        this.path = path.toString();
        this.name = String.valueOf(path.getFileName());
    }

    static RecordedFile trace(Path path) {
        return reading(path, new FileReading(path)::read);
    }

    /** What the first line says; empty where it is no header, and where that cannot be told. */
    static Optional<TraceHeader> header(Path path) {
        try (Lines lines = Lines.open(path)) {
            Optional<Lines.Raw> first = lines.next();
            return first.isPresent() && isHeader(json(first.get()))
                    ? Optional.of(
                            EventFormat.header(json(first.get()), first.get().source()))
                    : Optional.empty();
        } catch (IOException | Problem e) {
            return Optional.empty();
        }
    }

    private static boolean isHeader(Json json) {
        return json instanceof Json.Obj object && object.fields().containsKey(Fields.VERSION_KEY);
    }

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
            FileReading file = new FileReading(path);
            List<Fields> objects = new ArrayList<>();
            file.readLines(lines, (json, source) -> objects.add(new Fields(json, source, Place.LINE)));
            return new NdjsonFile(List.copyOf(objects), List.copyOf(file.warnings));
        });
    }

    private interface Body<T> {
        T read(Lines lines) throws IOException;
    }

    private static <T> T reading(Path path, Body<T> body) {
        try (Lines lines = Lines.open(path)) {
            return body.read(lines);
        } catch (NoSuchFileException e) {
            throw TraceProblems.fileIsNotThere(path.toString());
        } catch (IOException e) {
            throw TraceProblems.fileCannotBeRead(path.toString(), String.valueOf(e.getMessage()));
        }
    }

    static Json json(Lines.Raw line) throws IOException {
        try {
            return line.json();
        } catch (JsonProcessingException e) {
            throw TraceProblems.lineIsNotJson(line.source(), e.getOriginalMessage());
        }
    }

    private RecordedFile read(Lines lines) throws IOException {
        Optional<TraceHeader> header = Optional.empty();
        Optional<Lines.Raw> first = lines.next();
        if (first.isPresent()) {
            Source source = first.get().source();
            Json json = json(first.get());
            if (isHeader(json)) {
                header = Optional.of(EventFormat.header(json, source));
                readEvents(lines, new EventFormat());
            } else if (UpdateFormat.isOf(json)) {
                UpdateFormat format = new UpdateFormat(warnings);
                events.add(format.read(json, source));
                readEvents(lines, format);
            } else {
                throw TraceProblems.formatIsUnknown(source);
            }
        }
        return new RecordedFile(path, name, header, events, isTorn, warnings);
    }

    private void readEvents(Lines lines, LineFormat format) throws IOException {
        readLines(lines, (json, source) -> events.add(format.read(json, source)));
    }

    private void readLines(Lines lines, BiConsumer<Json, Source> each) throws IOException {
        for (Optional<Lines.Raw> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (isTorn(line.get())) {
                isTorn = true;
                warnings.add(TraceWarnings.lastLineIsTorn(line.get().source()));
                return;
            }
            each.accept(json(line.get()), line.get().source());
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
