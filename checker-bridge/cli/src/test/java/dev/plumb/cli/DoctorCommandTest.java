package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumb.cli.Health.Status;
import dev.plumb.kernel.TlcJar;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    @TempDir
    private Path folder;

    private Health health(String name, Map<String, String> environment) {
        return new Doctor(environment, folder.resolve("out"))
                .examine(TlcJar::find).stream()
                        .filter(health -> health.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private Path program(String name, boolean executable) throws IOException {
        Path file =
                Files.createFile(Files.createDirectories(folder.resolve("bin")).resolve(name));
        assertThat(file.toFile().setExecutable(executable)).isTrue();
        return file;
    }

    @Test
    void where_all_is_well_each_thing_has_a_line_and_the_exit_code_is_0() {
        Plumb run = Plumb.run(folder.resolve("out"), "doctor");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .containsPattern("(?m)^ok       Java      \\d+")
                .containsPattern("(?m)^ok       TLC       \\d.*, with .*PlusCal.*\\.jar$")
                .containsPattern("(?m)^ok       memory    .* [GM]B, of which TLC uses up to \\d.* [GM]B$")
                .containsPattern("(?m)^ok       cores     \\d+, of which TLC uses \\d+$")
                .containsPattern("(?m)^ok       reports   .*out, .* free$")
                .doesNotContain("broken");
    }

    @Test
    void it_leaves_nothing() throws IOException {
        Plumb.run(folder.resolve("out"), "doctor");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_jar_that_is_no_TLC_and_one_that_does_not_run_are_broken() throws IOException {
        Plumb none = Plumb.run("doctor", "--tla2tools", "nowhere.jar");
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.out()).contains("broken   TLC       PLUMB-K02 There is no file nowhere.jar.");
        Path hollow = folder.resolve("hollow.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(hollow))) {
            jar.putNextEntry(new JarEntry("tlc2/TLC.class"));
        }
        Plumb broken = Plumb.run("doctor", "--tla2tools", hollow.toString());
        assertThat(broken.exitCode()).isEqualTo(153);
        assertThat(broken.out()).contains("broken   TLC       PLUMB-X01 TLC ended with exit code 255", "ok       Java");
    }

    @Test
    void a_file_in_place_of_the_reports_is_broken() throws IOException {
        Path file = Files.createFile(folder.resolve("plumb-out"));
        Plumb run = Plumb.run(file, "doctor");
        assertThat(run.exitCode()).isEqualTo(153);
        assertThat(run.out())
                .contains("broken   reports   PLUMB-U71 " + file + " cannot be written: " + file + " is no folder.\n"
                        + "                   Name another one with --out.\n");
    }

    @Test
    void the_cache_is_where_the_environment_says() {
        assertThat(health("cache", Map.of("XDG_CACHE_HOME", folder.toString())).what())
                .startsWith(folder.resolve("plumb") + ", ");
        String home =
                Path.of(System.getProperty("user.home"), ".cache", "plumb").toString();
        assertThat(health("cache", Map.of()).what()).contains(home);
        assertThat(health("cache", Map.of("XDG_CACHE_HOME", "relative")).what()).contains(home);
    }

    @Test
    void a_program_is_found_on_the_path_if_it_can_be_executed() throws IOException {
        Path dot = program("dot", true);
        program("chromium", false);
        Map<String, String> environment =
                Map.of("PATH", folder.resolve("none") + File.pathSeparator + folder.resolve("bin"));
        assertThat(health("Graphviz", environment).what()).startsWith(dot + ", which ");
        Health chromium = health("Chromium", environment);
        assertThat(chromium.status()).isEqualTo(Status.MISSING);
        assertThat(chromium.nextStep()).startsWith("Install it: ");
        assertThat(chromium.problem()).isEmpty();
    }

    @Test
    void an_old_Java_is_broken() {
        assertThat(Doctor.java(17).status()).isEqualTo(Status.OK);
        assertThat(Doctor.java(16).problem().orElseThrow().text())
                .startsWith("PLUMB-U70 Java is ")
                .contains("must be 17 or newer");
    }

    @Test
    void json_is_a_line_a_thing() throws IOException {
        Plumb run = Plumb.run("doctor", "--json", "--tla2tools", "nowhere.jar");
        List<String> lines = run.out().lines().toList();
        JsonNode tlc = new ObjectMapper().readTree(lines.get(1));
        assertThat(tlc.path("name").asText()).isEqualTo("TLC");
        assertThat(tlc.path("status").asText()).isEqualTo("broken");
        assertThat(tlc.path("code").asText()).isEqualTo("PLUMB-K02");
        assertThat(lines).hasSize(7).allMatch(line -> line.startsWith("{\"plumb\":1,"));
    }
}
