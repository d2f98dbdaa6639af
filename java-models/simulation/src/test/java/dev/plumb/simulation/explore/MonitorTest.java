package dev.plumb.simulation.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.refinement.TransitionSystem;
import dev.plumb.traces.Problem;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Somebody goes up and down some stairs; a monitor counts how often they went down, which the stairs do not show. */
class MonitorTest {
    private static final int TOP = 3;

    private static final TransitionSystem<Integer> STAIRS = new TransitionSystem<>() {
        @Override
        public Collection<Integer> initialStates() {
            return List.of(0);
        }

        @Override
        public void steps(Integer from, BiConsumer<Object, Integer> step) {
            if (from < TOP) {
                step.accept("up", from + 1);
            }
            if (from > 0) {
                step.accept("down", from - 1);
            }
        }
    };

    /** Remembers no more than the limit and one. */
    private record WaysDown(int most) implements Monitor<Integer, Integer> {
        @Override
        public Integer begin(Integer initial) {
            return 0;
        }

        @Override
        public Integer next(Integer memory, Integer from, Object action, Integer to) {
            return action.equals("down") ? Math.min(memory + 1, most + 1) : memory;
        }

        @Override
        public boolean isRight(Integer memory) {
            return memory <= most;
        }
    }

    @Test
    void a_state_is_visited_once_for_each_memory_until_one_is_wrong() {
        Exploration<Integer> found = Explorer.of(STAIRS)
                .always("few ways down", new WaysDown(2))
                .always("on the stairs", state -> state <= TOP)
                .explore();
        assertThat(found.verdicts().get("few ways down"))
                .isInstanceOfSatisfying(
                        Verdict.Violated.class,
                        violated -> assertThat(violated.path().length()).isEqualTo(6));
        assertThat(found.verdicts().keySet()).containsExactly("few ways down", "on the stairs");
    }

    @Test
    void a_monitor_that_nothing_violates_changes_no_answer() {
        Monitor<Integer, Boolean> content = new Monitor<>() {
            @Override
            public Boolean begin(Integer initial) {
                return false;
            }

            @Override
            public Boolean next(Boolean hasClimbed, Integer from, Object action, Integer to) {
                return hasClimbed || to == TOP;
            }

            @Override
            public boolean isRight(Boolean hasClimbed) {
                return true;
            }
        };
        Exploration<Integer> found = Explorer.of(STAIRS)
                .always("content", content)
                .sometimes("on top", state -> state == TOP)
                .sometimes("on the roof", state -> state > TOP)
                .eventually("up", state -> state == TOP)
                .explore();
        assertThat(found.verdicts().get("content")).isInstanceOf(Verdict.Holds.class);
        assertThat(found.verdicts().get("on top")).isInstanceOf(Verdict.Shown.class);
        assertThat(found.verdicts().get("on the roof")).isInstanceOf(Verdict.Missing.class);
        assertThat(found.verdicts().get("up")).isInstanceOf(Verdict.Avoided.class);
        assertThat(found.distinct()).as("before the top and after it").isEqualTo(3 + 4);
    }

    @Test
    void threads_do_not_change_what_is_found() {
        Exploration<Integer> alone = explore(1);
        Exploration<Integer> together = explore(4);
        assertThat(together.verdicts()).isEqualTo(alone.verdicts());
        assertThat(together.distinct()).isEqualTo(alone.distinct());
    }

    private static Exploration<Integer> explore(int threads) {
        return Explorer.of(STAIRS)
                .always("few ways down", new WaysDown(5))
                .threads(threads)
                .explore();
    }

    @Test
    void symmetry_is_refused() {
        Explorer<Integer> explorer = Explorer.of(STAIRS)
                .always("few ways down", new WaysDown(2))
                .symmetric(Symmetry.of(1, (state, names) -> state));
        assertThatThrownBy(explorer::explore)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("PLUMB-W60"));
    }
}
