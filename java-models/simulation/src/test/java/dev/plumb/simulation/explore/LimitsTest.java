package dev.plumb.simulation.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static Explorer<TwoPhase.State> explorer() {
        return Explorer.of(new TwoPhase(5)).always("Consistent", TwoPhase.State::consistent);
    }

    @Test
    void a_limit_of_depth_tells_how_many_states_lie_at_it() {
        Exploration<TwoPhase.State> found =
                explorer().within(Limits.NONE.depth(2)).explore();
        assertThat(found.depth()).isEqualTo(2);
        assertThat(found.distinct()).isEqualTo(1 + 11);
        assertThat(found.unexplored())
                .contains(new Exploration.Unexplored("the limit of depth 2 was reached", true, 11, 2));
        assertThat(found.verdicts().get("Consistent")).isEqualTo(new Verdict.Unknown<>());
        assertThat(found.isGood()).isFalse();
    }

    @Test
    void a_limit_that_is_not_reached_changes_nothing() {
        Exploration<TwoPhase.State> found = explorer()
                .within(Limits.NONE.depth(18).states(1_000_000).time(Duration.ofHours(1)))
                .explore();
        assertThat(found.unexplored()).isEmpty();
        assertThat(found.isGood()).isTrue();
        assertThat(found.distinct()).isEqualTo(8_832);
    }

    @Test
    void a_limit_of_states_stops_at_the_same_ones_whatever_the_number_of_threads() {
        Stream<Exploration<TwoPhase.State>> all = Stream.of(1, 2, 5).map(threads -> Explorer.of(new TwoPhase(6))
                .within(Limits.NONE.states(8_000))
                .threads(threads)
                .explore());
        assertThat(all.map(found -> found.distinct() + " " + found.generated() + " " + found.unexplored())
                        .distinct())
                .singleElement()
                .asString()
                .contains("the limit of 8,000 states was reached");
    }

    @Test
    void a_limit_of_states_is_not_overshot_by_a_level() {
        Exploration<TwoPhase.State> found =
                Explorer.of(new TwoPhase(7)).within(Limits.NONE.states(20_000)).explore();
        assertThat(found.distinct()).isBetween(20_000L, 20_000L + 20 * Pending.PART);
    }

    @Test
    void a_limit_of_time_stops_and_tells_what_is_left() {
        Exploration<TwoPhase.State> found =
                explorer().within(Limits.NONE.time(Duration.ZERO)).explore();
        assertThat(found.unexplored()).contains(new Exploration.Unexplored("the limit of 0 s was reached", true, 1, 1));
    }

    @Test
    void what_is_left_after_a_violation_is_told_too() {
        Exploration<TwoPhase.State> found = Explorer.of(new TwoPhase(3))
                .always("undecided", state -> state.tmState() == TwoPhase.TmState.INIT)
                .sometimes("committed", state -> state.tmState() == TwoPhase.TmState.COMMITTED)
                .explore();
        assertThat(found.unexplored()).contains(new Exploration.Unexplored("a violation was found", false, 7, 2));
        assertThat(found.verdicts().get("committed")).isEqualTo(new Verdict.Unknown<>());
    }

    @Test
    void progress_is_told_with_what_was_found_so_far() {
        Progress[] last = new Progress[1];
        Explorer.of(new TwoPhase(3))
                .always("slow", state -> slow())
                .threads(1)
                .telling(progress -> last[0] = progress)
                .explore();
        assertThat(last[0].distinct()).isBetween(1L, 288L);
        assertThat(last[0].generated()).isBetween(last[0].distinct(), 1_146L);
    }

    private static boolean slow() {
        try {
            Thread.sleep(8);
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
