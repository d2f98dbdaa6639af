package dev.plumb.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A temporary folder that is gone when it is closed, and when the JVM ends without closing it: after a Ctrl-C only
 * shutdown hooks still get to run. The process that works in the folder ends before it.
 */
public final class PrivateFolder implements AutoCloseable {
    /** Fills the folder and starts a process in it; a Ctrl-C meanwhile waits, so that nothing is written after it. */
    @FunctionalInterface
    public interface Start {
        Process in(Path folder) throws IOException;
    }

    private static final int TRIES = 100;

    private final Thread tidier = new Thread(this::tidy, "plumb-tidier");
    private @Nullable Path path;
    private @Nullable Process user;
    private boolean gone;

    private PrivateFolder() {}

    /**
     * A new folder whose name begins so.
     *
     * @throws dev.plumb.traces.Problem if none can be made
     */
    public static PrivateFolder create(String prefix) {
        PrivateFolder folder = new PrivateFolder();
        try {
            // First the hook and then the folder: in the other order a Ctrl-C in between would leave the folder.
            Runtime.getRuntime().addShutdownHook(folder.tidier);
        } catch (IllegalStateException e) {
            awaitTheEnd();
        }
        folder.make(prefix);
        return folder;
    }

    private synchronized void make(String prefix) {
        if (gone) {
            awaitTheEnd();
        }
        try {
            path = Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw KernelProblems.noTemporaryFolder(
                    System.getProperty("java.io.tmpdir"), e.getClass().getSimpleName());
        }
    }

    public synchronized Path path() {
        if (path == null) {
            throw new IllegalStateException("closed");
        }
        return path;
    }

    /** Starts the process that works here. It is ended before the folder is deleted. */
    public synchronized Process start(Start start) throws IOException {
        if (gone) {
            awaitTheEnd();
        }
        user = start.in(path());
        return user;
    }

    private synchronized void tidy() {
        gone = true;
        if (user != null) {
            end(user);
        }
        if (path != null) {
            delete(path);
            path = null;
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    /**
     * Deletes a folder. A file that cannot be deleted is no reason to lose a verdict. Threads of this JVM may still be writing when it ends,
     * so what came in between is deleted with the next try.
     */
    public static void delete(Path folder) {
        for (int tries = 0; tries < TRIES && Files.exists(folder); tries++) {
            try (Stream<Path> tree = Files.walk(folder)) {
                tree.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException | UncheckedIOException e) {
                System.getLogger(PrivateFolder.class.getName()).log(System.Logger.Level.DEBUG, "again: " + folder, e);
            }
        }
        if (Files.exists(folder)) {
            System.getLogger(PrivateFolder.class.getName()).log(System.Logger.Level.WARNING, "left " + folder);
        }
    }

    /** The JVM is ending, and whatever this thread would do next it would do to the user's surprise. */
    private static void awaitTheEnd() {
        while (true) {
            LockSupport.park();
        }
    }

    /** Ends the process that works here, and deletes the folder. */
    @Override
    public void close() {
        tidy();
        try {
            Runtime.getRuntime().removeShutdownHook(tidier);
        } catch (IllegalStateException e) {
            awaitTheEnd();
        }
    }
}
