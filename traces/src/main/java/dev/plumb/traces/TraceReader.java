package dev.plumb.traces;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads traces from files and folders, whichever of the known formats they are in. */
public final class TraceReader {
    private static final Pattern TRACE_FILE = Pattern.compile(".*\\.(ndjson|jsonl|itf\\.json)(\\.gz)?");

    /** By the 2024 tools' convention constants stand beside the traces. */
    private static final Pattern CONSTANTS_FILE = Pattern.compile("conf\\..*");

    private TraceReader() {}

    /**
     * The traces that are in these files, in the order in which they first appear.
     *
     * @param paths files, and folders that stand for the {@code .ndjson}, {@code .jsonl} and {@code .itf.json}
     *     files in them by name, zipped or not, without the files of constants ({@code conf.*})
     * @throws Problem if a file cannot be read or is not a trace, or if an event is missing
     */
    public static List<Trace> read(List<Path> paths, ReadOptions options) {
        return find(paths, options).stream().map(UnreadTrace::read).toList();
    }

    /**
     * The traces that are in these files, of which the first lines only are read: what is wrong with one of them does
     * not keep anybody from reading the others.
     *
     * @param paths as for {@link #read}
     * @throws Problem if there is no trace, or the constants cannot be read
     */
    public static List<UnreadTrace> find(List<Path> paths, ReadOptions options) {
        Set<Path> files = new LinkedHashSet<>();
        paths.forEach(path -> files.addAll(Files.isDirectory(path) ? filesIn(path) : List.of(path)));
        return UnreadTrace.of(files, constants(options), options);
    }

    /**
     * A trace that is read from a stream, from which it can be read once. Its header is waited for.
     *
     * @param name for messages
     * @param in zipped or not
     * @throws Problem if it cannot be read, or is of no known format
     */
    public static UnreadTrace from(String name, InputStream in, ReadOptions options) {
        return UnreadTrace.of(name, in, constants(options), options);
    }

    /** What to tell where a file cannot be opened or read. */
    public static Problem problem(Path file, IOException why) {
        return OpenFile.problem(file.toString(), why);
    }

    private static SortedMap<String, TlaValue> constants(ReadOptions options) {
        return options.conf().map(FileReading::constants).orElse(Collections.emptySortedMap());
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(TraceReader::isTrace).sorted().toList();
            if (files.isEmpty()) {
                throw TraceProblems.folderHoldsNoTraces(folder.toString());
            }
            return files;
        } catch (IOException e) {
            throw TraceProblems.fileCannotBeRead(folder.toString(), String.valueOf(e.getMessage()));
        }
    }

    private static boolean isTrace(Path file) {
        String name = String.valueOf(file.getFileName());
        return TRACE_FILE.matcher(name).matches()
                && !CONSTANTS_FILE.matcher(name).matches()
                && Files.isRegularFile(file);
    }
}
