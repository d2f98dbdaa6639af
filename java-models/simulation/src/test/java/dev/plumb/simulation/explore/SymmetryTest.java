package dev.plumb.simulation.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.simulation.explore.TwoPhase.RmState;
import dev.plumb.simulation.explore.TwoPhase.State;
import dev.plumb.traces.Problem;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymmetryTest {
    private static State renamed(State state, int[] names) {
        RmState[] rms = new RmState[names.length];
        int prepared = 0;
        int promises = 0;
        for (int rm = 0; rm < names.length; rm++) {
            rms[names[rm]] = state.rmState().get(rm);
            prepared |= (state.tmPrepared() >> rm & 1) << names[rm];
            promises |= (state.promises() >> rm & 1) << names[rm];
        }
        return new State(List.of(rms), state.tmState(), prepared, promises, state.commit(), state.abort());
    }

    /** What a state is apart from who is who: how many there are of each kind, and what they have in common. */
    private static List<Object> profile(State state) {
        int[] kinds = new int[16];
        for (int rm = 0; rm < state.rmState().size(); rm++) {
            kinds[
                    4 * state.rmState().get(rm).ordinal()
                            + 2 * (state.tmPrepared() >> rm & 1)
                            + (state.promises() >> rm & 1)]++;
        }
        return List.of(Arrays.toString(kinds), state.tmState(), state.commit(), state.abort());
    }

    /** The counts are those of TLC with {@code SYMMETRY Permutations(RM)}. */
    @ParameterizedTest
    @CsvSource({"3, 80", "4, 166"})
    void one_of_the_states_that_differ_in_who_is_who_is_visited(int rms, int expected) {
        Set<List<Object>> profiles = new HashSet<>();
        Explorer.of(new TwoPhase(rms))
                .threads(1)
                .always("", state -> profiles.add(profile(state)) || true)
                .explore();
        Exploration<State> found = Explorer.of(new TwoPhase(rms))
                .symmetric(Symmetry.of(rms, SymmetryTest::renamed))
                .explore();
        assertThat(found.distinct()).isEqualTo(profiles.size()).isEqualTo(expected);
    }

    @Test
    void a_way_is_one_of_the_system_and_the_same_for_any_number_of_threads() {
        List<Path<State>> paths =
                List.of(1, 3).stream().map(SymmetryTest::committed).toList();
        assertThat(paths.get(1)).isEqualTo(paths.get(0));
        assertThat(paths.get(0).length()).isEqualTo(9);
        TwoPhase system = new TwoPhase(4);
        for (Path<State> path = paths.get(0); path.length() > 0; path = withoutLast(path)) {
            Set<State> next = ConcurrentHashMap.newKeySet();
            system.steps(withoutLast(path).end(), (action, to) -> next.add(to));
            assertThat(next).contains(path.end());
        }
    }

    private static Path<State> withoutLast(Path<State> path) {
        return new Path<>(path.start(), path.steps().subList(0, path.length() - 1));
    }

    private static Path<State> committed(int threads) {
        Verdict<State> verdict = Explorer.of(new TwoPhase(4))
                .symmetric(Symmetry.of(4, SymmetryTest::renamed))
                .threads(threads)
                .sometimes("committed", State::commit)
                .explore()
                .verdicts()
                .get("committed");
        return ((Verdict.Shown<State>) verdict).path();
    }

    @Test
    void is_refused_together_with_liveness() {
        Explorer<State> explorer = Explorer.of(new TwoPhase(3))
                .symmetric(Symmetry.of(3, SymmetryTest::renamed))
                .eventually("Termination", State::commit);
        assertThatThrownBy(explorer::explore)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("PLUMB-E02"));
    }
}
