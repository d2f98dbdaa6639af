package dev.plumb.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a user runs it: in a process, to its end or to a Ctrl-C. */
class DemoTest {
    @TempDir
    Path folder;

    @Test
    void tells_its_story_and_leaves_pages() throws Exception {
        Process demo = start();
        String output = new String(demo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(demo.waitFor()).as(output).isZero();
        assertThat(output)
                .contains("1,146 states generated, 288 distinct", "CONFORMS", "DIVERGES", "tmPrepared = RM", "VIOLATED")
                .contains("ValueAllowed(Q, b, v)", "2 * Cardinality(R) > Cardinality(Replica)")
                .endsWith("Every step came out as announced.\n");
        for (String page :
                List.of("hasty/page.html", "MCTwoPhase_Hasty/space-time.svg", "selfish-proposal/page.html")) {
            assertThat(folder.resolve("out/demo").resolve(page)).isNotEmptyFile();
        }
        assertNothingIsLeft();
    }

    @Test
    void leaves_nothing_behind_when_it_is_terminated() throws Exception {
        for (String until : List.of("TLC checks", "four JVMs", "counterexample")) {
            Process demo = start();
            waitFor(until, demo);
            List<ProcessHandle> children = demo.descendants().toList();
            new ProcessBuilder("kill", Long.toString(demo.pid())).start().waitFor();
            assertThat(demo.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(demo.exitValue()).isEqualTo(143);
            assertThat(children).allSatisfy(child -> assertThat(
                            child.onExit().get(5, TimeUnit.SECONDS).isAlive())
                    .isFalse());
            assertNothingIsLeft();
        }
    }

    private Process start() throws IOException {
        Files.createDirectories(folder.resolve("tmp"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                        "-Dplumb.home=" + Project.ROOT,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.plumb.cli.Main",
                        "demo",
                        "--out",
                        "out")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static void waitFor(String text, Process demo) throws IOException {
        StringBuilder seen = new StringBuilder();
        while (seen.indexOf(text) < 0) {
            int next = demo.getInputStream().read();
            assertThat(next).as(seen.toString()).isNotNegative();
            seen.append((char) next);
        }
    }

    private void assertNothingIsLeft() throws IOException {
        try (var left = Files.list(folder.resolve("tmp"))) {
            assertThat(left.map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT)))
                    .noneMatch(name -> name.startsWith("plumb"));
        }
    }
}
