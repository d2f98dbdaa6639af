package dev.plumb.traces;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The files of one trace, before they are read. */
public final class UnreadTrace {
    private final List<Path> files;
    private final Optional<TraceHeader> header;
    private final SortedMap<String, TlaValue> constants;
    private final ReadOptions options;

    private UnreadTrace(
            List<Path> files,
            Optional<TraceHeader> header,
            SortedMap<String, TlaValue> constants,
            ReadOptions options) {
        this.files = List.copyOf(files);
        this.header = header;
        this.constants = constants;
        this.options = options;
    }

    /** Files whose headers name the same trace are parts of one; a file that has no legible header is one by itself. */
    static List<UnreadTrace> of(Collection<Path> files, SortedMap<String, TlaValue> constants, ReadOptions options) {
        Map<List<String>, List<Path>> groups = new LinkedHashMap<>();
        Map<Path, Optional<TraceHeader>> headers = new LinkedHashMap<>();
        for (Path file : files) {
            Optional<TraceHeader> header = FileReading.header(file);
            headers.put(file, header);
            groups.computeIfAbsent(group(file, header, options), key -> new ArrayList<>())
                    .add(file);
        }
        return groups.values().stream()
                .map(group -> new UnreadTrace(
                        group, headers.getOrDefault(group.get(0), Optional.empty()), constants, options))
                .toList();
    }

    private static List<String> group(Path file, Optional<TraceHeader> header, ReadOptions options) {
        if (header.isEmpty() && options.merge()) {
            return List.of("merged");
        }
        return header.flatMap(TraceHeader::trace)
                .map(name -> List.of("trace", name))
                .orElse(List.of("file", file.toString()));
    }

    /** What messages call it until it has been read: the name that its header gives, else its files'. */
    public String name() {
        return header.flatMap(TraceHeader::trace)
                .orElseGet(() -> Assembly.name(
                        files.stream().map(Path::toString).sorted().toList()));
    }

    /** Whether its events stand in their order in one file, so that they need not all be in memory. */
    public boolean isStream() {
        return files.size() == 1
                && header.filter(h -> h.order() == TraceHeader.Order.FILE).isPresent();
    }

    /**
     * Reads all of it.
     *
     * @throws Problem if a file cannot be read or is not a trace, or if an event is missing
     */
    public Trace read() {
        return Assembly.trace(files.stream().map(FileReading::trace).toList(), constants, options);
    }

    /**
     * Reads it an event at a time.
     *
     * @throws Problem if it cannot be read
     */
    public TraceStream stream() {
        return TraceStream.open(files.get(0), constants, options);
    }
}
