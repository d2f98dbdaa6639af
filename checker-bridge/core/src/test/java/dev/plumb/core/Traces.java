package dev.plumb.core;

import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.Trace;
import dev.plumb.traces.TraceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Traces from lines, in which apostrophes stand for quotes. */
final class Traces {
    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    Traces(Path folder) {
        this.folder = folder;
    }

    /** A part of the trace, in a file of its own. */
    Traces part(String... lines) {
        try {
            Path file = folder.resolve("part-" + files.size() + ".ndjson");
            files.add(Files.writeString(file, String.join("\n", lines).replace('\'', '"') + "\n"));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Trace read() {
        return TraceReader.read(files, ReadOptions.DEFAULT).get(0);
    }
}
