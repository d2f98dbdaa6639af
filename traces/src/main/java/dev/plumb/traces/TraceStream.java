package dev.plumb.traces;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** A trace whose events stand in their order in one file, read an event at a time, so that it may be of any length. */
public final class TraceStream implements Closeable {
    private final String path;
    private final Lines lines;
    private final TraceHeader header;
    private boolean mayBeEmpty;
    private final EventFormat format = new EventFormat();
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, Knowledge> clocks = new HashMap<>();

    private TraceStream(String path, Lines lines, TraceHeader header, ReadOptions options) {
        this.path = path;
        this.lines = lines;
        this.header = header;
        this.mayBeEmpty = options.allowEmpty();
    }

    static TraceStream open(Path file, SortedMap<String, TlaValue> constants, ReadOptions options) {
        String path = file.toString();
        try {
            Lines lines = Lines.open(file);
            Lines.Raw first = lines.next().orElseThrow(() -> TraceProblems.traceHoldsNoEvents(path));
            TraceHeader header = EventFormat.header(FileReading.json(first), first.source());
            return new TraceStream(path, lines, Assembly.withConstants(header, constants, first.source()), options);
        } catch (NoSuchFileException e) {
            throw TraceProblems.fileIsNotThere(path);
        } catch (IOException e) {
            throw TraceProblems.fileCannotBeRead(path, String.valueOf(e.getMessage()));
        }
    }

    /** For messages: the header's name, else the file's. */
    public String name() {
        return header.trace().orElse(path);
    }

    public TraceHeader header() {
        return header;
    }

    /** What was wrong so far but could be read, in sentences. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * The next event; empty at the end.
     *
     * @throws Problem if the line cannot be read as one, or if there is none at all and must be some
     */
    public Optional<Event> next() {
        Optional<Event> next = read();
        if (next.isEmpty() && !mayBeEmpty) {
            throw TraceProblems.traceHoldsNoEvents(name());
        }
        mayBeEmpty = true;
        return next;
    }

    private Optional<Event> read() {
        try {
            Optional<Lines.Raw> line = lines.next();
            if (line.isEmpty()) {
                return Optional.empty();
            } else if (FileReading.isTorn(line.get())) {
                warnings.add(TraceWarnings.lastLineIsTorn(line.get().source()));
                return Optional.empty();
            }
            Event event = format.read(FileReading.json(line.get()), line.get().source())
                    .event();
            checkClock(event);
            return Optional.of(event);
        } catch (IOException e) {
            throw TraceProblems.fileCannotBeRead(path, String.valueOf(e.getMessage()));
        }
    }

    /** The order is that of the lines, but a hole in a process's numbers still is an event that was lost. */
    private void checkClock(Event event) {
        String process = event.process().orElse(path);
        if (!event.clock().isEmpty() || clocks.containsKey(process)) {
            clocks.computeIfAbsent(process, name -> new Knowledge(name, header.sparseClocks()))
                    .after(event);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
