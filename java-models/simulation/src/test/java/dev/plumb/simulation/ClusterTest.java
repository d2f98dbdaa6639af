package dev.plumb.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumb.traces.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ClusterTest {
    @TempDir
    private Path dir;

    @Test
    void each_node_leaves_a_trace_and_no_process() throws Exception {
        List<ProcessHandle> processes;
        try (Cluster cluster = Cluster.start(game("pong", 20, Duration.ofSeconds(30)))) {
            processes = cluster.processes();
            assertThat(cluster.await()).containsExactly(dir.resolve("ping.ndjson"), dir.resolve("pong.ndjson"));
            assertThat(processes).noneMatch(ProcessHandle::isAlive);
        }

        assertThat(processes).hasSize(2);
        assertThat(files()).containsExactly("ping.ndjson", "pong.ndjson");
        assertThat(Files.readAllLines(dir.resolve("ping.ndjson")))
                .hasSize(1 + 20)
                .last()
                .asString()
                .contains("\"clock\":{\"ping\":20,\"pong\":19}", "\"at\":\"PingPong.java:");
        assertThat(Files.readAllLines(dir.resolve("pong.ndjson")))
                .hasSize(1 + 20)
                .last()
                .asString()
                .contains("\"clock\":{\"ping\":20,\"pong\":20}");
    }

    @Test
    void a_node_that_fails_is_shown_with_the_end_of_its_standard_error() throws Exception {
        try (Cluster cluster = Cluster.start(game("bad", 1, Duration.ofSeconds(30)))) {
            Problem problem = catchThrowableOfType(Problem.class, cluster::await);

            assertThat(problem.code()).isEqualTo("PLUMB-W31");
            assertThat(problem.what()).isEqualTo("Node bad ended with exit code 1 before its work was done.");
            assertThat(problem.nextStep())
                    .startsWith("Its standard error ends with:\n")
                    .contains("java.lang.IllegalStateException: missed the ball");
        }

        assertThat(files()).contains("bad.stderr.txt");
    }

    @Test
    void a_cluster_that_takes_too_long_names_who_is_missing_and_is_gone() throws Exception {
        List<ProcessHandle> processes;
        try (Cluster cluster = Cluster.start(game("slow", 1, Duration.ofSeconds(4)))) {
            processes = cluster.processes();

            assertThatThrownBy(cluster::await)
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.text()).isEqualTo("""
                                            PLUMB-W30 The cluster was not done after 4000 ms: still waiting for slow.
                                              Likely cause: a message that a node waits for is never sent, or the machine is busy.
                                              What the nodes did until then is in %s.""".formatted(dir)));
        }

        assertThat(processes).hasSize(2).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void a_cluster_that_cannot_start_leaves_no_process() {
        Cluster.Plan plan = new Cluster.Plan(
                PingPong.class, List.of("ping"), List.of("pong", "not a number"), "t", dir, Duration.ofSeconds(30));

        assertThatThrownBy(() -> Cluster.start(plan))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Node ping ended with exit code 1");
        assertThat(ProcessHandle.current().children().filter(child -> command(child)
                        .contains("ping")))
                .isEmpty();
    }

    @Test
    void no_node_outlives_a_launcher_that_is_killed() throws Exception {
        List<ProcessHandle> nodes = new ArrayList<>();
        Process launcher = launcherOf("slow");
        try (BufferedReader stdout = launcher.inputReader(StandardCharsets.UTF_8)) {
            nodes.add(ProcessHandle.of(Long.parseLong(stdout.readLine())).orElseThrow());
            nodes.add(ProcessHandle.of(Long.parseLong(stdout.readLine())).orElseThrow());
            assertThat(nodes).allMatch(ProcessHandle::isAlive);

            launcher.destroyForcibly().waitFor();

            for (ProcessHandle node : nodes) {
                node.onExit().get(20, TimeUnit.SECONDS);
            }
        } finally {
            launcher.destroyForcibly();
            nodes.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private Process launcherOf(String opponent) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        dir.toString(),
                        opponent)
                .redirectError(dir.resolve("launcher.stderr.txt").toFile())
                .start();
    }

    /** A launcher to be killed while its cluster runs. */
    static final class Launcher {
        private Launcher() {}

        public static void main(String[] args) throws Exception {
            try (Cluster cluster = Cluster.start(game(Path.of(args[0]), args[1], 0, Duration.ofSeconds(60)))) {
                cluster.processes().forEach(node -> System.out.println(node.pid()));
                cluster.await();
            }
        }
    }

    private Cluster.Plan game(String opponent, int hits, Duration timeout) {
        return game(dir, opponent, hits, timeout);
    }

    private static Cluster.Plan game(Path dir, String opponent, int hits, Duration timeout) {
        return new Cluster.Plan(
                PingPong.class, List.of("ping", opponent), List.of(opponent, "" + hits), "t", dir, timeout);
    }

    private static String command(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(dir)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
