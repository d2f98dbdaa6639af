package dev.plumb.traces;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rest of a file with an event a line, of which the last may be torn. */
final class RecordedLines implements Recording {
    private final Lines lines;
    private final Optional<TraceHeader> header;
    private final LineFormat format;
    private final List<String> warnings = new ArrayList<>();
    private boolean isTorn;

    RecordedLines(Lines lines, Optional<TraceHeader> header, LineFormat format) {
        this.lines = lines;
        this.header = header;
        this.format = format;
    }

    @Override
    public Optional<TraceHeader> header() {
        return header;
    }

    @Override
    public Optional<Event> next() throws IOException {
        Optional<Lines.Raw> line = lines.next();
        if (line.isEmpty()) {
            return Optional.empty();
        } else if (FileReading.isTorn(line.get())) {
            isTorn = true;
            warnings.add(TraceWarnings.lastLineIsTorn(line.get().source()));
            return Optional.empty();
        }
        return Optional.of(format.read(FileReading.json(line.get()), line.get().source(), warnings));
    }

    @Override
    public boolean isTorn() {
        return isTorn;
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
