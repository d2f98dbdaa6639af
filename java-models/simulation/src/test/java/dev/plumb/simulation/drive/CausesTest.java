package dev.plumb.simulation.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.simulation.Protocol;
import dev.plumb.simulation.world.RandomChooser;
import dev.plumb.simulation.world.WorldOptions;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What clients of the board do has no cause in what others do, but for what is on the board. */
class CausesTest {
    private static final int RUNS = 50;

    private static Run run(int seed) {
        Scenario scenario = new Scenario("board", 3, Protocol.NO_BUG, WorldOptions.UNTIMED);
        return new Driver(scenario, 1_000).run(new RandomChooser(seed));
    }

    private static Run only(Run run, BitSet steps) {
        List<Plan.Item> items = Plan.of(run).items();
        return Attempt.of(
                run.scenario(),
                new Plan(steps.stream()
                        .filter(step -> step > 0)
                        .mapToObj(step -> items.get(step - 1))
                        .toList()));
    }

    @Test
    void the_causes_of_a_step_are_a_run_that_ends_with_it() {
        assertThat(IntStream.range(0, RUNS).mapToObj(CausesTest::run)).allSatisfy(run -> {
            BitSet causes = Causes.of(run).ofTheLast();
            Run small = only(run, causes);
            assertThat(small.steps()).hasSize(causes.cardinality());
            assertThat(RunLog.text(small.steps().get(small.steps().size() - 1)))
                    .isEqualTo(RunLog.text(run.steps().get(run.steps().size() - 1)));
        });
    }

    @Test
    void what_others_do_is_left_out() {
        assertThat(IntStream.range(0, RUNS)
                        .map(seed -> run(seed).steps().size()
                                - Causes.of(run(seed)).ofTheLast().cardinality()))
                .anyMatch(leftOut -> leftOut > 3);
    }

    @Test
    void what_happened_to_a_node_is_there_for_each_of_them() {
        Run run = run(1);
        assertThat(Causes.of(run).ofTheLastAndANode()).hasSize(4).allSatisfy(both -> {
            BitSet last = Causes.of(run).ofTheLast();
            last.andNot(both);
            assertThat(last.isEmpty()).isTrue();
        });
    }
}
