package dev.plumb.simulation.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.traces.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
    private enum Colour {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "a constant with a body";
            }
        }
    }

    private record Message(String type, int from, boolean isLate) {}

    private record Node(Colour colour, Set<Message> inbox, Map<String, Integer> bag, Optional<Node> next) {}

    private record Pair(long a, long b) {}

    private record Other(long a, long b) {}

    @Provide
    Arbitrary<Node> nodes() {
        Arbitrary<Message> message = Combinators.combine(
                        Arbitraries.of("a", "b"), Arbitraries.integers().between(0, 1), Arbitraries.of(true, false))
                .as(Message::new);
        Arbitrary<Node> last = Combinators.combine(
                        Arbitraries.of(Colour.class),
                        message.set().ofMaxSize(2),
                        Arbitraries.maps(
                                Arbitraries.of("x", "y"), Arbitraries.integers().between(0, 2)))
                .as((colour, inbox, bag) -> new Node(colour, inbox, bag, Optional.empty()));
        return Combinators.combine(last, last.optional())
                .as((node, next) -> new Node(node.colour, node.inbox, node.bag, next));
    }

    @Property(tries = 20_000, seed = "5")
    void are_equal_iff_the_values_are(@ForAll("nodes") Node a, @ForAll("nodes") Node b) {
        assertThat(Fingerprints.of(a) == Fingerprints.of(b)).isEqualTo(a.equals(b));
        assertThat(Fingerprints.of(a)).isEqualTo(Fingerprints.of(copy(a)));
    }

    /** Equal, but all containers are others and iterate in another order. */
    private static Node copy(Node node) {
        List<Message> inbox = new ArrayList<>(node.inbox);
        Collections.reverse(inbox);
        return new Node(
                node.colour,
                new LinkedHashSet<>(inbox),
                new TreeMap<>(Collections.reverseOrder()) {
                    private static final long serialVersionUID = 1;

                    {
                        putAll(node.bag);
                    }
                },
                node.next.map(FingerprintsTest::copy));
    }

    /** A million values that differ in few bits, as states do. */
    @Test
    void differ_for_all_small_values() {
        Set<Long> prints = new HashSet<>();
        for (long a = 0; a < 500; a++) {
            for (long b = 0; b < 500; b++) {
                prints.add(Fingerprints.of(new Pair(a, b)));
                prints.add(Fingerprints.of(new Other(a, b)));
                prints.add(Fingerprints.of(List.of(a, b)));
                prints.add(Fingerprints.of(a == b ? List.of(a, b, a) : Set.of(a, b)));
            }
        }
        assertThat(prints).hasSize(3 * 500 * 500 + 500 + 500 * 499 / 2);
    }

    @Test
    void tell_shapes_apart() {
        List<Object> values = List.of(
                List.of(),
                Set.of(),
                Map.of(),
                Optional.empty(),
                "",
                0,
                false,
                List.of(0),
                Set.of(0),
                Optional.of(0),
                List.of(List.of(), 0),
                List.of(List.of(0)),
                Set.of(Set.of(0)),
                Map.of(0, 1),
                Map.of(1, 0),
                Map.of(0, 1, 1, 0),
                Map.of(0, 0, 1, 1),
                Colour.RED,
                Colour.GREEN,
                "RED",
                'R',
                List.of(1, 0),
                List.of(0, 31));
        assertThat(values.stream().map(Fingerprints::of).distinct()).hasSize(values.size());
    }

    /** The same in every JVM: a saved one must still be that of the same value. */
    @Test
    void do_not_change() {
        Message message = new Message("Prepared", 7, true);
        Node node = new Node(Colour.GREEN, Set.of(message), Map.of("x", 2), Optional.empty());
        assertThat(Long.toHexString(Fingerprints.of(message))).isEqualTo("b29f3a83d886b504");
        assertThat(Long.toHexString(Fingerprints.of(node))).isEqualTo("14f0a0f09e16554c");
    }

    @Test
    void arrays_count_by_what_is_in_them() {
        assertThat(Fingerprints.of(new int[] {1, 2})).isEqualTo(Fingerprints.of(List.of(1, 2)));
        assertThat(Fingerprints.of(new int[] {1, 2})).isNotEqualTo(Fingerprints.of(new int[] {2, 1}));
    }

    @Test
    void a_value_may_bring_its_own() {
        Fingerprinted seven = () -> 7;
        assertThat(Fingerprints.of(seven)).isEqualTo(7);
        assertThat(Fingerprints.of(List.of(seven))).isNotEqualTo(Fingerprints.of(List.of(7)));
    }

    @Test
    void a_value_that_may_change_has_none() {
        assertThatThrownBy(() -> Fingerprints.of(List.of(new AtomicInteger())))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.text())
                        .contains("PLUMB-E01", "java.util.concurrent.atomic.AtomicInteger"));
        assertThatThrownBy(() -> Fingerprints.of(new HashMap<>(Map.of(1, new Object()))))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Fingerprints.of(0.5)).isInstanceOf(Problem.class);
    }

    @Test
    void sets_are_summed_up_in_whatever_order() {
        Set<Integer> up = new TreeSet<>(List.of(1, 2, 3));
        Set<Integer> down = new LinkedHashSet<>(List.of(3, 2, 1));
        assertThat(Fingerprints.of(up)).isEqualTo(Fingerprints.of(down));
        assertThat(Fingerprints.of(new LinkedHashMap<>(Map.of(1, 2, 3, 4))))
                .isEqualTo(Fingerprints.of(new TreeMap<>(Map.of(3, 4, 1, 2))));
    }
}
