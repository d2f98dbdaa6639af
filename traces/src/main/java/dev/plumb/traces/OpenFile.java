package dev.plumb.traces;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file that is being read, whichever format it is of and whether or not it is zipped. */
final class OpenFile implements Closeable {
    private final String path;
    private final Unzipped bytes;
    private final Recording recording;

    private OpenFile(String path, Unzipped bytes, Recording recording) {
        this.path = path;
        this.bytes = bytes;
        this.recording = recording;
    }

    /** @throws Problem if it cannot be read, or is of no known format */
    static OpenFile of(Path path) {
        try {
            return of(path.toString(), Files.newInputStream(path));
        } catch (IOException e) {
            throw problem(path.toString(), e);
        }
    }

    /**
     * @param path for messages
     * @throws Problem if it cannot be read, or is of no known format
     */
    static OpenFile of(String path, InputStream in) {
        try {
            return opened(path, in);
        } catch (IOException e) {
            throw problem(path, e);
        }
    }

    private static OpenFile opened(String path, InputStream in) throws IOException {
        try {
            Unzipped bytes = Unzipped.of(in);
            return new OpenFile(path, bytes, TraceFormats.open(path, bytes));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    static Problem problem(String path, IOException why) {
        return why instanceof NoSuchFileException
                ? TraceProblems.fileIsNotThere(path)
                : TraceProblems.fileCannotBeRead(path, String.valueOf(why.getMessage()));
    }

    String path() {
        return path;
    }

    Optional<TraceHeader> header() {
        return recording.header();
    }

    /** @throws Problem if what stands there cannot be read as an event */
    Optional<Event> next() {
        try {
            return recording.next();
        } catch (IOException e) {
            throw problem(path, e);
        }
    }

    boolean isTorn() {
        return recording.isTorn() || bytes.isTorn();
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>(recording.warnings());
        if (bytes.isTorn() && !recording.isTorn()) {
            warnings.add(TraceWarnings.zipIsTorn(path));
        }
        return warnings;
    }

    /** The rest of it. */
    RecordedFile rest() {
        List<Event> events = new ArrayList<>();
        for (Optional<Event> event = next(); event.isPresent(); event = next()) {
            events.add(event.get());
        }
        return new RecordedFile(path, header(), List.copyOf(events), isTorn(), warnings());
    }

    @Override
    public void close() throws IOException {
        recording.close();
    }
}
