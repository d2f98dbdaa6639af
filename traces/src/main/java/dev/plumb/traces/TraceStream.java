package dev.plumb.traces;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** A trace whose events stand in their order in one file, read an event at a time, so that it may be of any length. */
public final class TraceStream implements Closeable {
    private final OpenFile file;
    private final TraceHeader header;
    private boolean mayBeEmpty;
    private final Ignored ignored;
    private final Map<String, Knowledge> clocks = new HashMap<>();

    /** @param file of which nothing but the header has been read, and which has one */
    TraceStream(OpenFile file, SortedMap<String, TlaValue> constants, ReadOptions options) {
        this.file = file;
        this.header = Assembly.withConstants(file.header().orElseThrow(), constants, new Source(file.path(), 1))
                .ignoring(options.ignore());
        this.ignored = new Ignored(header);
        this.mayBeEmpty = options.allowEmpty();
    }

    /** For messages: the header's name, else the file's. */
    public String name() {
        return header.trace().orElse(file.path());
    }

    public TraceHeader header() {
        return header;
    }

    /** What was wrong so far but could be read, in sentences. */
    public List<String> warnings() {
        return file.warnings();
    }

    /** How many events of each name were left out so far, because they are not of the spec. */
    public SortedMap<String, Integer> ignored() {
        return ignored.counts();
    }

    /**
     * The next event; empty at the end.
     *
     * @throws Problem if the line cannot be read as one, or if there is none at all and must be some
     */
    public Optional<Event> next() {
        Optional<Event> next = read();
        if (next.isEmpty() && !mayBeEmpty) {
            throw ignored.nothingLeft(name());
        }
        mayBeEmpty = true;
        return next;
    }

    private Optional<Event> read() {
        Optional<Event> event = file.next();
        while (event.isPresent()) {
            checkClock(event.get());
            if (!ignored.leaveOut(event.get())) {
                return event;
            }
            event = file.next();
        }
        return event;
    }

    /** The order is that of the lines, but a hole in a process's numbers still is an event that was lost. */
    private void checkClock(Event event) {
        String process = event.process().orElse(file.path());
        if (!event.clock().isEmpty() || clocks.containsKey(process)) {
            clocks.computeIfAbsent(process, name -> new Knowledge(name, header.sparseClocks()))
                    .after(event);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
