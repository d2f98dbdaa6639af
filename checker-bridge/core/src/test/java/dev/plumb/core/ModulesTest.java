package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModulesTest {
    @TempDir
    Path folder;

    private Modules with(String... lines) {
        Fixture fixture = new Fixture(folder).module("M", lines);
        return Modules.of(fixture.path("M.tla"), List.of(folder));
    }

    @Test
    void have_the_definitions_of_what_they_extend() {
        new Fixture(folder).module("Base", "EXTENDS Naturals", "Spec == TRUE", "\\* Not == TRUE", "Op(a, b) == a");
        Modules modules = with("EXTENDS Integers,", "  Base", "VARIABLE x");
        assertThat(modules.definitions()).containsExactly("Spec", "Op");
    }

    @Test
    void may_extend_each_other_in_a_circle() {
        new Fixture(folder).module("Base", "EXTENDS M");
        assertThat(with("EXTENDS Base").definitions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ASSUME 1 = 1", "ASSUMPTION Named == 1 = 1", "X == 1 ASSUME X = 1 THEOREM ASSUME TRUE PROVE TRUE"
            })
    void assume(String line) {
        assertThat(with(line).assume()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(* ASSUME 1 = 1 *) X == 1", "THEOREM T == ASSUME NEW x PROVE x = x", "Assumed == 1"})
    void do_not_assume_what_a_theorem_or_a_comment_does(String line) {
        assertThat(with(line).assume()).isFalse();
    }
}
