package dev.plumb.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One way to do a job: commands that are run one after another, each a process of its own.
 *
 * @param commands an argument an element
 * @param exitCode with which each of them must end
 * @param times how often as long the whole job takes, of which the commands are a sample
 * @param limit after which a command is stopped, and the time counted until then
 */
record Contender(String name, List<List<String>> commands, int exitCode, int times, Duration limit) {
    private static final Duration NO_LIMIT = Duration.ofDays(1);

    Contender(String name, List<List<String>> commands) {
        this(name, commands, 0, 1, NO_LIMIT);
    }

    Contender endingWith(int code) {
        return new Contender(name, commands, code, times, limit);
    }

    /** The commands are one of so many parts of the job that take as long. */
    Contender asSampleOf(int parts) {
        return new Contender(name, commands, exitCode, parts, limit);
    }

    Contender stoppedAfter(Duration time) {
        return new Contender(name, commands, exitCode, times, time);
    }

    /**
     * Does the job.
     *
     * @return how long it took, in seconds
     * @throws IllegalStateException if a command ends otherwise: the time that a failure takes says nothing
     */
    double run(Path folder) throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (List<String> command : commands) {
            run(command, folder);
        }
        return times * (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private void run(List<String> command, Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("last-output.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        } else if (process.exitValue() != exitCode) {
            throw new IllegalStateException(String.join(" ", command) + "\nended with " + process.exitValue() + ":\n"
                    + Files.readString(output));
        }
    }
}
