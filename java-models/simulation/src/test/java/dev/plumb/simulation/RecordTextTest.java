package dev.plumb.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

class RecordTextTest {
    enum Colour {
        RED,
        GREEN
    }

    sealed interface Entry {
        record Put(String key, long value) implements Entry {}

        record Remove(String key) implements Entry {}
    }

    record Plain(String text, int number, long big, boolean truth, Colour colour, Optional<Integer> maybe)
            implements Message {}

    record Nested(
            Plain inner,
            List<Entry> entries,
            PVector<String> names,
            PSortedSet<Integer> numbers,
            SortedSet<Colour> colours,
            PSortedMap<String, PSortedSet<String>> heard,
            SortedMap<Integer, Entry> log)
            implements Message {}

    @Test
    void what_was_written_reads_as_the_same() {
        Plain plain = new Plain("a \"b\" ü\n", -1, 1L << 40, true, Colour.GREEN, Optional.of(7));
        Nested nested = new Nested(
                plain,
                List.of(new Entry.Put("x", 3), new Entry.Remove("x")),
                TreePVector.<String>empty().plus("b").plus("a"),
                TreePSet.<Integer>empty().plus(10).plus(9),
                new TreeSet<>(List.of(Colour.RED)),
                TreePMap.<String, PSortedSet<String>>empty().plus("r1", TreePSet.singleton("r2")),
                new TreeMap<>(java.util.Map.of(1, new Entry.Remove("y"))));

        assertThat(RecordText.parse(RecordText.of(plain))).isEqualTo(plain);
        assertThat(RecordText.parse(RecordText.of(nested))).isEqualTo(nested);
        assertThat(RecordText.parse(RecordText.of(Colour.RED))).isEqualTo(Colour.RED);
    }

    @Test
    void the_text_names_the_class_once() {
        assertThat(RecordText.of(new Entry.Put("x", 3)))
                .isEqualTo("{\"dev.plumb.simulation.RecordTextTest$Entry$Put\":{\"key\":\"x\",\"value\":3}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "Ball",
                "{\"no.such.Class\":{}}",
                "{\"java.lang.String\":{}}",
                "{\"dev.plumb.simulation.RecordTextTest$Entry$Put\":{\"value\":3}}",
                "{\"dev.plumb.simulation.RecordTextTest$Entry$Put\":{\"key\":3,\"value\":3}}",
                "{\"dev.plumb.simulation.RecordTextTest$Colour\":\"BLUE\"}"
            })
    void what_is_not_the_text_of_a_record_is_refused(String text) {
        assertThatThrownBy(() -> RecordText.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_has_no_text_is_refused() {
        assertThatThrownBy(() -> RecordText.of(new Object())).hasMessageContaining("neither a record nor");
    }

    @Test
    void a_record_is_torn_between_its_components() {
        assertThat(Records.torn(new Entry.Put("old", 1), new Entry.Put("new", 2), 1))
                .isEqualTo(new Entry.Put("new", 1));
        assertThat(Records.parts(new Entry.Put("old", 1))).isEqualTo(2);
        assertThat(Records.parts(Nothing.NOTHING)).isEqualTo(1);
    }
}
