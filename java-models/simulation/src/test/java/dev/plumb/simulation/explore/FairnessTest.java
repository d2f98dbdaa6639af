package dev.plumb.simulation.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.refinement.TransitionSystem;
import dev.plumb.simulation.explore.Graph.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/** Liveness by the search for components, against the definition on small random systems. */
class FairnessTest {
    /** For each of the actions 0 to 2: none, weak or strong fairness. */
    enum Kind {
        NONE,
        WEAK,
        STRONG
    }

    @Provide
    Arbitrary<Graph> graphs() {
        return Graph.random(7);
    }

    @Provide
    Arbitrary<List<Kind>> kinds() {
        return Arbitraries.of(Kind.class).list().ofSize(3);
    }

    @Provide
    Arbitrary<Set<Integer>> goals() {
        return Arbitraries.integers().between(0, 6).set().ofMaxSize(2);
    }

    private static Verdict<Integer> verdict(Graph graph, List<Kind> kinds, Set<Integer> goal) {
        Explorer<Integer> explorer = Explorer.of(graph).threads(1).eventually("goal", goal::contains);
        for (int i = 0; i < kinds.size(); i++) {
            int fair = i;
            Fairness.Steps<Integer> steps = (from, action, to) -> action.equals(fair);
            if (kinds.get(i) != Kind.NONE) {
                explorer.fair(kinds.get(i) == Kind.WEAK ? Fairness.weak(steps) : Fairness.strong(steps));
            }
        }
        return explorer.explore().verdicts().get("goal");
    }

    @Property(tries = 3_000, seed = "4")
    void the_goal_is_avoided_iff_some_set_of_states_can_be_gone_round_in_for_ever_and_fairly(
            @ForAll("graphs") Graph graph, @ForAll("kinds") List<Kind> kinds, @ForAll("goals") Set<Integer> goal) {
        Set<Integer> others = new TreeSet<>(graph.states());
        others.removeAll(goal);
        Set<Integer> avoiding = graph.reachable(graph.initialStates(), others);
        boolean isAvoidable = subsets(avoiding).stream().anyMatch(set -> isFairRegion(graph, kinds, set));
        Verdict<Integer> verdict = verdict(graph, kinds, goal);
        assertThat(verdict instanceof Verdict.Avoided).isEqualTo(isAvoidable);
        if (verdict instanceof Verdict.Avoided<Integer> avoided) {
            isFairLasso(graph, kinds, avoided.lasso(), goal);
        }
        Statistics.collect(isAvoidable);
        Statistics.coverage(share -> {
            share.check(true).percentage(p -> p > 15);
            share.check(false).percentage(p -> p > 15);
        });
    }

    private static List<Set<Integer>> subsets(Set<Integer> of) {
        List<Set<Integer>> subsets = new ArrayList<>(List.of(new TreeSet<>()));
        for (int element : of) {
            for (Set<Integer> set : List.copyOf(subsets)) {
                Set<Integer> with = new TreeSet<>(set);
                with.add(element);
                subsets.add(with);
            }
        }
        return subsets.subList(1, subsets.size());
    }

    /** All of it can be gone round in, along all of its edges, without neglecting anything. */
    private static boolean isFairRegion(Graph graph, List<Kind> kinds, Set<Integer> set) {
        boolean isConnected = set.stream()
                .allMatch(state -> graph.reachable(Set.of(state), set).equals(set));
        List<Edge> within = graph.edges().stream()
                .filter(edge -> set.contains(edge.from()) && set.contains(edge.to()))
                .toList();
        return isConnected && isFair(graph, kinds, set, within);
    }

    /** A behaviour that sees these states and takes these steps again and again, and no others, is fair. */
    private static boolean isFair(Graph graph, List<Kind> kinds, Set<Integer> states, List<Edge> taken) {
        for (int action = 0; action < kinds.size(); action++) {
            int fair = action;
            boolean isTaken = taken.stream().anyMatch(edge -> edge.action() == fair && edge.from() != edge.to());
            long possible = states.stream()
                    .filter(state -> isPossible(graph, state, fair))
                    .count();
            boolean isOwed = kinds.get(action) == Kind.WEAK
                    ? possible == states.size()
                    : kinds.get(action) == Kind.STRONG && possible > 0;
            if (isOwed && !isTaken) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPossible(Graph graph, int state, int action) {
        return graph.edges().stream()
                .anyMatch(edge -> edge.from() == state && edge.action() == action && edge.to() != state);
    }

    private static void isFairLasso(Graph graph, List<Kind> kinds, Lasso<Integer> lasso, Set<Integer> goal) {
        Path<Integer> path = lasso.path();
        ExplorerTest.isOf(graph, path);
        assertThat(path.states()).noneMatch(goal::contains);
        assertThat(path.end()).isEqualTo(path.state(lasso.backTo()));
        Set<Integer> again = new TreeSet<>(path.states().subList(lasso.backTo(), path.length() + 1));
        List<Edge> taken =
                graph.edges().stream().filter(edge -> takes(lasso, edge)).toList();
        assertThat(isFair(graph, kinds, again, taken)).as("%s", lasso).isTrue();
    }

    /** Between two states a lasso takes any of the steps there are. */
    private static boolean takes(Lasso<Integer> lasso, Edge edge) {
        List<Integer> states = lasso.path().states();
        for (int i = lasso.backTo(); i < states.size() - 1; i++) {
            if (states.get(i) == edge.from() && states.get(i + 1) == edge.to()) {
                return true;
            }
        }
        return false;
    }

    @Test
    void without_fairness_a_behaviour_may_stop_at_once() {
        Lasso<Integer> lasso =
                ((Verdict.Avoided<Integer>) verdict(Graph.of(0, 0, 0, 1), List.of(Kind.NONE), Set.of(1))).lasso();
        assertThat(lasso.stutters()).isTrue();
        assertThat(lasso.path().states()).containsExactly(0);
    }

    @Test
    void weak_fairness_does_not_help_what_is_only_possible_now_and_then_but_strong_fairness_does() {
        Graph comesAndGoes = Graph.of(0, 0, 0, 1, 1, 0, 0, 1, 1, 2);
        Lasso<Integer> lasso =
                ((Verdict.Avoided<Integer>) verdict(comesAndGoes, List.of(Kind.WEAK, Kind.WEAK), Set.of(2))).lasso();
        assertThat(lasso.path().states()).containsExactly(0, 1, 0);
        assertThat(lasso.backTo()).isZero();
        assertThat(verdict(comesAndGoes, List.of(Kind.WEAK, Kind.STRONG), Set.of(2)))
                .isEqualTo(new Verdict.Holds<>());
    }

    @Test
    void a_goal_beyond_what_was_visited_is_not_promised() {
        Exploration<Integer> found = Explorer.of(Graph.of(0, 0, 0, 1, 1, 0, 2))
                .eventually("two", state -> state == 2)
                .fair(Fairness.progress())
                .within(Limits.NONE.depth(2))
                .explore();
        assertThat(found.verdicts().get("two")).isEqualTo(new Verdict.Unknown<>());
    }

    @Test
    void where_a_step_fails_nobody_knows_what_else_is_possible() {
        TransitionSystem<Integer> fragile = new TransitionSystem<>() {
            @Override
            public List<Integer> initialStates() {
                return List.of(0);
            }

            @Override
            public void steps(Integer from, BiConsumer<Object, Integer> step) {
                throw new IllegalStateException("it breaks");
            }
        };
        Exploration<Integer> found = Explorer.of(fragile)
                .eventually("one", state -> state == 1)
                .fair(Fairness.progress())
                .explore();
        assertThat(found.failed()).isPresent();
        assertThat(found.verdicts().get("one")).isEqualTo(new Verdict.Unknown<>());
    }

    @Test
    void two_phase_commit_ends_if_its_manager_keeps_working_and_blocks_if_not() {
        assertThat(terminates(true)).isEqualTo(new Verdict.Holds<>());
        Lasso<TwoPhase.State> blocked = ((Verdict.Avoided<TwoPhase.State>) terminates(false)).lasso();
        assertThat(blocked.stutters()).isTrue();
        assertThat(blocked.path().end().rmState())
                .contains(TwoPhase.RmState.PREPARED)
                .isSubsetOf(TwoPhase.RmState.PREPARED, TwoPhase.RmState.ABORTED);
    }

    private static Verdict<TwoPhase.State> terminates(boolean managerIsFair) {
        Explorer<TwoPhase.State> explorer = Explorer.of(new TwoPhase(3))
                .eventually("Termination", s -> s.rmState().stream()
                        .allMatch(rm -> rm == TwoPhase.RmState.COMMITTED || rm == TwoPhase.RmState.ABORTED));
        for (int i = 0; i < 3; i++) {
            int rm = i;
            explorer.fair(Fairness.weak((from, action, to) ->
                    !from.rmState().get(rm).equals(to.rmState().get(rm))));
        }
        if (managerIsFair) {
            explorer.fair(Fairness.weak((from, action, to) -> action.equals("TMCommit") || action.equals("TMAbort")));
        }
        return explorer.explore().verdicts().get("Termination");
    }
}
