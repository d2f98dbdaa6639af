package dev.plumb.traces;

import static dev.plumb.traces.TlaValue.function;
import static dev.plumb.traces.TlaValue.model;
import static dev.plumb.traces.TlaValue.of;
import static dev.plumb.traces.TlaValue.record;
import static dev.plumb.traces.TlaValue.set;
import static dev.plumb.traces.TlaValue.tuple;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlaTextTest {
    @Property(tries = 500, seed = "42")
    void reads_what_it_prints(@ForAll("values") TlaValue value) {
        assertThat(TlaText.parse(value.toString())).isEqualTo(value);
    }

    @Provide
    Arbitrary<TlaValue> values() {
        return Values.any();
    }

    @Test
    void reads_atoms() {
        assertThat(TlaText.parse(" TRUE ")).isEqualTo(of(true));
        assertThat(TlaText.parse("-2147483648")).isEqualTo(of(Integer.MIN_VALUE));
        assertThat(TlaText.parse("\"a\\\\b\\\"c\\nd\"")).isEqualTo(of("a\\b\"c\nd"));
        assertThat(TlaText.parse("r1")).isEqualTo(model("r1"));
    }

    @Test
    void reads_intervals_as_sets() {
        assertThat(TlaText.parse("-1..1")).isEqualTo(set(of(-1), of(0), of(1)));
        assertThat(TlaText.parse("3..1")).isEqualTo(set());
    }

    @Test
    void reads_containers() {
        assertThat(TlaText.parse("{}")).isEqualTo(set());
        assertThat(TlaText.parse("<<>>")).isEqualTo(tuple());
        assertThat(TlaText.parse("[type |-> \"Prepared\", rm |-> r1]"))
                .isEqualTo(record(Map.of("type", of("Prepared"), "rm", model("r1"))));
        assertThat(TlaText.parse("(r1 :> 1 @@ <<1, 2>> :> {3})"))
                .isEqualTo(function(Map.of(model("r1"), of(1), tuple(of(1), of(2)), set(of(3)))));
    }

    @Test
    void reads_field_names_that_are_no_identifiers_as_tlc_prints_them() {
        assertThat(TlaText.parse("[rm-0 |-> 1]")).isEqualTo(record(Map.of("rm-0", of(1))));
    }

    @Test
    void reads_the_same_function_in_each_of_its_forms() {
        assertThat(TlaText.parse("(1 :> 7 @@ 2 :> 8)")).isEqualTo(TlaText.parse("<<7, 8>>"));
        assertThat(TlaText.parse("(\"a\" :> 7)")).isEqualTo(TlaText.parse("[a |-> 7]"));
    }

    @Test
    void reads_values_over_several_lines() {
        assertThat(TlaText.parse("{ [ type |-> \"a\",\n    rm |->\n 1 ],\r\n  2 }"))
                .isEqualTo(set(record(Map.of("type", of("a"), "rm", of(1))), of(2)));
    }

    @Test
    void reads_a_state_of_several_variables() {
        assertThat(TlaText.parseState("/\\ rmState = (r1 :> \"working\" @@\n  r2 :> \"aborted\")\n/\\ msgs = {}\n"))
                .isEqualTo(Map.of(
                        "rmState",
                        function(Map.of(model("r1"), of("working"), model("r2"), of("aborted"))),
                        "msgs",
                        set()));
    }

    @Test
    void reads_a_state_of_one_variable() {
        assertThat(TlaText.parseState("x = 1")).isEqualTo(Map.of("x", of(1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    {1, 2                ; 5 ; expected } at offset 5
                    <<1 2>>              ; 4 ; expected >> at offset 4
                    1 2                  ; 2 ; expected the end of the text at offset 2
                    2147483648           ; 0 ; expected an integer of 32 bits at offset 0
                    [a |-> 1, a |-> 2]   ; 0 ; expected a record with one field a at offset 0
                    [a -> 1]             ; 1 ; expected a field name and |-> at offset 1
                    (1 :> 2              ; 7 ; expected ) at offset 7
                    "open                ; 0 ; expected a string that is closed at offset 0
                    0..2000000000        ; 0 ; expected an interval of at most 1000000 elements at offset 0
                    {1, ?}               ; 4 ; expected a value at offset 4
                    """)
    void tells_where_text_is_not_a_value(String text, int offset, String message) {
        assertThatThrownBy(() -> TlaText.parse(text))
                .isInstanceOfSatisfying(
                        TlaSyntaxException.class, e -> assertThat(e.offset()).isEqualTo(offset))
                .hasMessageStartingWith(message);
    }

    @Test
    void tells_where_text_is_not_a_state() {
        assertThatThrownBy(() -> TlaText.parseState("/\\ x = 1\n/\\ x = 2"))
                .hasMessageStartingWith("expected another variable than x at offset 12");
    }

    @Test
    void refuses_what_would_exhaust_the_stack() {
        assertThatThrownBy(() -> TlaText.parse("{".repeat(100_000))).isInstanceOf(TlaSyntaxException.class);
        assertThat(TlaText.parse("\"" + "x\\n".repeat(100_000) + "\"")).isEqualTo(of("x\n".repeat(100_000)));
    }
}
