package dev.plumb.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All of Plumb in one jar, called from a folder that has nothing to do with it. */
class OneJarIT {
    private static final Path JAR = Path.of("target/plumb.jar").toAbsolutePath();

    private static final Pattern MERGED = Pattern.compile("META-INF/(services/.+|(\\w+-)?(LICENSE|NOTICE)(\\.txt)?)");

    @TempDir
    Path folder;

    private record Run(int exitCode, String out) {}

    private Run plumb(String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out);
    }

    @Test
    void has_the_commands_of_all_modules() throws Exception {
        Run help = plumb("--help");
        assertThat(help.exitCode()).as(help.out()).isZero();
        assertThat(help.out()).contains("  check ", "  validate ", "  run ", "  history ", "  demo ");
    }

    @Test
    void has_a_TLC_for_models_an_evaluator_for_traces_and_the_shipped_modules() throws Exception {
        Files.writeString(
                folder.resolve("Count.tla"),
                "---- MODULE Count ----\nEXTENDS Naturals, FiniteSetsExt\nVARIABLE n\nInit == n = 0\n"
                        + "Up == n < 3 /\\ n' = n + 1\nSpec == Init /\\ [][Up]_n\nSmall == n <= Max({1, 3})\n====\n");
        Files.writeString(folder.resolve("Count.cfg"), "SPECIFICATION Spec\nINVARIANT Small\nCHECK_DEADLOCK FALSE\n");
        Run check = plumb("check", "Count.cfg", "--cache", "off");
        assertThat(check.exitCode()).as(check.out()).isZero();
        Files.writeString(
                folder.resolve("run.ndjson"),
                "{\"plumb\":1}\n{\"action\":\"Up\",\"state\":{\"n\":1}}\n{\"action\":\"Up\",\"state\":{\"n\":3}}\n");
        Run validate = plumb("validate", "run.ndjson", "--spec", "Count.tla");
        assertThat(validate.exitCode()).as(validate.out()).isEqualTo(15);
        assertThat(validate.out()).contains("leaves Count at event 2 of 2");
    }

    @Test
    void has_the_protocols_and_their_specifications() throws Exception {
        Run unknown = plumb("run", "nothing-of-that-name");
        assertThat(unknown.exitCode()).isNotZero();
        assertThat(unknown.out()).contains("twophase");
        Run run = plumb("run", "twophase", "--seed", "42");
        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out()).contains("is a behaviour of TwoPhase");
    }

    @Test
    void has_the_services_and_the_licences_of_all_jars() throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(JAR.resolveSibling("lib"))) {
            jars = files.toList();
        }
        assertThat(jars).hasSizeGreaterThan(20);
        try (JarFile all = new JarFile(JAR.toFile())) {
            assertThat(text(all, "LICENSE")).contains("Plumb");
            for (Path path : jars) {
                try (JarFile jar = new JarFile(path.toFile())) {
                    jar.stream()
                            .map(JarEntry::getName)
                            .filter(MERGED.asMatchPredicate())
                            .forEach(name -> assertThat(text(all, name).lines())
                                    .as("%s of %s", name, path)
                                    .containsAll(text(jar, name).lines().toList()));
                }
            }
        }
    }

    private static String text(JarFile jar, String name) {
        try (InputStream entry = jar.getInputStream(jar.getJarEntry(name))) {
            return new String(entry.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
