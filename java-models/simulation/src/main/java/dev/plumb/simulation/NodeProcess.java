package dev.plumb.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** One node's JVM as its launcher sees it. */
final class NodeProcess {
    private static final int STDERR_LINES_SHOWN_MAX = 20;

    private final String name;
    private final Process process;
    private final Path stderr;

    /** What a node said, or that it ended. */
    record Report(NodeProcess node, String line) {
        private static final String ENDED = "plumb:ended";

        boolean isEnd() {
            return line.equals(ENDED);
        }
    }

    private NodeProcess(String name, Process process, Path stderr) {
        this.name = name;
        this.process = process;
        this.stderr = stderr;
    }

    static NodeProcess start(String name, List<String> command, Path stderr, BlockingQueue<Report> reports)
            throws IOException {
        Process process =
                new ProcessBuilder(command).redirectError(stderr.toFile()).start();
        NodeProcess node = new NodeProcess(name, process, stderr);
        Thread reader = new Thread(() -> node.forward(reports), "stdout-of-" + name);
        reader.setDaemon(true);
        reader.start();
        return node;
    }

    private void forward(BlockingQueue<Report> reports) {
        try (BufferedReader stdout = process.inputReader(UTF_8)) {
            for (String line = stdout.readLine(); line != null; line = stdout.readLine()) {
                reports.add(new Report(this, line));
            }
        } catch (IOException closed) {
            // the same as the end
        }
        reports.add(new Report(this, Report.ENDED));
    }

    String name() {
        return name;
    }

    Process process() {
        return process;
    }

    void tell(String line) {
        Writer stdin = process.outputWriter(UTF_8);
        try {
            stdin.write(line + "\n");
            stdin.flush();
        } catch (IOException hasEnded) {
            return; // which is reported
        }
    }

    /** Asks the node to stop, by ending its standard input. */
    void stop() throws IOException {
        process.outputWriter(UTF_8).close();
    }

    boolean hasEndedWithin(long nanos) throws InterruptedException {
        return process.waitFor(nanos, TimeUnit.NANOSECONDS);
    }

    /** The end of what it wrote to standard error; the file is kept, unless it is empty. */
    String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(stderr, UTF_8);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - STDERR_LINES_SHOWN_MAX), lines.size()));
    }

    void forgetSilence() throws IOException {
        if (Files.size(stderr) == 0) {
            Files.delete(stderr);
        }
    }
}
