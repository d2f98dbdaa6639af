package dev.plumb.simulation.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.refinement.TransitionSystem;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Somebody climbs a ladder and may fall from it. What is violated low on it does not hide what is violated above. */
class GoingOnTest {
    private static final int TOP = 6;

    private static final TransitionSystem<Integer> LADDER = new TransitionSystem<>() {
        @Override
        public Collection<Integer> initialStates() {
            return List.of(0);
        }

        @Override
        public void steps(Integer from, BiConsumer<Object, Integer> step) {
            if (from < TOP) {
                step.accept("climb", from + 1);
            }
            if (from > 1) {
                step.accept("fall", 0);
            }
        }
    };

    private static Explorer<Integer> explorer() {
        return Explorer.of(LADDER)
                .always("below 2", rung -> rung < 2)
                .always("below 5", rung -> rung < 5)
                .always("on the ladder", rung -> rung <= TOP)
                .alwaysStep("no fall", from -> to -> to > from)
                .sometimes("on top", rung -> rung == TOP)
                .sometimes("in the air", rung -> rung > TOP)
                .eventually("half way", rung -> rung == TOP / 2);
    }

    @Test
    void unless_it_is_asked_to_go_on_an_exploration_leaves_the_rest_undecided() {
        Exploration<Integer> found = explorer().explore();
        assertThat(found.verdicts().get("below 2")).isInstanceOf(Verdict.Violated.class);
        assertThat(found.verdicts().values())
                .filteredOn(Verdict.Unknown.class::isInstance)
                .hasSize(5);
        assertThat(found.unexplored())
                .hasValueSatisfying(left -> assertThat(left.why()).isEqualTo("a violation was found"));
    }

    @Test
    void one_that_goes_on_decides_every_property_and_finds_each_on_a_shortest_way() {
        Exploration<Integer> found = explorer().goingOn().explore();
        assertThat(found.unexplored()).isEmpty();
        assertThat(found.distinct()).isEqualTo(TOP + 1);
        assertThat(lengthTo(found, "below 2")).isEqualTo(2);
        assertThat(lengthTo(found, "below 5")).isEqualTo(5);
        assertThat(lengthTo(found, "no fall")).isEqualTo(3);
        assertThat(found.verdicts().get("on the ladder")).isEqualTo(new Verdict.Holds<>());
        assertThat(found.verdicts().get("on top")).isInstanceOf(Verdict.Shown.class);
        assertThat(found.verdicts().get("in the air")).isEqualTo(new Verdict.Missing<>());
        assertThat(found.verdicts().get("half way")).isInstanceOf(Verdict.Avoided.class);
        assertThat(found.isGood()).isFalse();
    }

    private static int lengthTo(Exploration<Integer> found, String property) {
        return ((Verdict.Violated<Integer>) found.verdicts().get(property))
                .path()
                .length();
    }

    /** Counts without end, but what it counts after it has gone wrong does not matter. */
    private record Climbs(int most) implements Monitor<Integer, Integer> {
        @Override
        public Integer begin(Integer initial) {
            return 0;
        }

        @Override
        public Integer next(Integer memory, Integer from, Object action, Integer to) {
            return action.equals("climb") ? memory + 1 : memory;
        }

        @Override
        public boolean isRight(Integer memory) {
            return memory <= most;
        }
    }

    @Test
    void a_behaviour_that_a_monitor_has_found_wrong_stays_wrong_and_is_gone_on_from_without_it() {
        Exploration<Integer> found = Explorer.of(LADDER)
                .always("few climbs", new Climbs(3))
                .always("fewer climbs", new Climbs(1))
                .sometimes("on top", rung -> rung == TOP)
                .goingOn()
                .explore();
        assertThat(lengthTo(found, "few climbs")).isEqualTo(4);
        assertThat(lengthTo(found, "fewer climbs")).isEqualTo(2);
        assertThat(found.verdicts().get("on top")).isInstanceOf(Verdict.Shown.class);
        assertThat(found.unexplored()).isEmpty();
    }

    @Test
    void one_that_fails_ends_all_the_same() {
        Exploration<Integer> found = Explorer.of(LADDER)
                .always("readable", rung -> {
                    if (rung == 3) {
                        throw new IllegalStateException("no number");
                    }
                    return true;
                })
                .goingOn()
                .explore();
        assertThat(found.failed()).isPresent();
        assertThat(found.verdicts().get("readable")).isEqualTo(new Verdict.Unknown<>());
    }
}
