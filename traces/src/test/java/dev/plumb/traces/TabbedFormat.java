package dev.plumb.traces;

import dev.plumb.traces.Event.Arguments;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;

/** A format of a user's: {@code %spec Tank}, and then on each line a process and an action, with a tab between them. */
public final class TabbedFormat implements TraceFormat {
    @Override
    public boolean recognises(InputStream beginning) throws IOException {
        return beginning.read() == '%';
    }

    @Override
    public Recording open(String path, InputStream in) throws IOException {
        return new Tabbed(path, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    }

    private static final class Tabbed implements Recording {
        private final String path;
        private final BufferedReader lines;
        private final TraceHeader header;
        private int number = 1;

        Tabbed(String path, BufferedReader lines) throws IOException {
            this.path = path;
            this.lines = lines;
            this.header = TraceHeader.of(lines.readLine().substring("%spec ".length()))
                    .withOrder(TraceHeader.Order.FILE);
        }

        @Override
        public Optional<TraceHeader> header() {
            return Optional.of(header);
        }

        @Override
        public Optional<Event> next() throws IOException {
            number++;
            return Optional.ofNullable(lines.readLine())
                    .map(line -> line.split("\t"))
                    .map(this::event);
        }

        private Event event(String[] fields) {
            return new Event(
                    new Source(path, number),
                    Optional.of(fields[0]),
                    Optional.empty(),
                    Optional.of(fields[1]),
                    Arguments.NONE,
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap(),
                    Optional.empty());
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
