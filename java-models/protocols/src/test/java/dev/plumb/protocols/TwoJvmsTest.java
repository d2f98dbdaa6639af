package dev.plumb.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.simulation.Protocol;
import dev.plumb.simulation.drive.Driver;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.RunLog;
import dev.plumb.simulation.drive.RunTraces;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.RandomChooser;
import dev.plumb.simulation.world.WorldOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A seed gives the same run, byte by byte, in every JVM: also in one whose identity hashes are others. */
class TwoJvmsTest {
    private static final int SEEDS = 5;

    @TempDir
    Path folder;

    @Test
    void every_seed_leaves_the_same_log_and_the_same_traces() throws Exception {
        byte[] once = logs("-XX:hashCode=5", "once");
        byte[] again = logs("-XX:hashCode=0", "again");

        assertThat(once.length).isGreaterThan(100_000);
        assertThat(again).isEqualTo(once);
    }

    private byte[] logs(String identityHashes, String name) throws IOException, InterruptedException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UnlockExperimentalVMOptions",
                        identityHashes,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Logs.class.getName(),
                        folder.resolve(name).toString())
                .redirectError(folder.resolve("stderr.txt").toFile())
                .start();
        byte[] printed = jvm.getInputStream().readAllBytes();
        assertThat(jvm.waitFor())
                .as(Files.readString(folder.resolve("stderr.txt")))
                .isZero();
        return printed;
    }

    /** Prints all that a run with each seed leaves. */
    static final class Logs {
        private Logs() {}

        public static void main(String[] args) throws IOException {
            PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
            for (Protocol protocol : ServiceLoader.load(Protocol.class)) {
                if (protocol.getClass().getName().startsWith("dev.plumb.protocols.")) {
                    print(protocol.name(), Path.of(args[0]), out);
                }
            }
            out.flush();
        }

        private static void print(String protocol, Path folder, PrintStream out) throws IOException {
            for (WorldOptions world : List.of(WorldOptions.TIMED, WorldOptions.UNTIMED)) {
                WorldOptions options = world.with(Fault.CRASH, 2)
                        .with(Fault.PARTITION, 1)
                        .with(Fault.LOSS, 1)
                        .with(Fault.DUPLICATE, 1)
                        .with(Fault.TORN_WRITE, 1)
                        .with(Fault.PAUSE, 1);
                Driver driver = new Driver(new Scenario(protocol, 3, Protocol.NO_BUG, options), 1_000);
                for (int seed = 1; seed <= SEEDS; seed++) {
                    Run run = driver.run(new RandomChooser(seed));
                    out.println(run.choices());
                    RunLog.of(run).forEach(out::println);
                    for (Path file : RunTraces.write(run, folder, "seed-" + seed)) {
                        out.println(Files.readString(file));
                    }
                }
            }
        }
    }
}
