package dev.plumb.junit;

import dev.plumb.refinement.Recorder;
import dev.plumb.refinement.SpecStep;
import dev.plumb.traces.LineEncoder;
import dev.plumb.traces.Source;
import dev.plumb.traces.TraceHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The trace that a test records: the steps of all its processes in one file, in the order in which they were done. */
final class TestTrace implements Recorders, AutoCloseable {
    private final Path file;
    private final Optional<LiveCheck> live;
    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final LineEncoder encoder = new LineEncoder(line);
    private final Map<String, Recorder> recorders = new TreeMap<>();

    /**
     * A trace without steps.
     *
     * @param live to which the lines are handed, too
     */
    TestTrace(Path file, String name, String spec, Optional<LiveCheck> live) throws IOException {
        this.file = file;
        this.live = live;
        this.out = Files.newOutputStream(file);
        encoder.header(TraceHeader.of(spec).named(name).withOrder(TraceHeader.Order.FILE));
        writeLine();
    }

    Path file() {
        return file;
    }

    Path folder() {
        return file.resolveSibling("");
    }

    @Override
    public synchronized Recorder of(String process) {
        return recorders.computeIfAbsent(process, name -> Recorder.to(step -> add(name, step)));
    }

    private synchronized void add(String process, SpecStep step) {
        try {
            encoder.event(step.event(new Source(file.toString(), 0), process, Collections.emptySortedMap()));
            writeLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeLine() throws IOException {
        byte[] bytes = line.toByteArray();
        line.reset();
        out.write(bytes);
        live.ifPresent(check -> check.take(bytes));
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
