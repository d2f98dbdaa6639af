package dev.plumb.histories.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.histories.Call;
import dev.plumb.histories.Contradiction;
import dev.plumb.histories.Drawn;
import dev.plumb.histories.History;
import dev.plumb.histories.RandomHistories;
import dev.plumb.histories.objects.KnownObjects;
import dev.plumb.histories.objects.Register;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

class ZonesTest {
    private static final Register REGISTER = KnownObjects.register();

    private static Optional<Zones> zones(History history) {
        return Zones.of(
                REGISTER,
                history.calls().stream().filter(call -> !call.hasFailed()).toList());
    }

    private static Contradiction contradiction(String... calls) {
        return zones(Drawn.history(calls)).orElseThrow().contradiction().orElseThrow();
    }

    private static List<String> order(String... calls) {
        return zones(Drawn.history(calls)).orElseThrow().order().orElseThrow().stream()
                .map(Call::text)
                .toList();
    }

    @Provide
    Arbitrary<History> histories() {
        return RandomHistories.ofDifferentWrites(8);
    }

    @Property(tries = 3000, seed = "1")
    void they_say_what_permutations_say(@ForAll("histories") History history) {
        Zones zones = zones(history).orElseThrow();
        boolean expected = BruteForce.isLinearizable(history, REGISTER);
        assertThat(zones.order().isPresent()).isEqualTo(expected);
        assertThat(zones.contradiction().isEmpty()).isEqualTo(expected);
        Statistics.collect(expected);
        Statistics.coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 25);
            coverage.check(false).percentage(share -> share > 25);
        });
    }

    @Property(tries = 3000, seed = "2")
    void the_order_is_one(@ForAll("histories") History history) {
        zones(history).flatMap(Zones::order).ifPresent(order -> {
            assertThat(BruteForce.isAllowed(order, 0, REGISTER.init(), REGISTER))
                    .isTrue();
            for (int i = 0; i < order.size(); i++) {
                Call call = order.get(i);
                assertThat(order.subList(i, order.size())).noneMatch(later -> later.precedes(call));
            }
            assertThat(order)
                    .doesNotHaveDuplicates()
                    .containsAll(
                            history.calls().stream().filter(Call::hasReturned).toList());
        });
    }

    @Property(tries = 3000, seed = "3")
    void a_contradiction_is_one_by_itself(@ForAll("histories") History history) {
        zones(history).flatMap(Zones::contradiction).ifPresent(contradiction -> assertThat(
                        BruteForce.isLinearizable(history.with(contradiction.calls()), REGISTER))
                .isFalse());
    }

    @Test
    void a_value_does_not_come_back() {
        Contradiction contradiction = contradiction(
                "a 0-1 write(1)", "a 2-3 write(2)", "b 2-4 read() = 2", "c 5-6 read() = 1", "d 7-8 read() = 2");
        assertThat(contradiction.sentence())
                .isEqualTo("Each of 1 and 2 was in the register after the other, though no value was written twice.");
        assertThat(contradiction.calls())
                .extracting(Call::text)
                .containsExactly("write(1)", "write(2)", "read() = 1", "read() = 2");
        assertThat(order(
                        "a 0-1 write(1)", "a 2-3 write(2)", "b 2-4 read() = 2", "c 1-6 read() = 1", "d 7-8 read() = 2"))
                .containsExactly("write(1)", "read() = 1", "write(2)", "read() = 2", "read() = 2");
    }

    @Test
    void nor_does_the_initial_one() {
        assertThat(contradiction("a 0-1 write(1)", "b 2-3 read() = \"none\"").calls())
                .extracting(Call::text)
                .containsExactly("write(1)", "read() = \"none\"");
        assertThat(order("a 0-2 write(1)", "b 2-3 read() = \"none\"")).containsExactly("read() = \"none\"", "write(1)");
    }

    @Test
    void nothing_is_read_before_it_is_written() {
        assertThat(contradiction("b 0-1 read() = 1", "a 2-3 write(1)").sentence())
                .isEqualTo("read() = 1 by b had ended before that value was written.");
        assertThat(contradiction("a 0-1 write(1)", "b 2-3 read() = 7").sentence())
                .isEqualTo("read() = 7 by b returns a value that nobody wrote.");
    }

    @Test
    void where_it_is_not_known_who_was_read_they_say_nothing() {
        assertThat(zones(Drawn.history("a 0-1 write(1)", "a 2-3 write(1)"))).isEmpty();
        assertThat(zones(Drawn.history("a 0-1 write(\"none\")"))).isEmpty();
        assertThat(zones(Drawn.history("a 0-1 write(1)", "a 2-3 cas(1, 2) = TRUE")))
                .isEmpty();
        assertThat(zones(Drawn.history("a 0-1 write(1)", "a 2-3 read()"))).isEmpty();
        assertThat(Zones.of(KnownObjects.queue(), List.of(Drawn.call("a 0-1 enqueue(1)"))))
                .isEmpty();
    }
}
