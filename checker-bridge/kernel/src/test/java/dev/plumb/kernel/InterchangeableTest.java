package dev.plumb.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Successor;
import dev.plumb.traces.TlaValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values a spec treats alike, and which states are then as good as each other. */
class InterchangeableTest {
    private static final String ATOMS = "CONSTANT Node = {a, b, c}\n Leader = nobody\n";
    private static final String STRINGS = "CONSTANT Node = {\"a\", \"b\", \"c\"}\n Leader = nobody\n";

    @TempDir
    Path folder;

    private List<Set<String>> interchangeable(String next, String constants) throws IOException {
        Files.writeString(folder.resolve("Some.tla"), """
                ---- MODULE Some ----
                EXTENDS Integers, Sequences, FiniteSets, TLC
                CONSTANTS Node, Leader
                VARIABLE x
                Pick(S) == CHOOSE s \\in S : TRUE
                Size(S) == Cardinality(S)
                Init == x = {}
                Next == \\E n \\in Node : x' = %s
                ====
                """.formatted(next));
        try (LoadedSpec spec = Fixture.load(folder, "Some", Fixture.BEHAVIOUR + constants)) {
            return spec.interchangeable();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x \\cup {n}",
                "IF Size(x) > 1 THEN {} ELSE x \\cup {n}",
                "{[name |-> n, to |-> Leader]}",
                "[m \\in Node |-> IF m = n THEN 1 ELSE 2]",
                "LET other == Node \\ {n} IN x \\cup other",
                "(n :> 1) @@ [m \\in Node |-> 0]",
                "IF x = {TRUE} THEN BOOLEAN ELSE {FALSE, n}",
            })
    void elements_of_a_constant_are_where_the_spec_does_not_tell_them_apart(String next) throws IOException {
        assertThat(interchangeable(next, ATOMS)).containsExactly(Set.of("a", "b", "c"));
        assertThat(interchangeable(next, STRINGS)).containsExactly(Set.of("a", "b", "c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pick(Node)",
                "CHOOSE m \\in Node : m # n",
                "ToString(n)",
                "{RandomElement(Node)}",
                "LET first == Pick(Node) IN {first}",
                "x \\cup {TLCGet(1)}",
                "IF n \\in STRING THEN {} ELSE {n}",
            })
    void nothing_is_where_the_spec_chooses_or_calls_what_is_not_known(String next) throws IOException {
        assertThat(interchangeable(next, ATOMS)).isEmpty();
        assertThat(interchangeable(next, STRINGS)).isEmpty();
    }

    @Test
    void nothing_is_where_the_spec_or_another_constant_names_one() throws IOException {
        assertThat(interchangeable("IF n = \"a\" THEN {} ELSE {n}", STRINGS)).isEmpty();
        assertThat(interchangeable("{[a |-> n]}", STRINGS)).isEmpty();
        assertThat(interchangeable("{n}", ATOMS.replace("nobody", "b"))).isEmpty();
        assertThat(interchangeable("{n}", ATOMS.replace("nobody", "{{a, b}, {c}}")))
                .isEmpty();
        assertThat(interchangeable("{n}", "CONSTANT Node = {1, 2, 3}\n Leader = 0\n"))
                .isEmpty();
    }

    /** For TLC strings are sequences of characters, so that their lengths can tell them apart. */
    @Test
    void strings_are_not_where_they_could_be_taken_for_sequences() throws IOException {
        assertThat(interchangeable("Append(<<>>, n)", STRINGS)).isEmpty();
        assertThat(interchangeable("Append(<<>>, n)", ATOMS)).containsExactly(Set.of("a", "b", "c"));
    }

    @Test
    void states_have_the_same_fingerprint_iff_an_exchange_makes_them_equal() {
        try (LoadedSpec spec = twoPhase()) {
            List<Map<String, String>> exchanges = List.of(
                    Map.of("r1", "r2", "r2", "r1", "r3", "r3"),
                    Map.of("r1", "r3", "r2", "r2", "r3", "r1"),
                    Map.of("r1", "r1", "r2", "r3", "r3", "r2"),
                    Map.of("r1", "r2", "r2", "r3", "r3", "r1"),
                    Map.of("r1", "r3", "r2", "r1", "r3", "r2"));
            compare(spec, Set.of(), exchanges);
            compare(spec, Set.of("r2"), exchanges.subList(1, 2));
            compare(spec, Set.of("r1", "r3"), List.of());
        }
    }

    private static LoadedSpec twoPhase() {
        Path specs = Path.of(System.getProperty("plumb.root"), "specs/commit/twophase");
        String config = Fixture.BEHAVIOUR + "CONSTANT RM = {\"r1\", \"r2\", \"r3\"}\n";
        return Fixture.load(specs, "TwoPhase", config);
    }

    private static void compare(LoadedSpec spec, Set<String> fixed, List<Map<String, String>> exchanges) {
        Map<Long, Set<SortedMap<String, TlaValue>>> alike = new HashMap<>();
        for (SpecState state : reachable(spec)) {
            alike.computeIfAbsent(spec.fingerprint(state, fixed), key -> new HashSet<>())
                    .add(state.values());
        }
        assertThat(alike.values()).allSatisfy(group -> {
            SortedMap<String, TlaValue> one = group.iterator().next();
            Set<SortedMap<String, TlaValue>> images = new HashSet<>(Set.of(one));
            exchanges.forEach(exchange -> images.add(exchanged(one, exchange)));
            assertThat(group).isEqualTo(images);
        });
    }

    private static SortedMap<String, TlaValue> exchanged(SortedMap<String, TlaValue> state, Map<String, String> by) {
        SortedMap<String, TlaValue> image = new TreeMap<>();
        state.forEach((variable, value) -> image.put(variable, exchanged(value, by)));
        return image;
    }

    private static TlaValue exchanged(TlaValue value, Map<String, String> by) {
        if (value instanceof TlaValue.Str string) {
            return TlaValue.of(by.getOrDefault(string.value(), string.value()));
        } else if (value instanceof TlaValue.SetOf set) {
            return TlaValue.set(
                    set.elements().stream().map(each -> exchanged(each, by)).toList());
        } else if (value instanceof TlaValue.Fn fn) {
            Map<TlaValue, TlaValue> entries = new HashMap<>();
            fn.entries().forEach((key, each) -> entries.put(exchanged(key, by), exchanged(each, by)));
            return TlaValue.function(entries);
        }
        return value;
    }

    private static List<SpecState> reachable(LoadedSpec spec) {
        Set<Long> seen = new HashSet<>();
        List<SpecState> states = new ArrayList<>();
        Deque<SpecState> open = new ArrayDeque<>(spec.initialStates());
        while (!open.isEmpty()) {
            SpecState state = open.remove();
            if (seen.add(state.fingerprint())) {
                states.add(state);
                spec.steps(state).successors().stream().map(Successor::state).forEach(open::add);
            }
        }
        return states;
    }
}
