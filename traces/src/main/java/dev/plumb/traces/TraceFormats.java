package dev.plumb.traces;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** All formats: the user's and those that Plumb brings. */
final class TraceFormats {
    private static final List<TraceFormat> OURS =
            List.of(new PlumbFormat(), new ItfFormat(), new TlcJsonFormat(), new UpdateLinesFormat());

    /** The first line tells the format of lines, and it may be as long as any. */
    private static final int BEGINNING_BYTES_MAX = 2 * Lines.LINE_BYTES_MAX;

    private TraceFormats() {}

    /** Begins to read a file of whichever format it is. */
    static Recording open(String path, InputStream unzipped) throws IOException {
        BufferedInputStream in = new BufferedInputStream(unzipped);
        List<TraceFormat> all = Stream.concat(
                        ServiceLoader.load(TraceFormat.class).stream().map(ServiceLoader.Provider::get), OURS.stream())
                .toList();
        for (TraceFormat format : all) {
            in.mark(BEGINNING_BYTES_MAX);
            boolean isOfFormat = format.recognises(new Unclosed(in));
            in.reset();
            if (isOfFormat) {
                in.mark(0); // else the buffer would grow with what is read
                return format.open(path, in);
            }
        }
        Optional<Lines.Raw> first = new Lines(path, in).next();
        if (first.isPresent()) {
            FileReading.json(first.get());
            throw TraceProblems.formatIsUnknown(first.get().source());
        }
        return new EmptyFile();
    }

    /** What a format looks at and may close, as a parser of JSON does. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() {}
    }

    /** It has no format, but it has no event either that could be misread. */
    private static final class EmptyFile implements Recording {
        @Override
        public Optional<TraceHeader> header() {
            return Optional.empty();
        }

        @Override
        public Optional<Event> next() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}
