package dev.plumb.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java and TLA+ agree: the same random formulas are evaluated with the overrides and with the definitions alone. */
class OverridesTest {
    private static final long SEED = 20260101;

    private static final String HEADER = """
            EXTENDS SequencesExt, FiniteSetsExt, Functions, VectorClocks, TLC
            Pair(x, y) == <<x, y>>
            Event(n, a, b) == [n |-> n, c |-> [a |-> a, b |-> b]]
            Ordered(log) == CausalOrder(log, LAMBDA e : e.c, LAMBDA e : e.n, LAMBDA c : DOMAIN c)
            """;

    /** %1$s is a sequence, %2$s a set, %3$d a small number. */
    private static final List<String> FORMULAS = List.of(
            "FoldLeft(Pair, 0, %1$s)",
            "FoldRight(Pair, %1$s, 0)",
            "FoldSet(Pair, 0, %2$s)",
            "FoldFunctionOnSet(Pair, 0, %1$s, DOMAIN %1$s)",
            "FoldFunction(Pair, 0, [x \\in %2$s |-> x * x])",
            "MapThenSumSet(LAMBDA x : x * %3$d, %2$s)",
            "kSubset(%3$d, %2$s)",
            "SetToSeq(%2$s)");

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @Test
    void overrides_have_the_values_of_their_definitions() throws Exception {
        String formulas = HEADER
                + IntStream.range(0, 25)
                        .boxed()
                        .flatMap(i -> FORMULAS.stream().map(this::filled))
                        .map(formula -> "ASSUME PrintT(" + formula + ")\n")
                        .collect(Collectors.joining());

        assertThat(values(new Tlc(folder), formulas))
                .as("seed " + SEED)
                .hasSize(200)
                .isEqualTo(values(withoutOverrides(), formulas));
    }

    @Test
    void a_log_in_any_order_is_put_into_the_same_one_by_both() throws Exception {
        List<String> events = new java.util.ArrayList<>(List.of(
                "Event(\"a\", 1, 0)",
                "Event(\"b\", 1, 1)",
                "Event(\"a\", 2, 1)",
                "Event(\"b\", 1, 2)",
                "Event(\"a\", 3, 2)"));
        StringBuilder formulas = new StringBuilder(HEADER);
        for (int i = 0; i < 20; i++) {
            java.util.Collections.shuffle(events, random);
            formulas.append("ASSUME PrintT(Ordered(<<" + String.join(", ", events) + ">>))\n");
        }

        assertThat(values(new Tlc(folder), formulas.toString()))
                .hasSize(20)
                .isEqualTo(values(withoutOverrides(), formulas.toString()));
    }

    @Test
    void a_log_with_a_hole_is_an_error_and_not_a_shorter_log() throws Exception {
        String log = HEADER + "ASSUME Ordered(<<Event(\"a\", 1, 0), Event(\"b\", 2, 1)>>) = <<>>";

        assertThat(new Tlc(folder).check("MCHole", log).output())
                .contains("the clock of event 2")
                .contains("fits nowhere");
        assertThat(withoutOverrides().check("MCHole", log).output()).contains("fit nowhere");
    }

    private Tlc withoutOverrides() {
        return new Tlc(folder).with("-Dplumb.modules.not.ours=FiniteSetsExt,Functions,SequencesExt,VectorClocks");
    }

    /** What is printed: everything but what TLC says of itself. */
    private static List<String> values(Tlc tlc, String formulas) throws Exception {
        Tlc.Result result = tlc.check("MCRandom", formulas);
        assertThat(result.exitCode()).as(result.output()).isZero();
        String printed = result.output().replaceAll("(?s)^.*?Starting\\.\\.\\.[^\\n]*\\n|Computing initial.*$", "");
        return List.of(printed.replaceAll("(?s)Finished in.*$|Model checking completed.*$", "")
                .replaceAll("\\n +", " ")
                .strip()
                .split("\\n(?=[<{\\d-])", -1));
    }

    private String filled(String formula) {
        List<Integer> numbers = random.ints(random.nextInt(6), -3, 9).boxed().toList();
        String elements = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return String.format(formula, "<<" + elements + ">>", "{" + elements + "}", random.nextInt(4));
    }
}
