package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model says of its processes, and what comes of saying it wrong. */
class LaneDefinitionsTest {
    @TempDir
    Path folder;

    /** Two processes fill a shared set of notes; each note is taken away again by the other. */
    private ModelCheckResult check(String... definitions) {
        List<String> lines = new ArrayList<>(List.of(
                "EXTENDS Naturals",
                "VARIABLES done, notes",
                "Init == done = [p \\in {\"a\", \"b\"} |-> 0] /\\ notes = {}",
                "Write(p) == notes' = notes \\cup {[by |-> p]} /\\ done' = [done EXCEPT ![p] = 1]",
                "Read(p) == \\E n \\in notes : n.by # p /\\ notes' = notes \\ {n} /\\ done' = [done EXCEPT ![p] = 2]",
                "Tidy == done[\"a\"] = 2 /\\ notes' = {} /\\ done' = [p \\in {\"a\", \"b\"} |-> 3]",
                "Next == (\\E p \\in {\"a\", \"b\"} : Write(p) \\/ Read(p)) \\/ Tidy",
                "NotTidy == done[\"a\"] # 3"));
        lines.addAll(List.of(definitions));
        new Fixture(folder)
                .module("Notes", lines.toArray(String[]::new))
                .config("Notes", "INIT Init", "NEXT Next", "INVARIANT NotTidy");
        return new Fixture(folder).check("Notes");
    }

    private static Behaviour behaviour(ModelCheckResult result) {
        return result.counterexample().orElseThrow();
    }

    @Test
    void without_definitions_lanes_are_inferred() {
        Behaviour behaviour = behaviour(check());
        assertThat(behaviour.lanes()).containsExactly("environment", "a", "b");
        assertThat(behaviour.lanesBy()).isEqualTo("inferred from the domain of done, which owns 2 of 3 steps");
        assertThat(behaviour.messages()).hasSize(1);
    }

    @Test
    void a_sequence_gives_the_lanes_their_order_and_a_name_that_of_nobody() {
        Behaviour behaviour = behaviour(check("PlumbLanes == <<\"b\", \"a\">>", "PlumbOther == \"janitor\""));
        assertThat(behaviour.lanes()).containsExactly("janitor", "b", "a");
        assertThat(behaviour.lanesBy()).isEqualTo("as the model says; they own 2 of 3 steps");
        assertThat(behaviour.steps().get(3).lane()).contains("janitor");
    }

    @Test
    void the_variables_that_carry_messages_can_be_named_and_so_can_none() {
        assertThat(behaviour(check("PlumbMessages == {\"notes\"}")).messages()).hasSize(1);
        assertThat(behaviour(check("PlumbMessages == {}")).messages()).isEmpty();
    }

    @Test
    void a_wrong_definition_is_told_and_not_used() {
        ModelCheckResult result = check("PlumbMessages == {\"note\"}", "PlumbOther == \"janitor\"");
        assertThat(result.warnings())
                .singleElement()
                .asString()
                .startsWith(
                        "The lanes are inferred, because what the model says of them is wrong. PLUMB-L03 PlumbMessages"
                                + " names note, which is no variable of Notes.")
                .contains("Did you mean notes?");
        assertThat(behaviour(result).lanes()).containsExactly("environment", "a", "b");
        assertThat(check("PlumbLanes == 7").warnings())
                .singleElement()
                .asString()
                .contains("PLUMB-L01");
        assertThat(check("PlumbMessages == 7").warnings())
                .singleElement()
                .asString()
                .contains("PLUMB-L02");
        assertThat(check("PlumbOther == 7").warnings())
                .singleElement()
                .asString()
                .contains("PLUMB-L04");
        assertThat(check("PlumbLanes == DOMAIN done").warnings())
                .singleElement()
                .asString()
                .contains("PLUMB-L05");
    }
}
