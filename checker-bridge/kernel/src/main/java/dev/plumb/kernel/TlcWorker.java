package dev.plumb.kernel;

import dev.plumb.kernel.WorkerProtocol.Frame;
import dev.plumb.kernel.WorkerProtocol.Request;
import dev.plumb.kernel.api.TlcRunner;
import dev.plumb.modules.ShippedModules;
import dev.plumb.traces.Problem;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The main class of a JVM that runs TLC again and again, each time a TLC of its own, for a JVM that has warmed up is
 * several times faster than a new one. It speaks the {@link WorkerProtocol}, and ends at once when its standard input
 * does: so it never outlives the process that started it.
 */
public final class TlcWorker {
    /** The system property, true or not, that says that of all coverage only that of actions is to be counted. */
    public static final String ONLY_ACTIONS = "dev.plumb.coverage.actions";

    private static final String ENTRY = "dev.plumb.kernel.internal.OneTlc";
    private static final long PROGRESS_MILLIS = 200;
    private static final int FAILED = 255;

    private final TlcJar jar;
    private final DataOutputStream frames;
    private final BlockingQueue<Request.Run> runs = new LinkedBlockingQueue<>();
    private volatile @Nullable TlcRunner running;

    private TlcWorker(TlcJar jar, DataOutputStream frames) {
        this.jar = jar;
        this.frames = frames;
    }

    /** {@code arguments} are one: the path of the TLC jar. */
    public static void main(String[] arguments) throws Exception {
        OutputStream stdout = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
        TlcWorker worker = new TlcWorker(new TlcJar(Path.of(arguments[0])), new DataOutputStream(stdout));
        PrintStream output = new PrintStream(worker.new Printed(), true, StandardCharsets.UTF_8);
        System.setOut(output);
        System.setErr(output);
        new Thread(worker::listen, "requests").start();
        try {
            worker.work();
        } catch (LinkageError noTlc) {
            output.println("What the jar has is no TLC that can run: " + noTlc);
            Runtime.getRuntime().halt(FAILED);
        } catch (Throwable fatal) {
            fatal.printStackTrace(output);
            Runtime.getRuntime().halt(FAILED);
        }
    }

    /** The class path of such a JVM. TLC is not on it: each run has its own. */
    public static String classPath() {
        return Stream.of(TlcWorker.class, ShippedModules.class, Problem.class)
                .map(TlcWorker::home)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void listen() {
        try (DataInputStream in = new DataInputStream(System.in)) {
            while (true) {
                Request request = WorkerProtocol.readRequest(in);
                TlcRunner current = running;
                if (request instanceof Request.Run run) {
                    runs.add(run);
                } else if (current != null && request instanceof Request.Stop) {
                    current.stop();
                } else if (current != null) {
                    current.save();
                }
            }
        } catch (IOException gone) {
            Runtime.getRuntime().halt(0);
        }
    }

    private void work() throws Exception {
        ScheduledExecutorService clock = new ScheduledThreadPoolExecutor(1);
        var unused = clock.scheduleWithFixedDelay(
                this::tellProgress, PROGRESS_MILLIS, PROGRESS_MILLIS, TimeUnit.MILLISECONDS);
        Properties initial = (Properties) System.getProperties().clone();
        while (true) {
            Request.Run request = runs.take();
            request.properties().forEach(System::setProperty);
            int exitCode = run(request);
            System.setProperties((Properties) initial.clone());
            tell(new Frame.Ended(exitCode));
        }
    }

    private int run(Request.Run request) throws Exception {
        try (KernelLoader loader = KernelLoader.over(jar, library())) {
            TlcRunner runner =
                    (TlcRunner) loader.loadClass(ENTRY).getDeclaredConstructor().newInstance();
            running = runner;
            return runner.run(request.arguments().toArray(new String[0]));
        } finally {
            running = null;
            System.out.flush();
        }
    }

    /** Where TLC searches modules, and with them the Java classes that a specification brings along. */
    private static List<Path> library() {
        return Stream.of(System.getProperty("TLA-Library", "").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    private void tellProgress() {
        TlcRunner current = running;
        if (current != null) {
            tell(new Frame.Progress(current.counts()));
        }
    }

    private void tell(Frame frame) {
        synchronized (frames) {
            try {
                WorkerProtocol.write(frame, frames);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What is printed, whoever prints it. */
    private final class Printed extends OutputStream {
        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            tell(new Frame.Output(ByteBuffer.wrap(bytes, from, length)));
        }
    }
}
