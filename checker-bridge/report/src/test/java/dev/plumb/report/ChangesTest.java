package dev.plumb.report;

import static dev.plumb.traces.TlaValue.of;
import static dev.plumb.traces.TlaValue.record;
import static dev.plumb.traces.TlaValue.setOf;
import static dev.plumb.traces.TlaValue.tuple;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChangesTest {

    @Test
    void what_stays_the_same_is_no_change() {
        assertThat(changes(setOf("a"), setOf("a"))).isEmpty();
    }

    @Test
    void sets_lose_and_gain_elements() {
        assertThat(changes(setOf("a", "b"), setOf("b", "c"))).containsExactly("- x \"a\"", "+ x \"c\"");
    }

    @Test
    void of_a_function_only_the_changed_rows_are_told() {
        assertThat(changes(
                        record(Map.of("r1", of("working"), "r2", of("working"))),
                        record(Map.of("r1", of("prepared"), "r2", of("working")))))
                .containsExactly("~ x[\"r1\"] \"working\" -> \"prepared\"");
    }

    @Test
    void changes_are_found_inside_nested_values() {
        assertThat(changes(
                        record(Map.of("n1", record(Map.of("votes", setOf("a"))))),
                        record(Map.of("n1", record(Map.of("votes", setOf("a", "b")))))))
                .containsExactly("+ x[\"n1\"][\"votes\"] \"b\"");
    }

    @Test
    void rows_appear_and_vanish() {
        assertThat(changes(record(Map.of("a", of(1))), record(Map.of("b", of(2)))))
                .containsExactly("- x[\"a\"] 1", "+ x[\"b\"] 2");
    }

    @Test
    void sequences_are_appended_to_truncated_and_taken_from() {
        assertThat(changes(letters("a"), letters("a", "b"))).containsExactly("+ x[2] \"b\"");
        assertThat(changes(letters("a", "b", "c"), letters("a"))).containsExactly("- x[2] \"b\"", "- x[3] \"c\"");
        assertThat(changes(letters("a", "b", "c"), letters("b", "c"))).containsExactly("- x[1] \"a\"");
        assertThat(changes(letters(), letters("a"))).containsExactly("+ x[1] \"a\"");
    }

    @Test
    void an_element_of_a_sequence_is_overwritten() {
        assertThat(changes(letters("a", "b"), letters("a", "c"))).containsExactly("~ x[2] \"b\" -> \"c\"");
    }

    @Test
    void values_of_different_kinds_replace_each_other() {
        assertThat(changes(setOf("a"), of(1))).containsExactly("~ x {\"a\"} -> 1");
        assertThat(changes(TlaValue.model("a"), of("a"))).containsExactly("~ x a -> \"a\"");
    }

    private static TlaValue letters(String... letters) {
        return tuple(List.of(letters).stream().map(TlaValue::of).toList());
    }

    private static List<String> changes(TlaValue before, TlaValue after) {
        return Changes.lines(new TreeMap<>(Map.of("x", before)), new TreeMap<>(Map.of("x", after))).stream()
                .map(line -> line.mark().sign() + " " + line.path() + " " + text(line.before(), line.after()))
                .toList();
    }

    private static String text(Optional<TlaValue> before, Optional<TlaValue> after) {
        String arrow = before.isPresent() && after.isPresent() ? " -> " : "";
        return before.map(TlaValue::toString).orElse("")
                + arrow
                + after.map(TlaValue::toString).orElse("");
    }
}
