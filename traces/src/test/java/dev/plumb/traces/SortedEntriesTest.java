package dev.plumb.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedEntriesTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 63, 64, 65, 1_000})
    void is_the_map_that_it_was_made_from(int size) {
        List<TlaValue> values = IntStream.range(0, size).mapToObj(TlaValue::of).toList();
        SortedMap<TlaValue, TlaValue> tree = new TreeMap<>();
        values.forEach(value -> tree.put(TlaValue.of(tree.size() + 1), value));
        SortedEntries entries = SortedEntries.ofTuple(values);
        assertThat(entries)
                .isEqualTo(tree)
                .isEqualTo(SortedEntries.copyOf(tree))
                .hasSameHashCodeAs(tree);
        assertThat(entries.keySet()).containsExactlyElementsOf(tree.keySet());
        assertThat(entries.entrySet()).containsExactlyElementsOf(tree.entrySet());
        assertThat(entries.isTuple()).isTrue();
        assertThat(entries.get(TlaValue.of(size + 1))).isNull();
        assertThat(entries.containsKey(TlaValue.of("1"))).isFalse();
        assertThat(entries.headMap(TlaValue.of(3))).isEqualTo(tree.headMap(TlaValue.of(3)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 100})
    void is_no_tuple_where_a_key_is_another(int key) {
        SortedMap<TlaValue, TlaValue> other = new TreeMap<>(Map.of(TlaValue.of(key), TlaValue.of(true)));
        assertThat(SortedEntries.copyOf(other).isTuple()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {3})
    void is_in_the_natural_order_whatever_that_of_its_source(int size) {
        SortedMap<TlaValue, TlaValue> reversed = new TreeMap<>(Comparator.reverseOrder());
        IntStream.rangeClosed(1, size).forEach(i -> reversed.put(TlaValue.of(i), TlaValue.of(-i)));
        SortedEntries entries = SortedEntries.copyOf(reversed);
        assertThat(entries.firstKey()).isEqualTo(TlaValue.of(1));
        assertThat(entries.isTuple()).isTrue();
    }
}
