package dev.plumb.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One way to do a job: commands that are run one after another, each a process of its own.
 *
 * @param commands an argument an element
 * @param exitCode with which each of them must end
 */
record Contender(String name, List<List<String>> commands, int exitCode) {
    Contender(String name, List<List<String>> commands) {
        this(name, commands, 0);
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
            int ended = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("last-output.txt").toFile())
                    .start()
                    .waitFor();
            if (ended != exitCode) {
                throw new IllegalStateException(String.join(" ", command) + "\nended with " + ended + "; see "
                        + folder.resolve("last-output.txt"));
            }
        }
        return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
