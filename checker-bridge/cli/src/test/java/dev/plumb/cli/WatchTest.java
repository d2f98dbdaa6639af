package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private @Nullable Process plumb;

    @BeforeEach
    void watch_a_copy() throws IOException {
        for (String file : List.of("Tank.tla", "Tank.cfg")) {
            Files.copy(Plumb.FIXTURES.resolve("tank").resolve(file), folder.resolve(file));
        }
        plumb = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "check",
                        "Tank.cfg",
                        "--watch")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    @AfterEach
    void end() throws InterruptedException {
        if (plumb != null) {
            plumb.destroy();
            plumb.waitFor();
        }
    }

    private void awaitLines(String beginning, int count) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (output().lines().filter(line -> line.startsWith(beginning)).count() < count) {
            assertThat(System.nanoTime()).as(output()).isLessThan(end);
            Thread.sleep(50);
        }
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output"));
    }

    private void edit(String file, String from, String to) throws IOException {
        Files.writeString(
                folder.resolve(file), Files.readString(folder.resolve(file)).replace(from, to));
    }

    @Test
    void each_change_of_the_cfg_or_a_module_is_checked_also_after_a_mistake() throws Exception {
        awaitLines("HOLDS", 1);
        edit("Tank.cfg", "TypeOK", "NeverFull");
        awaitLines("VIOLATED", 1);
        edit("Tank.tla", "Next ==", "Next == Fil \\/");
        awaitLines("SPEC ERROR", 1);
        edit("Tank.tla", "Next == Fil \\/", "Next ==");
        awaitLines("VIOLATED", 2);
        edit("Tank.cfg", "NeverFull", "TypeOK");
        awaitLines("HOLDS", 2);
    }
}
