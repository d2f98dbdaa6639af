package dev.plumb.traces;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Our own format: a header line and then an event a line. */
final class PlumbFormat implements TraceFormat {
    @Override
    public boolean recognises(InputStream beginning) throws IOException {
        return TellingKey.of(beginning).equals(Fields.VERSION_KEY);
    }

    @Override
    public Recording open(String path, InputStream in) throws IOException {
        Lines lines = new Lines(path, in);
        Lines.Raw first = lines.next().orElseThrow();
        TraceHeader header = EventFormat.header(FileReading.json(first), first.source());
        return new RecordedLines(lines, Optional.of(header), new EventFormat(header.order()));
    }
}
