package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValuePrintsTest {
    @Test
    void values_of_different_kinds_differ_though_they_hold_the_same() {
        List<TlaValue> different = List.of(
                TlaValue.of(0),
                TlaValue.of(1),
                TlaValue.of(false),
                TlaValue.of(true),
                TlaValue.of(""),
                TlaValue.of("0"),
                TlaValue.set(),
                TlaValue.tuple(),
                TlaValue.set(TlaValue.set()),
                TlaValue.set(TlaValue.of(0)),
                TlaValue.tuple(TlaValue.of(0)),
                TlaValue.tuple(TlaValue.of(0), TlaValue.of(1)),
                TlaValue.tuple(TlaValue.of(1), TlaValue.of(0)),
                TlaValue.record(Map.of("a", TlaValue.of("b"))),
                TlaValue.record(Map.of("b", TlaValue.of("a"))));
        assertThat(different.stream().map(ValuePrints::of).distinct()).hasSameSizeAs(different);
    }

    @Test
    void sets_are_the_same_in_whatever_order_they_were_made() {
        List<TlaValue> numbers =
                new ArrayList<>(IntStream.range(0, 50).mapToObj(TlaValue::of).toList());
        long print = ValuePrints.of(TlaValue.set(numbers));
        Collections.reverse(numbers);
        assertThat(ValuePrints.of(TlaValue.set(numbers))).isEqualTo(print);
    }

    /** Sums of weak hashes would have many sets of numbers collide. */
    @Test
    void all_subsets_of_sixteen_numbers_differ() {
        assertThat(IntStream.range(0, 1 << 16)
                        .mapToLong(members -> ValuePrints.of(TlaValue.set(IntStream.range(0, 16)
                                .filter(number -> (members & 1 << number) != 0)
                                .mapToObj(TlaValue::of)
                                .toList())))
                        .distinct())
                .hasSize(1 << 16);
    }

    @Test
    void code_writes_a_model_value_as_the_string_of_its_name() {
        assertThat(ValuePrints.of(TlaValue.model("r1"))).isEqualTo(ValuePrints.of(TlaValue.of("r1")));
    }
}
