package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumb.core.Config.Constant;
import dev.plumb.core.Config.Name;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
    private static Config parse(String... lines) {
        return Config.parse("M.cfg", String.join("\n", lines));
    }

    private static Problem rejected(String... lines) {
        return catchThrowableOfType(Problem.class, () -> parse(lines));
    }

    @ParameterizedTest
    @CsvSource({
        "SPECIFICATION, SPECIFICATION",
        "INIT, INIT",
        "NEXT, NEXT",
        "INVARIANT, INVARIANT",
        "INVARIANTS, INVARIANT",
        "PROPERTY, PROPERTY",
        "PROPERTIES, PROPERTY",
        "CONSTRAINT, CONSTRAINT",
        "CONSTRAINTS, CONSTRAINT",
        "ACTION_CONSTRAINT, ACTION_CONSTRAINT",
        "ACTION_CONSTRAINTS, ACTION_CONSTRAINT",
        "SYMMETRY, SYMMETRY",
        "VIEW, VIEW",
        "ALIAS, ALIAS",
        "POSTCONDITION, POSTCONDITION",
        "CHECK_DEADLOCK, CHECK_DEADLOCK",
    })
    void knows_every_keyword(String written, String keyword) {
        assertThat(parse("\\* what it is", written + " TRUE").names(keyword))
                .containsExactly(new Name("TRUE", new Source("M.cfg", 2, written.length() + 2)));
    }

    @Test
    void collects_the_names_of_a_keyword_over_lines_and_occurrences() {
        Config config = parse("INVARIANT A B", "  C", "PROPERTIES P", "INVARIANTS D");
        assertThat(config.checked()).containsExactly("A", "B", "C", "D", "P");
        assertThat(config.place("C")).hasToString("Optional[M.cfg:2:3]");
    }

    @Test
    void overlooks_comments_that_nest_and_a_comment_s_mark_in_a_string() {
        Config config = parse(
                "(* INVARIANT A (* inner \" *) still",
                "INVARIANT B *) INVARIANT C \\* D",
                "CONSTANT S = \"\\\\* (*\"",
                "VIEW V");
        assertThat(config.checked()).containsExactly("C");
        assertThat(config.constants()).containsKey("S");
        assertThat(config.name("VIEW")).contains("V");
    }

    private static Constant constant(Config config, String text, Set<String> atoms) {
        return new Constant(text, atoms, config.text().indexOf(text));
    }

    @Test
    void takes_other_constants_and_leaves_everything_else_where_it_is() {
        Config config = parse("CONSTANTS RM = {r1,", "   r2}  N = 3 \\* N = 4", "INVARIANT", "  Inv");
        Config changed = config.with(new TreeMap<>(Map.of("N", "{5, a}", "M", "TRUE")));
        assertThat(changed.constants().keySet()).containsExactly("RM", "M", "N");
        assertThat(changed.constants().get("N").text()).isEqualTo("N = {5, a}");
        assertThat(changed.names("INVARIANT")).isEqualTo(config.names("INVARIANT"));
        assertThat(config.with(new TreeMap<>()).constants()).isEqualTo(config.constants());
    }

    @Test
    void takes_no_constant_that_a_cfg_could_not_have() {
        Config config = parse("INIT Init");
        assertThatThrownBy(() -> config.with(new TreeMap<>(Map.of("N", "1 + 2"))))
                .isInstanceOf(Problem.class)
                .extracting(problem -> ((Problem) problem).text())
                .asString()
                .contains("--constant N=1 + 2", "Did not expect +");
    }

    @Test
    void keeps_assignments_as_they_are_written_and_the_model_values_in_them() {
        Config config = parse(
                "CONSTANTS RM = {r1,",
                "   r2}  N = 3 S = \"r3\"",
                "Empty = {} Sets = {{a}, {b, 4}}",
                "Op <- Other",
                "Op2 <-[Mod] Other F(1, x) = TRUE");
        assertThat(config.constants())
                .containsEntry("RM", constant(config, "RM = {r1,\n   r2}", Set.of("r1", "r2")))
                .containsEntry("N", constant(config, "N = 3", Set.of()))
                .containsEntry("S", constant(config, "S = \"r3\"", Set.of()))
                .containsEntry("Empty", constant(config, "Empty = {}", Set.of()))
                .containsEntry("Sets", constant(config, "Sets = {{a}, {b, 4}}", Set.of("a", "b")))
                .containsEntry("Op", constant(config, "Op <- Other", Set.of()))
                .containsEntry("Op2", constant(config, "Op2 <-[Mod] Other", Set.of()))
                .containsEntry("F", constant(config, "F(1, x) = TRUE", Set.of("x")));
    }

    @Test
    void reads_line_ends_of_Windows_and_counts_their_lines() {
        Config config = Config.parse("M.cfg", "CONSTANT\r\n  N = 3\r\nINVARIANT \\* c\r\n  Inv\r\n");
        assertThat(config.constants().get("N")).isEqualTo(constant(config, "N = 3", Set.of()));
        assertThat(config.names("INVARIANT")).containsExactly(new Name("Inv", new Source("M.cfg", 4, 3)));
    }

    @Test
    void checks_for_deadlock_unless_told_not_to() {
        assertThat(parse("SPECIFICATION Spec").checksDeadlock()).isTrue();
        assertThat(parse("CHECK_DEADLOCK TRUE").checksDeadlock()).isTrue();
        assertThat(parse("CHECK_DEADLOCK FALSE").checksDeadlock()).isFalse();
    }

    @Test
    void names_the_line_of_a_misspelt_keyword_and_the_nearest_one() {
        Problem problem = rejected("CONSTANT N = 3", "INVARIENT Inv");
        assertThat(problem.text())
                .startsWith("PLUMB-S10 M.cfg:2:1: Did not expect INVARIENT here.")
                .contains("Did you mean INVARIANT?");
        assertThat(rejected("SPECIFICTION Spec").text()).contains("M.cfg:1").contains("Did you mean SPECIFICATION?");
    }

    @Test
    void rejects_a_second_specification() {
        assertThat(rejected("SPECIFICATION Spec", "INVARIANT A", "SPECIFICATION FairSpec")
                        .text())
                .startsWith("PLUMB-S10 M.cfg:3:15: Did not expect FairSpec here.");
    }

    /** TLC's lexer takes each of them for the end of the file, and would not check Inv. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONSTANT N = 3 # three", "CONSTANT N = 3 ?", "CONSTANT N = `3`", "INVARIANT A;", "CONSTANT S = \"é\"",
                "CONSTANT N = -1", "CONSTANT N =", "CONSTANT N = {1, }", "CONSTANT N = {1", "CONSTANT N <- [Mod x",
                "CONSTANT S = \"open", "(* never closed", "CONSTANT N = 3 4", "SPECIFICATION \"Spec\""
            })
    void rejects_what_TLC_stops_at(String line) {
        assertThat(rejected("SPECIFICATION Spec", line, "INVARIANT Inv").code()).isEqualTo("PLUMB-S10");
    }

    @Test
    void reads_a_file_whose_path_is_not_ASCII(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("Größe_模.cfg"), "INVARIANT Inv");
        assertThat(Config.read(file).checked()).containsExactly("Inv");
    }

    @Test
    void says_which_models_there_are_beside_one_that_is_missing(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("MCLease.cfg"), "");
        Problem problem = catchThrowableOfType(Problem.class, () -> Config.read(folder.resolve("MCLeese.cfg")));
        assertThat(problem.text()).startsWith("PLUMB-C05").contains("Did you mean MCLease.cfg?");
    }

    @Test
    void says_that_a_file_is_not_in_UTF_8(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("M.cfg"), "\\* Größe".getBytes(StandardCharsets.ISO_8859_1));
        Problem problem = catchThrowableOfType(Problem.class, () -> Config.read(file));
        assertThat(problem.text()).startsWith("PLUMB-C01").contains("it is not in UTF-8");
    }
}
