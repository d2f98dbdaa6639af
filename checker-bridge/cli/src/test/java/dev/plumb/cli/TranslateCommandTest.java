package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslateCommandTest {
    @TempDir
    private Path folder;

    private static String fixture(String name) throws IOException {
        return Files.readString(Plumb.FIXTURES.resolve("pluscal").resolve(name));
    }

    private Path module(String text, Charset charset) throws IOException {
        return Files.writeString(folder.resolve("Untranslated.tla"), text, charset);
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @ParameterizedTest(name = "{0}: exit code {1}")
    @CsvSource({
        "pluscal/Translated.tla,     0, translate-up-to-date",
        "pluscal/Untranslated.tla,   5, translate-missing",
        "pluscal/Stale.tla,          5, translate-stale",
        "pluscal/Wrong.tla,        150, translate-wrong",
        "tank/Tank.tla,              0, translate-no-pluscal",
        "pluscal,                  150, translate-folder",
    })
    void check_says_how_each_translation_is_and_touches_nothing(String spec, int exitCode, String golden)
            throws IOException {
        String before = fixture("Stale.tla") + fixture("Untranslated.tla");
        Plumb run = Plumb.run("translate", "--check", Plumb.fixture(spec));
        assertThat(run.exitCode()).isEqualTo(exitCode);
        Golden.check(golden, run.transcript());
        assertThat(fixture("Stale.tla") + fixture("Untranslated.tla")).isEqualTo(before);
        assertThat(namesIn(Plumb.FIXTURES.resolve("pluscal"))).allMatch(name -> name.endsWith(".tla"));
    }

    @Test
    void variables_in_another_order_and_other_comments_are_not_stale() {
        Plumb run = Plumb.run("translate", "--check", Plumb.fixture("pluscal/OtherGeneration.tla"));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("UP TO DATE");
    }

    @Test
    void a_line_that_is_indented_otherwise_is_stale() throws IOException {
        String moved = fixture("Translated.tla").replace("      /\\ pc' = \"Up\"", "       /\\ pc' = \"Up\"");
        assertThat(moved).isNotEqualTo(fixture("Translated.tla"));
        Path module = Files.writeString(folder.resolve("Translated.tla"), moved);
        assertThat(Plumb.run("translate", "--check", module.toString()).exitCode())
                .isEqualTo(5);
    }

    @Test
    void the_translation_is_written_and_nothing_left_beside_it() throws IOException {
        Path module = module(fixture("Untranslated.tla"), StandardCharsets.UTF_8);
        Plumb run = Plumb.run("translate", module.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("TRANSLATED  " + module + "\n");
        assertThat(Files.readString(module).replace("Untranslated", "Translated"))
                .isEqualTo(fixture("Translated.tla"));
        assertThat(namesIn(folder)).containsExactly("Untranslated.tla");
        assertThat(Plumb.run("translate", module.toString()).out()).isEqualTo("UP TO DATE  " + module + "\n");
    }

    @Test
    void a_stale_translation_is_replaced_and_what_is_around_it_kept() throws IOException {
        String stale =
                fixture("Stale.tla").replace("====\n", "Kept == TRUE\t \n====\nafter the module, without an end");
        Path module = Files.writeString(folder.resolve("Stale.tla"), stale);
        assertThat(Plumb.run("translate", module.toString()).exitCode()).isZero();
        assertThat(Files.readString(module))
                .contains("count' = count + 2")
                .doesNotContain("count' = count + 1")
                .endsWith("Kept == TRUE\t \n====\nafter the module, without an end");
        assertThat(Plumb.run("translate", "--check", module.toString()).exitCode())
                .isZero();
    }

    @Test
    void line_ends_of_Windows_and_characters_that_are_not_utf_8_stay() throws IOException {
        String text = fixture("Untranslated.tla").replace("EXTENDS", "\\* caf\u00e9\nEXTENDS");
        Path module = module(text.replace("\n", "\r\n"), StandardCharsets.ISO_8859_1);
        assertThat(Plumb.run("translate", module.toString()).exitCode()).isZero();
        String written = Files.readString(module, StandardCharsets.ISO_8859_1);
        assertThat(written).contains("\\* caf\u00e9\r\n", "END TRANSLATION").doesNotContainPattern("(?<!\r)\n");
        assertThat(Plumb.run("translate", "--check", module.toString()).exitCode())
                .isZero();
    }

    @Test
    void the_file_keeps_its_permissions_and_a_link_stays_a_link(@TempDir Path elsewhere) throws IOException {
        Path real = elsewhere.resolve("\u00e9t\u00e9 of 24.tla");
        Files.copy(Plumb.FIXTURES.resolve("pluscal/Untranslated.tla"), real);
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-rw-r-x"));
        Path link = Files.createSymbolicLink(folder.resolve("Linked.tla"), real);
        assertThat(Plumb.run("translate", link.toString()).exitCode()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(real).content().contains("END TRANSLATION");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-rw-r-x");
    }

    @Test
    void an_algorithm_with_a_mistake_leaves_the_module_as_it_is() throws IOException {
        Path module = module(fixture("Wrong.tla"), StandardCharsets.UTF_8);
        Plumb run = Plumb.run("translate", module.toString());
        assertThat(run.exitCode()).isEqualTo(150);
        assertThat(run.out()).contains("PLUMB-C72", "Untranslated.tla:8:13");
        assertThat(module).hasContent(fixture("Wrong.tla"));
    }

    @Test
    void json_is_a_line_a_module() throws IOException {
        Plumb run = Plumb.run("translate", "--check", "--json", Plumb.fixture("pluscal/Stale.tla"));
        assertThat(run.exitCode()).isEqualTo(5);
        JsonNode stale = new ObjectMapper().readTree(run.out());
        assertThat(stale.path("found").asText()).isEqualTo("stale");
        assertThat(stale.path("written").asBoolean()).isFalse();
        assertThat(stale.at("/problem/code").asText()).isEqualTo("PLUMB-C71");
        assertThat(stale.at("/problem/source/line").asInt()).isEqualTo(22);
    }
}
