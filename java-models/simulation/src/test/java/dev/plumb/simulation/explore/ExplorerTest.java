package dev.plumb.simulation.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.refinement.TransitionSystem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ExplorerTest {
    @Provide
    Arbitrary<Graph> graphs() {
        return Graph.random(12);
    }

    @Test
    void finds_the_states_that_TLC_finds_of_two_phase_commit() {
        Exploration<TwoPhase.State> found = Explorer.of(new TwoPhase(3))
                .always("Consistent", TwoPhase.State::consistent)
                .explore();
        assertThat(found.distinct()).isEqualTo(288);
        assertThat(found.generated()).isEqualTo(1_146);
        assertThat(found.depth()).isEqualTo(11);
        assertThat(found.unexplored()).isEmpty();
        assertThat(found.isGood()).isTrue();
    }

    @Test
    void finds_the_states_that_TLC_finds_with_seven_resource_managers() {
        Exploration<TwoPhase.State> found = Explorer.of(new TwoPhase(7))
                .always("Consistent", TwoPhase.State::consistent)
                .explore();
        assertThat(found.distinct()).isEqualTo(296_448);
        assertThat(found.generated()).isEqualTo(2_744_706);
        assertThat(found.tableBytesPerState()).isLessThan(48);
        assertThat(found.collisionProbability()).isBetween(1e-9, 1e-8);
    }

    @Test
    void finds_the_same_states_depth_first() {
        Exploration<TwoPhase.State> found =
                Explorer.of(new TwoPhase(4)).depthFirst().explore();
        Exploration<TwoPhase.State> shallow = Explorer.of(new TwoPhase(4)).explore();
        assertThat(found.distinct()).isEqualTo(shallow.distinct());
        assertThat(found.generated()).isEqualTo(shallow.generated());
    }

    @Property(tries = 500, seed = "1")
    void visits_what_can_be_reached_and_nothing_else(@ForAll("graphs") Graph graph, @ForAll boolean isDepthFirst) {
        Set<Integer> visited = new TreeSet<>();
        Explorer<Integer> explorer = Explorer.of(graph).threads(1).always("noted", state -> visited.add(state) || true);
        Exploration<Integer> found = (isDepthFirst ? explorer.depthFirst() : explorer).explore();
        Set<Integer> reachable = graph.reachable(graph.initialStates(), graph.states());
        assertThat(visited).isEqualTo(reachable);
        assertThat(found.distinct()).isEqualTo(reachable.size());
        long steps = graph.edges().stream()
                .filter(edge -> reachable.contains(edge.from()))
                .count();
        assertThat(found.generated()).isEqualTo(steps + graph.initialStates().size());
    }

    @Property(tries = 500, seed = "2")
    void shows_a_shortest_way_to_a_state_that_must_not_be(@ForAll("graphs") Graph graph, @ForAll Set<Integer> bad) {
        Verdict<Integer> verdict = Explorer.of(graph)
                .threads(1)
                .always("good", state -> !bad.contains(state))
                .explore()
                .verdicts()
                .get("good");
        int distance = graph.distance(bad);
        if (distance < 0) {
            assertThat(verdict).isEqualTo(new Verdict.Holds<>());
        } else {
            Path<Integer> path = ((Verdict.Violated<Integer>) verdict).path();
            assertThat(path.length()).isEqualTo(distance);
            assertThat(bad).contains(path.end());
            isOf(graph, path);
        }
    }

    static void isOf(Graph graph, Path<Integer> path) {
        assertThat(graph.initialStates()).contains(path.start());
        for (int i = 1; i <= path.length(); i++) {
            int action = (Integer) path.steps().get(i - 1).action();
            assertThat(graph.edges()).contains(new Graph.Edge(path.state(i - 1), action, path.state(i)));
        }
    }

    @Property(tries = 300, seed = "3")
    void says_the_same_whatever_the_number_of_threads(@ForAll("graphs") Graph graph, @ForAll Set<Integer> odd) {
        List<Exploration<Integer>> all = List.of(explore(graph, odd, 1), explore(graph, odd, 4));
        assertThat(all.get(1).verdicts()).isEqualTo(all.get(0).verdicts());
        assertThat(all.get(1).distinct()).isEqualTo(all.get(0).distinct());
        assertThat(all.get(1).generated()).isEqualTo(all.get(0).generated());
        assertThat(all.get(1).unexplored()).isEqualTo(all.get(0).unexplored());
    }

    private static Exploration<Integer> explore(Graph graph, Set<Integer> odd, int threads) {
        return Explorer.of(graph)
                .threads(threads)
                .sometimes("odd", odd::contains)
                .alwaysStep("no jump", from -> to -> Math.abs(from - to) < 7)
                .eventually("odd at last", odd::contains)
                .explore();
    }

    /** Big enough that threads do get into each other's way. */
    @Test
    void says_the_same_whatever_the_number_of_threads_about_a_big_system() {
        List<Verdict<TwoPhase.State>> verdicts = List.of(1, 2, 5).stream()
                .map(threads -> Explorer.of(new TwoPhase(5))
                        .threads(threads)
                        .always(
                                "no two commit",
                                s -> Set.copyOf(s.rmState()).size() > 1
                                        || s.rmState().get(0) != TwoPhase.RmState.COMMITTED)
                        .explore()
                        .verdicts()
                        .get("no two commit"))
                .toList();
        assertThat(verdicts.get(0)).isInstanceOf(Verdict.Violated.class);
        assertThat(verdicts).containsOnly(verdicts.get(0));
    }

    @Test
    void a_step_that_is_not_allowed_is_shown_with_the_way_there() {
        Graph graph = Graph.of(0, 0, 0, 1, 1, 0, 2, 2, 1, 0, 2, 2, 9);
        Exploration<Integer> found = Explorer.of(graph)
                .alwaysStep("small", from -> to -> to - from < 5)
                .explore();
        Path<Integer> path = ((Verdict.Violated<Integer>) found.verdicts().get("small")).path();
        assertThat(path.states()).containsExactly(0, 1, 2, 9);
        assertThat(path.steps().get(2).action()).isEqualTo(2);
        assertThat(Explorer.of(graph)
                        .alwaysStep("small", from -> to -> to - from < 8)
                        .explore()
                        .isGood())
                .isTrue();
    }

    @Test
    void an_example_is_shown_and_a_missing_one_is_a_failure() {
        Exploration<Integer> found = Explorer.of(Graph.of(0, 0, 0, 1, 1, 0, 2))
                .sometimes("two", state -> state == 2)
                .sometimes("three", state -> state == 3)
                .explore();
        assertThat(((Verdict.Shown<Integer>) found.verdicts().get("two")).path().states())
                .containsExactly(0, 1, 2);
        assertThat(found.verdicts().get("three")).isEqualTo(new Verdict.Missing<>());
        assertThat(found.isGood()).isFalse();
    }

    @Test
    void what_is_asked_of_initial_states_is_asked_of_no_others() {
        Graph graph = new Graph(Set.of(1, 3), List.of(new Graph.Edge(1, 0, 2)));
        Exploration<Integer> odd =
                Explorer.of(graph).initially("odd", state -> state % 2 == 1).explore();
        assertThat(odd.isGood()).isTrue();
        Verdict<Integer> one = Explorer.of(graph)
                .initially("one", state -> state == 1)
                .explore()
                .verdicts()
                .get("one");
        assertThat(((Verdict.Violated<Integer>) one).path()).isEqualTo(new Path<>(3, List.of()));
    }

    @Test
    void a_property_that_throws_ends_it_and_is_told_with_the_way_to_where_it_does() {
        Graph line = Graph.of(0, 0, 0, 1, 1, 1, 2, 2, 0, 3);
        Exploration<Integer> found =
                Explorer.of(line).always("fits", state -> 6 / (state - 2) != 0).explore();
        assertThat(found.isGood()).isFalse();
        assertThat(found.verdicts().get("fits")).isEqualTo(new Verdict.Unknown<>());
        assertThat(found.failed()).hasValueSatisfying(failed -> {
            assertThat(failed.what()).isEqualTo("The property fits");
            assertThat(failed.cause()).hasMessage("/ by zero");
            assertThat(failed.path().states()).containsExactly(0, 1, 2);
        });
        Exploration<Integer> later = Explorer.of(line)
                .alwaysStep("fits", from -> to -> 6 / (to - 3) != 0)
                .explore();
        assertThat(later.failed().orElseThrow().path().states()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void a_system_that_throws_ends_it_and_is_told_with_the_way_to_where_it_does() {
        TransitionSystem<Integer> divides = new TransitionSystem<>() {
            @Override
            public List<Integer> initialStates() {
                return List.of(0);
            }

            @Override
            public void steps(Integer from, BiConsumer<Object, Integer> step) {
                step.accept("go", 1 / (1 - from));
            }
        };
        Exploration<Integer> found =
                Explorer.of(divides).always("fine", state -> true).explore();
        assertThat(found.verdicts().get("fine")).isEqualTo(new Verdict.Unknown<>());
        assertThat(found.failed().orElseThrow().what()).isEqualTo("The system");
        assertThat(found.failed().orElseThrow().path().states()).containsExactly(0, 1);
        assertThat(found.unexplored()).contains(new Exploration.Unexplored("something failed", false, 1, 2));
    }
}
