package dev.plumb.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plumb in a JVM of its own, with a home, a temporary and a working folder in which all that it leaves is seen. */
@Timeout(60)
class LeavesNothingBehindTest {
    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();
    private Path temporary = Path.of("");
    private Path work = Path.of("");

    @BeforeEach
    void makeFolders() throws IOException {
        temporary = Files.createDirectory(folder.resolve("tmp"));
        work = Files.createDirectory(folder.resolve("work"));
    }

    @AfterEach
    void endProcesses() {
        started.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"Tank_Full.cfg, 12", "Tank_Unknown.cfg, 151"})
    void a_check_leaves_its_reports_only(String model, int exitCode) throws Exception {
        Path spec = Plumb.FIXTURES.resolve("tank").resolve(model).toAbsolutePath();
        List<Path> before = files(spec.getParent());
        Process plumb = start(List.of(), "check", spec.toString());
        assertThat(plumb.waitFor()).isEqualTo(exitCode);
        assertThat(files(temporary)).isEmpty();
        assertThat(files(spec.getParent())).isEqualTo(before);
        assertThat(files(work)).allMatch(file -> file.startsWith(work.resolve("plumb-out")));
    }

    @Test
    void a_validation_leaves_its_reports_only() throws Exception {
        Path trace = Files.writeString(folder.resolve("run.ndjson"), "{\"plumb\":1}\n{\"action\":\"Fill\"}\n");
        Process plumb = start(List.of(), "validate", trace.toString(), "--spec", tank());
        assertThat(plumb.waitFor()).isZero();
        assertThat(files(temporary)).isEmpty();
        assertThat(files(work)).allMatch(file -> file.startsWith(work.resolve("plumb-out")));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_terminated_check_takes_tlc_and_its_files_with_it() throws Exception {
        Process plumb = start(
                List.of(),
                "check",
                Plumb.FIXTURES.resolve("endless/Endless.cfg").toAbsolutePath().toString());
        while (!isComputingStates(plumb)) {
            assertThat(plumb.isAlive()).isTrue();
            Thread.sleep(50);
        }
        List<ProcessHandle> tlc = plumb.descendants().toList();
        assertThat(tlc).isNotEmpty();
        assertThat(new ProcessBuilder("kill", Long.toString(plumb.pid()))
                        .start()
                        .waitFor())
                .isZero();
        assertThat(plumb.waitFor()).isEqualTo(143);
        for (ProcessHandle each : tlc) {
            each.onExit().get(10, SECONDS);
        }
        assertThat(files(temporary)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {20_000})
    void a_long_trace_fits_into_little_memory_and_its_verdict_on_a_screen(int events) throws Exception {
        Path trace = folder.resolve("long.ndjson");
        try (BufferedWriter out = Files.newBufferedWriter(trace)) {
            out.write("{\"plumb\":1,\"constants\":{\"Capacity\":3}}\n");
            for (int i = 0; i < events; i += 2) {
                out.write("{\"action\":\"Fill\",\"state\":{\"level\":1}}\n");
                out.write("{\"action\":\"Drain\",\"args\":{\"n\":1},\"state\":{\"level\":0}}\n");
            }
        }
        Process plumb = start(List.of("-Xmx256m"), "validate", trace.toString(), "--spec", tank());
        assertThat(plumb.waitFor()).isZero();
        assertThat(Files.readString(folder.resolve("out")))
                .startsWith("CONFORMS")
                .contains("20,000 events")
                .hasSizeLessThan(500);
    }

    private static boolean isComputingStates(Process plumb) {
        return plumb.descendants().anyMatch(child -> child.info()
                .totalCpuDuration()
                .map(time -> time.toMillis() > 1_500)
                .orElse(true));
    }

    private static String tank() {
        return Plumb.FIXTURES.resolve("tank/Tank.tla").toAbsolutePath().toString();
    }

    private Process start(List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-XX:-UsePerfData", "-Djava.io.tmpdir=" + temporary));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        started.add(process);
        return process;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(file -> !file.equals(folder)).sorted().toList();
        }
    }
}
