package dev.plumb.traces;

import dev.plumb.traces.Observation.Content;
import dev.plumb.traces.Observation.Part;
import dev.plumb.traces.Observation.Whole;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary values and observations for property tests. */
final class Values {
    /** An object without keys is read as a part. */
    private static final Content NOTHING_SEEN = new Content(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private Values() {}

    static Arbitrary<TlaValue> any() {
        return ofDepth(3, Arbitraries.oneOf(withoutModels(), models()));
    }

    /** A model value is written to a trace as a string, so it does not come back as one. */
    static Arbitrary<TlaValue> writable() {
        return ofDepth(3, withoutModels());
    }

    private static Arbitrary<TlaValue> withoutModels() {
        return Arbitraries.oneOf(
                Arbitraries.of(true, false).map(TlaValue::of),
                Arbitraries.integers().map(TlaValue::of),
                strings().map(TlaValue::of));
    }

    private static Arbitrary<TlaValue> models() {
        return Arbitraries.of("r1", "node_2", "1a", "TRUEISH").map(TlaValue::model);
    }

    private static Arbitrary<String> strings() {
        return Arbitraries.oneOf(
                names(),
                Arbitraries.strings().withChars("ab #\"\\\n\t\r\f{}<>,é\ud83d").ofMaxLength(6));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.of("a", "b", "r1", "term", "x_1", "1x");
    }

    private static Arbitrary<TlaValue> ofDepth(int depth, Arbitrary<TlaValue> atoms) {
        if (depth == 0) {
            return atoms;
        }
        Arbitrary<TlaValue> inner = ofDepth(depth - 1, atoms);
        return Arbitraries.oneOf(
                atoms,
                inner.set().ofMaxSize(3).map(TlaValue::set),
                inner.list().ofMaxSize(3).map(TlaValue::tuple),
                Arbitraries.maps(names(), inner).ofMaxSize(3).map(TlaValue::record),
                Arbitraries.maps(inner, inner).ofMaxSize(3).map(TlaValue::function));
    }

    static Arbitrary<Observation> observations() {
        return observations(2);
    }

    private static Arbitrary<Observation> observations(int depth) {
        Arbitrary<Observation> whole = writable().map(Whole::new);
        if (depth == 0) {
            return whole;
        }
        Arbitrary<Observation> inner = observations(depth - 1);
        return Arbitraries.oneOf(
                whole,
                Arbitraries.maps(Arbitraries.of("r1", "1", "<<1, 2>>", "type"), inner)
                        .ofMaxSize(3)
                        .map(entries -> new Part(new TreeMap<>(entries))),
                contents());
    }

    private static Arbitrary<Content> contents() {
        var values = writable().list().ofMaxSize(2).optional();
        var length = Arbitraries.integers().between(0, 5).optional();
        return Combinators.combine(values, values, values, values, values, length)
                .as(Content::new)
                .filter(content -> !content.equals(NOTHING_SEEN));
    }
}
