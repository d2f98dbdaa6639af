package dev.plumb.kernel.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of one spec's own, for the files that TLC wants to see on disk; a JVM that exits takes it along. */
final class ScratchFolder {
    private final Path path;
    private final Thread atExit = new Thread(this::deleteFiles);

    private ScratchFolder(Path path) {
        this.path = path;
    }

    static ScratchFolder create() {
        try {
            ScratchFolder scratch = new ScratchFolder(Files.createTempDirectory("plumb-kernel-"));
            Runtime.getRuntime().addShutdownHook(scratch.atExit);
            return scratch;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    void write(String name, String text) {
        try {
            Files.writeString(path.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder(String name) {
        try {
            return Files.createDirectory(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A hook that stays registered would keep this spec's whole TLC in memory. */
    void delete() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM is exiting, and runs the hook if it has not yet.
        }
        deleteFiles();
    }

    private void deleteFiles() {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(path)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
