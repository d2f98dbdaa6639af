package dev.plumb.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;

/** Java and TLA+ agree: operators that have both are evaluated with the overrides and with the definitions alone. */
class OverridesTest {
    @Test
    void the_definitions_are_evaluated_without_java() {
        assertThatThrownBy(() -> Formulas.withoutJava().value("Number", IntValue.gen(1), IntValue.gen(0)))
                .hasMessageContaining("was not enumerable");
    }

    @Property(tries = 100, seed = "42")
    void folds_of_sequences(@ForAll @Size(max = 8) List<Integer> elements, @ForAll @IntRange(max = 4) int from) {
        agree("LeftFold", sequence(elements));
        agree("RightFold", sequence(elements));
        agree("FunctionFold", sequence(elements), IntValue.gen(from));
    }

    @Property(tries = 100, seed = "42")
    void folds_and_subsets_of_sets(
            @ForAll @Size(max = 6) Set<@IntRange(min = -9, max = 99) Integer> elements,
            @ForAll @IntRange(min = -1, max = 7) int number) {
        agree("SetFold", set(elements));
        agree("Sum", set(elements), IntValue.gen(number));
        agree("Subsets", set(elements), IntValue.gen(number));
    }

    @Property(tries = 100, seed = "42")
    void elements_of_pictures(
            @ForAll("texts") String name, @ForAll("texts") String value, @ForAll("texts") String text) {
        agree("Element", new StringValue(name), new StringValue(value), new StringValue(text));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("a_<>&' ").ofMaxLength(5);
    }

    @Property(tries = 100, seed = "42")
    void logs_are_put_into_one_order(@ForAll("logs") List<Stamped> log) {
        agree("Order", log(log));

        assertThat(Formulas.withJava().value("Order", log(log)).split("node \\|->", -1))
                .hasSize(log.size() + 1);
    }

    @Property(tries = 100, seed = "42")
    void a_log_with_a_hole_is_never_put_into_a_shorter_order(
            @ForAll("logs") List<Stamped> log, @ForAll @IntRange(max = 5) int deleted) {
        List<Stamped> rest = new ArrayList<>(log);
        Stamped missing = rest.remove(deleted % log.size());
        boolean isKnown = rest.stream().anyMatch(event -> event.knows(missing));

        for (Formulas formulas : List.of(Formulas.withJava(), Formulas.withoutJava())) {
            Throwable error = catchThrowable(() -> formulas.value("Order", log(rest)));
            assertThat(error != null).as("%s without %s", log, missing).isEqualTo(isKnown);
        }
        if (!isKnown) {
            agree("Order", log(rest));
        }
    }

    /** An event of a process and its vector clock, whose components count from 1 as the processes do. */
    record Stamped(int process, List<Integer> clock) {
        boolean knows(Stamped other) {
            return !equals(other) && clock.get(other.process - 1) >= other.clock.get(other.process - 1);
        }
    }

    /** Each event is of one of three processes, and may know of an earlier event; the log has them in any order. */
    @Provide
    Arbitrary<List<Stamped>> logs() {
        Arbitrary<Integer> process = Arbitraries.integers().between(1, 3);
        Arbitrary<Integer> learnsFrom = Arbitraries.integers().between(0, 5);
        return Combinators.combine(process, learnsFrom)
                .as(List::of)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(OverridesTest::stamped)
                .flatMap(Arbitraries::shuffle);
    }

    private static List<Stamped> stamped(List<List<Integer>> steps) {
        List<Stamped> events = new ArrayList<>();
        List<List<Integer>> clocks = new ArrayList<>(Collections.nCopies(3, List.of(0, 0, 0)));
        for (List<Integer> step : steps) {
            int own = step.get(0) - 1;
            List<Integer> clock = new ArrayList<>(clocks.get(own));
            if (step.get(1) < events.size()) {
                List<Integer> learnt = events.get(step.get(1)).clock();
                for (int i = 0; i < clock.size(); i++) {
                    clock.set(i, Math.max(clock.get(i), learnt.get(i)));
                }
            }
            clock.set(own, clocks.get(own).get(own) + 1);
            clocks.set(own, clock);
            events.add(new Stamped(own + 1, clock));
        }
        return events;
    }

    @Property(tries = 100, seed = "42")
    void what_tlc_keeps_of_a_value_tells_it_from_others(@ForAll int a, @ForAll int b) {
        assertThat(Formulas.withJava().value("Same", IntValue.gen(a), IntValue.gen(b)))
                .isEqualTo(a == b ? "TRUE" : "FALSE");
    }

    @Property(tries = 100, seed = "42")
    void errors_are_told_apart_by_their_messages(@ForAll("texts") String expected, @ForAll("texts") String told) {
        assertThat(Formulas.withJava().value("Fails", new StringValue(expected), new StringValue(told)))
                .isEqualTo(expected.equals(told) ? "TRUE" : "FALSE");
        assertTrue("Fails", new StringValue(told), new StringValue(told));
    }

    @Property(tries = 100, seed = "42")
    void a_model_value_has_the_name_that_was_asked_for(
            @ForAll @AlphaChars @StringLength(min = 2, max = 5) String name) {
        assertTrue("Named", new StringValue(name));
    }

    @Property(tries = 100, seed = "42")
    void points_of_a_ring_are_on_it(
            @ForAll @IntRange(max = 500) int radius,
            @ForAll @IntRange(max = 20) int point,
            @ForAll @IntRange(min = 1, max = 20) int points) {
        assertTrue("OnRing", IntValue.gen(radius), IntValue.gen(point), IntValue.gen(points));
    }

    @Property(tries = 100, seed = "42")
    void nodes_of_a_graph_do_not_lie_over_each_other(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 9) Integer> walk) {
        assertTrue("Apart", set(walk), sequence(walk));
    }

    private static void agree(String operator, Value... arguments) {
        assertThat(Formulas.withJava().value(operator, arguments))
                .as(operator)
                .isEqualTo(Formulas.withoutJava().value(operator, arguments));
    }

    private static void assertTrue(String operator, Value... arguments) {
        assertThat(Formulas.withJava().value(operator, arguments)).as(operator).isEqualTo("TRUE");
    }

    private static Value sequence(List<Integer> elements) {
        return new TupleValue(elements.stream().map(IntValue::gen).toArray(Value[]::new));
    }

    private static Value set(Collection<Integer> elements) {
        return new SetEnumValue(elements.stream().map(IntValue::gen).toArray(Value[]::new), false);
    }

    private static Value log(List<Stamped> events) {
        return new TupleValue(events.stream()
                .map(event -> new TupleValue(new Value[] {IntValue.gen(event.process()), sequence(event.clock())}))
                .toArray(Value[]::new));
    }
}
