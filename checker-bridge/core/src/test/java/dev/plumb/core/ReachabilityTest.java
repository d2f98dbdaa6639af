package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.tlc.TlcPool;
import dev.plumb.kernel.TlcJar;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReachabilityTest {
    @TempDir
    Path folder;

    private Fixture specs;

    @BeforeEach
    void write_a_counter_that_an_invariant_stops_early() {
        specs = new Fixture(folder)
                .module(
                        "Counter",
                        "EXTENDS Naturals, TLC",
                        "CONSTANTS Max, Colours",
                        "VARIABLES x, c",
                        "Init == x = 0 /\\ c \\in Colours",
                        "Next == x < Max /\\ x' = x + 1 /\\ c' = c",
                        "Bound == x < 5",
                        "Symmetry == Permutations(Colours)",
                        "Full == x = Max",
                        "Small == x < 2")
                .config(
                        "Counter",
                        "INIT Init NEXT Next",
                        "CONSTANT Max = 3 Colours = {red, blue}",
                        "CONSTRAINT Bound",
                        "SYMMETRY Symmetry",
                        "INVARIANT Small");
    }

    private List<String> unreached(String result, String... predicates) {
        String quoted = String.join(
                ",", Stream.of(predicates).map(p -> JsonEdit.quoted(p)).toList());
        specs.file(
                "manifest.json",
                "{\"modules\":[{\"path\":\"Counter.tla\",\"models\":[{\"path\":\"Counter.cfg\",\"result\":\"" + result
                        + "\",\n\"plumb\":{\"reachable\":[" + quoted + "]}}]}]}");
        try (TlcPool pool = new TlcPool(TlcJar.find())) {
            return new Reachability(specs.model("Counter"), pool, CheckOptions.DEFAULT)
                    .differences(specs.check("Counter")).stream()
                            .map(difference -> difference.text().replace(folder + "/", ""))
                            .toList();
        }
    }

    @Test
    void is_asked_for_each_predicate_also_beyond_a_violation() {
        assertThat(unreached(
                        "safety failure", "Full", "x = 3 /\\ c = CHOOSE d \\in Colours : TRUE", "/\\ x = 1\n/\\ x > 0"))
                .isEmpty();
    }

    @Test
    void of_a_predicate_that_never_holds_is_a_difference() {
        assertThat(unreached("safety failure", "x = 4", "Full"))
                .containsExactly(
                        "reachable x = 4: expected in some state, found in none of 8 states (manifest.json:2)");
    }

    @Test
    void is_undecided_where_a_predicate_cannot_be_evaluated_or_parsed() {
        assertThat(unreached("safety failure", "x = \"a\"", "Fool"))
                .hasSize(2)
                .allMatch(text -> text.contains("found undecided: "))
                .last()
                .asString()
                .contains("Unknown operator: `Fool'");
    }

    @Test
    void is_not_asked_where_the_model_cannot_be_checked() {
        specs.config("Counter", "INIT Init NEXT Nxt", "CONSTANT Max = 3 Colours = {red, blue}");
        assertThat(unreached("success", "x = 4")).isEmpty();
    }
}
