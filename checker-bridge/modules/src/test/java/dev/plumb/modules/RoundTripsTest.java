package dev.plumb.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;
import util.UniqueString;

/** What is written is read back as it was: operators on files have no definition to be compared with. */
class RoundTripsTest {
    @Property(tries = 200, seed = "42")
    void values(@ForAll("values") Value value) {
        assertSurvives("ThroughJson", value);
        assertSurvives("ThroughLines", value);
        if (StandardCharsets.US_ASCII.newEncoder().canEncode(value.toString())) {
            assertSurvives("ThroughBinary", value);
        }
    }

    @Property(tries = 100, seed = "42")
    void texts(@ForAll("texts") String text) {
        assertSurvives("ThroughText", new StringValue(text));
    }

    @Property(tries = 100, seed = "42")
    void records(@ForAll @Size(max = 5) List<Integer> numbers) {
        assertSurvives(
                "ThroughRecords",
                tuple(numbers.stream().map(n -> (Value) IntValue.gen(n)).toList()));
    }

    @Property(tries = 100, seed = "42")
    void numbers(@ForAll int number) {
        assertSurvives("Number", IntValue.gen(number));
    }

    @Provide
    Arbitrary<Value> values() {
        return Arbitraries.recursive(this::atoms, RoundTripsTest::around, 0, 3);
    }

    private Arbitrary<Value> atoms() {
        return Arbitraries.oneOf(
                Arbitraries.integers().map(IntValue::gen),
                Arbitraries.of(BoolValue.ValTrue, BoolValue.ValFalse),
                texts().map(StringValue::new));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab \"\\{}[]:,\n\t\u00e9\u2192").ofMaxLength(6);
    }

    /** JSON tells neither sets from sequences nor an empty record from an empty object. */
    private static Arbitrary<Value> around(Arbitrary<Value> inner) {
        Arbitrary<Value> sequences = inner.list().ofMaxSize(3).map(RoundTripsTest::tuple);
        Arbitrary<Value> records = Arbitraries.maps(Arbitraries.of("a", "b", "c d"), inner)
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(RoundTripsTest::record);
        return Arbitraries.oneOf(inner, sequences, records);
    }

    private static Value tuple(List<Value> elements) {
        return new TupleValue(elements.toArray(Value[]::new));
    }

    private static Value record(Map<String, Value> fields) {
        UniqueString[] names =
                fields.keySet().stream().map(UniqueString::uniqueStringOf).toArray(UniqueString[]::new);
        return new RecordValue(names, fields.values().toArray(Value[]::new), false);
    }

    private static void assertSurvives(String operator, Value value) {
        String file = Path.of("target", "formulas", operator).toAbsolutePath().toString();
        assertThat(Formulas.withJava().value(operator, value, new StringValue(file)))
                .as(operator)
                .isEqualTo("TRUE");
    }
}
