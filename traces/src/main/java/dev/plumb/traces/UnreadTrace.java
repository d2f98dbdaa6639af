package dev.plumb.traces;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;

/** The files of one trace, before they are read. */
public final class UnreadTrace {
    private final List<Unread> files;
    private final SortedMap<String, TlaValue> constants;
    private final ReadOptions options;

    private UnreadTrace(List<Unread> files, SortedMap<String, TlaValue> constants, ReadOptions options) {
        this.files = List.copyOf(files);
        this.constants = constants;
        this.options = options;
    }

    /**
     * One of its files.
     *
     * @param header empty where it has no legible one
     * @param open from its start
     */
    private record Unread(String path, Optional<TraceHeader> header, Supplier<OpenFile> open) {
        static Unread of(Path path) {
            return new Unread(path.toString(), headerOf(path), () -> OpenFile.of(path));
        }

        private static Optional<TraceHeader> headerOf(Path path) {
            try (OpenFile file = OpenFile.of(path)) {
                return file.header();
            } catch (IOException | Problem toldWhenItIsRead) {
                return Optional.empty();
            }
        }

        RecordedFile read() {
            try (OpenFile file = open.get()) {
                return file.rest();
            } catch (IOException e) {
                throw OpenFile.problem(path, e);
            }
        }
    }

    /** Files whose headers name the same trace are parts of one; a file that has no legible header is one by itself. */
    static List<UnreadTrace> of(Collection<Path> files, SortedMap<String, TlaValue> constants, ReadOptions options) {
        Map<List<String>, List<Unread>> groups = new LinkedHashMap<>();
        for (Path path : files) {
            Unread file = Unread.of(path);
            groups.computeIfAbsent(group(file, options), key -> new ArrayList<>())
                    .add(file);
        }
        return groups.values().stream()
                .map(group -> new UnreadTrace(group, constants, options))
                .toList();
    }

    /** A trace of which nothing can be read twice, as that on standard input: its beginning is read at once. */
    static UnreadTrace of(String path, InputStream in, SortedMap<String, TlaValue> constants, ReadOptions options) {
        OpenFile file = OpenFile.of(path, in);
        return new UnreadTrace(List.of(new Unread(path, file.header(), () -> file)), constants, options);
    }

    private static List<String> group(Unread file, ReadOptions options) {
        if (file.header().isEmpty() && options.merge()) {
            return List.of("merged");
        }
        return file.header()
                .flatMap(TraceHeader::trace)
                .map(name -> List.of("trace", name))
                .orElse(List.of("file", file.path()));
    }

    /** What messages call it until it has been read: the name that its header gives, else its files'. */
    public String name() {
        return files.get(0)
                .header()
                .flatMap(TraceHeader::trace)
                .orElseGet(() ->
                        Assembly.name(files.stream().map(Unread::path).sorted().toList()));
    }

    /** Whether its events stand in their order in one file, so that they need not all be in memory. */
    public boolean isStream() {
        return files.size() == 1
                && files.get(0)
                        .header()
                        .filter(header -> header.order() == TraceHeader.Order.FILE)
                        .isPresent();
    }

    /**
     * Reads all of it.
     *
     * @throws Problem if a file cannot be read or is not a trace, or if an event is missing
     */
    public Trace read() {
        return Assembly.trace(files.stream().map(Unread::read).toList(), constants, options);
    }

    /**
     * Reads it an event at a time.
     *
     * @throws Problem if it cannot be read, or not in its order
     */
    public TraceStream stream() {
        if (!isStream()) {
            throw OrderProblems.linesAreNotInOrder(name());
        }
        return new TraceStream(files.get(0).open().get(), constants, options);
    }
}
