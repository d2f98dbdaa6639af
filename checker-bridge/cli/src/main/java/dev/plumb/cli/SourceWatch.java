package dev.plumb.cli;

import dev.plumb.core.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Notices when a file changes that a check of these models could read. */
final class SourceWatch {
    private static final long POLL_MILLIS = 200;

    private final List<Path> folders;
    private final SortedMap<Path, FileTime> before;

    private SourceWatch(List<Path> folders) {
        this.folders = folders;
        this.before = now();
    }

    static SourceWatch over(List<Model> models) {
        TreeSet<Path> folders = new TreeSet<>();
        models.forEach(model -> folders.addAll(model.folders()));
        return new SourceWatch(List.copyOf(folders));
    }

    /** Waits; polling sees what every editor does, on every file system. */
    void awaitChange() {
        try {
            while (now().equals(before)) {
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private SortedMap<Path, FileTime> now() {
        SortedMap<Path, FileTime> times = new TreeMap<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(SourceWatch::isSource).toList()) {
                    times.put(file, Files.getLastModifiedTime(file));
                }
            } catch (IOException | UncheckedIOException justBeingReplaced) {
                times.put(folder, FileTime.fromMillis(0));
            }
        }
        return times;
    }

    private static boolean isSource(Path file) {
        return file.toString().matches(".*\\.(tla|cfg|json)");
    }
}
