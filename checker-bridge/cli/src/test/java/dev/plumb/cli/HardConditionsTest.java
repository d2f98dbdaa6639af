package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a machine can do to a check: the verdict stays right, or there is none. */
class HardConditionsTest {
    @TempDir
    Path folder;

    private Path models;

    @BeforeEach
    void copy_models() throws IOException {
        models = copy("models", "\n");
    }

    private Path copy(String name, String lineEnd) throws IOException {
        Path copies = Files.createDirectory(folder.resolve(name));
        for (String file : List.of("Tank.tla", "Tank.cfg", "Tank_Full.cfg", "Tank_Lazy.cfg")) {
            String text = Files.readString(Plumb.FIXTURES.resolve("tank").resolve(file));
            Files.writeString(copies.resolve(file), text.replace("\n", lineEnd));
        }
        return copies;
    }

    @Test
    void line_ends_of_Windows_and_names_with_spaces_change_nothing() throws IOException {
        Path windows = copy("on Windows", "\r\n");
        Plumb run = Plumb.run(folder.resolve("the reports"), "check", windows.toString(), "--workers", "1");
        assertThat(run.exitCode()).isEqualTo(12);
        assertThat(run.out())
                .contains("HOLDS  TypeOK holds in Tank (Tank.cfg).", "NeverFull is violated", "Tank.tla:9:1")
                .endsWith("3 models: 1 as expected, 2 not (Tank_Full.cfg, Tank_Lazy.cfg)\n");
        assertThat(folder.resolve("the reports/Tank_Full/page.html")).isNotEmptyFile();
    }

    /** Letters that the file system cannot have in this locale cannot be tried. */
    @Test
    void names_with_letters_of_other_languages_change_nothing() throws Exception {
        Process run = start(
                Map.of("LC_ALL", "C.UTF-8"),
                List.of("-Dsun.jnu.encoding=UTF-8"),
                "sh",
                "-c",
                "mkdir 'Behälter ß' && cp models/* 'Behälter ß' && exec \"$@\" check 'Behälter ß' --workers 1",
                "sh");
        assertThat(run.waitFor()).isEqualTo(12);
        assertThat(output()).contains("3 models: 1 as expected, 2 not (Tank_Full.cfg, Tank_Lazy.cfg)");
    }

    @Test
    void what_the_JVM_itself_says_is_no_part_of_what_TLC_says() throws Exception {
        Process run =
                start(Map.of("JAVA_TOOL_OPTIONS", "-Dsomething=else"), List.of(), "", "check", "models/Tank_Full.cfg");
        assertThat(run.waitFor()).isEqualTo(12);
        assertThat(output()).contains("NeverFull is violated").doesNotContain("Picked up");
    }

    @Test
    void nothing_is_written_to_the_home_of_the_user_but_what_is_kept_of_results() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Process run =
                start(Map.of("PLUMB_CACHE", "off"), List.of("-Duser.home=" + home), "", "check", "models/Tank.cfg");
        assertThat(run.waitFor()).isZero();
        assertThat(home).isEmptyDirectory();
        Process kept = start(
                Map.of("PLUMB_CACHE", "", "XDG_CACHE_HOME", ""),
                List.of("-Duser.home=" + home),
                "",
                "check",
                "models/Tank.cfg");
        assertThat(kept.waitFor()).isZero();
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile)).singleElement().satisfies(file -> assertThat(file)
                    .startsWith(home.resolve(".cache/plumb/results")));
        }
    }

    @Test
    void checks_of_one_model_at_the_same_time_do_not_disturb_each_other() {
        List<CompletableFuture<Plumb>> runs = Stream.of(1, 2, 3)
                .map(i -> CompletableFuture.supplyAsync(() -> Plumb.run(
                        folder.resolve("out"),
                        "check",
                        models.resolve("Tank_Full.cfg").toString(),
                        "--workers",
                        "1")))
                .toList();
        assertThat(runs).allSatisfy(run -> {
            assertThat(run.join().exitCode()).isEqualTo(12);
            assertThat(run.join().out()).contains("5 states generated, 4 distinct, depth 4");
        });
        assertThat(folder.resolve("out/Tank_Full/result.json")).content().endsWith("}\n");
    }

    @Test
    void a_heap_that_is_too_small_is_a_limit_and_no_verdict() throws IOException {
        Files.writeString(
                models.resolve("Huge.tla"),
                "---- MODULE Huge ----\nEXTENDS Integers\nVARIABLE x\nInit == x = <<0>>\n"
                        + "Next == x' = [i \\in 1..50000000 |-> i]\nSmall == x # <<1>>\n====\n");
        Files.writeString(models.resolve("Huge.cfg"), "INIT Init NEXT Next INVARIANT Small\n");
        Plumb run = Plumb.run(folder, "check", models.resolve("Huge.cfg").toString(), "--memory", "48m");
        assertThat(run.exitCode()).isEqualTo(20);
        assertThat(run.out()).startsWith("INCOMPLETE").contains("48m of memory");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_disk_that_takes_no_files_is_told_and_no_verdict() throws Exception {
        Process run = start(Map.of(), List.of("-Djava.io.tmpdir=/proc/self"), "", "check", "models/Tank.cfg");
        assertThat(run.waitFor()).isEqualTo(153);
        assertThat(output()).startsWith("TOOL ERROR  PLUMB-X04").doesNotContain("HOLDS", "\tat ");
        Process reports = start(Map.of(), List.of(), "", "check", "models/Tank.cfg", "--out", "/proc/self/out");
        assertThat(reports.waitFor()).isEqualTo(3);
        assertThat(output())
                .contains("PLUMB-U03 Cannot write to the folder /proc/self/out")
                .doesNotContain("\tat ");
    }

    /** Plumb as a process of its own; {@code shell} words, if any, stand before its command. */
    private Process start(Map<String, String> environment, List<String> jvm, String shell, String... words)
            throws IOException {
        List<String> plumb = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        plumb.addAll(jvm);
        plumb.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        List<String> command = new ArrayList<>();
        if (!shell.isEmpty()) {
            command.add(shell);
            command.addAll(List.of(words));
            command.addAll(plumb);
        } else {
            command.addAll(plumb);
            command.addAll(List.of(words));
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output")).replaceAll("Picked up JAVA_TOOL_OPTIONS: .*\n", "");
    }
}
