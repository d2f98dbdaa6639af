package dev.plumb.simulation.conform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.CoveringPaths;
import dev.plumb.core.RefinementCheck;
import dev.plumb.core.RefinementCoverage;
import dev.plumb.core.RefinementCoverage.Share;
import dev.plumb.core.SpecGraph;
import dev.plumb.core.SpecLocator;
import dev.plumb.kernel.TlcJar;
import dev.plumb.refinement.TransitionSystem;
import dev.plumb.simulation.conform.SpecToCode.Stuck;
import dev.plumb.simulation.explore.Exploration;
import dev.plumb.simulation.explore.Explorer;
import dev.plumb.simulation.explore.Fingerprints;
import dev.plumb.simulation.explore.TwoPhase;
import dev.plumb.simulation.explore.TwoPhase.State;
import dev.plumb.simulation.explore.TwoPhase.TmState;
import dev.plumb.simulation.explore.Verdict;
import dev.plumb.traces.TlaValue;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The transcription of two-phase commit and its specification: the same graph, unless one of them is changed. */
class GraphRefinementTest {
    private static final int ALL = 1_000;

    private final RefinementCheck check = RefinementCheck.of(
            new SpecLocator(List.of(Path.of(System.getProperty("plumb.root")))).forTraces("TwoPhase", Optional.empty()),
            TlcJar.find(),
            new TreeMap<>(Map.of("RM", TlaValue.setOf("r1", "r2", "r3"))),
            "the test");

    @AfterEach
    void close() {
        check.close();
    }

    private Exploration<State> explore(TransitionSystem<State> system) {
        return new GraphRefinement<>(State::inSpec, check)
                .ask(Explorer.of(system))
                .explore();
    }

    private List<Stuck> stuck(TransitionSystem<State> system) {
        SpecGraph graph = check.graph(ALL);
        SpecToCode<State> code = new SpecToCode<>(system, Fingerprints::of, State::inSpec, check);
        return CoveringPaths.of(graph).stream()
                .flatMap(path -> code.follow(graph, path).stream())
                .toList();
    }

    /** 1,146 generated states of TLC: the initial one, 761 steps that change something, and 384 that do not. */
    @Test
    void the_transcription_has_all_states_and_steps_of_the_specification_and_no_others() {
        assertThat(explore(new TwoPhase(3)).isGood()).isTrue();
        RefinementCoverage coverage = check.coverage(ALL);
        assertThat(coverage.isComplete()).isTrue();
        assertThat(coverage.states()).isEqualTo(new Share(288, 288));
        assertThat(coverage.steps()).isEqualTo(new Share(761, 761));
        assertThat(check.graph(ALL).steps().stream().mapToInt(List::size).sum()).isEqualTo(1_145);
        assertThat(stuck(new TwoPhase(3))).isEmpty();
    }

    @Test
    void a_step_that_the_specification_does_not_have_is_shown_with_a_shortest_way() {
        TransitionSystem<State> hasty = and((state, step) -> {
            if (Integer.bitCount(state.tmPrepared()) == 2 && state.tmState() == TmState.INIT) {
                step.accept(
                        "TMCommit",
                        new State(
                                state.rmState(), TmState.COMMITTED, state.tmPrepared(), state.promises(), true, false));
            }
        });
        Exploration<State> found = explore(hasty);
        assertThat(found.verdicts().get(GraphRefinement.BEGINS)).isEqualTo(new Verdict.Holds<>());
        Verdict<State> verdict = found.verdicts().get(GraphRefinement.STEPS);
        assertThat(((Verdict.Violated<State>) verdict).path().steps())
                .extracting(taken -> taken.action().toString())
                .containsExactlyInAnyOrder("RMPrepare", "RMPrepare", "TMRcvPrepared", "TMRcvPrepared", "TMCommit")
                .last()
                .isEqualTo("TMCommit");
    }

    @Test
    void another_beginning_than_the_specification_s_is_shown() {
        TransitionSystem<State> late = new TransitionSystem<>() {
            @Override
            public Collection<State> initialStates() {
                State init = new TwoPhase(3).initialStates().get(0);
                return List.of(init, new State(init.rmState(), TmState.ABORTED, 0, 0, false, true));
            }

            @Override
            public void steps(State from, BiConsumer<Object, State> step) {
                new TwoPhase(3).steps(from, step);
            }
        };
        Verdict<State> verdict = explore(late).verdicts().get(GraphRefinement.BEGINS);
        assertThat(((Verdict.Violated<State>) verdict).path().end().tmState()).isEqualTo(TmState.ABORTED);
    }

    @Test
    void steps_that_change_nothing_in_the_specification_are_allowed() {
        TransitionSystem<State> idle = and((state, step) -> step.accept("idle", state));
        assertThat(explore(idle).isGood()).isTrue();
    }

    @Test
    void what_the_code_never_does_is_named_and_the_specification_s_behaviours_get_stuck_there() {
        TransitionSystem<State> patient = without((from, action) -> action.equals("TMAbort"));
        assertThat(explore(patient).isGood()).isTrue();
        RefinementCoverage coverage = check.coverage(ALL);
        assertThat(coverage.missingActions()).containsExactlyInAnyOrder("TMAbort", "RMRcvAbortMsg");
        assertThat(coverage.missing().get(0).action()).isEqualTo("TMAbort");
        assertThat(stuck(patient)).isNotEmpty().allSatisfy(stuck -> assertThat(stuck.action())
                .isEqualTo("TMAbort"));
    }

    @Test
    void a_single_step_that_is_missing_is_found_too() {
        TransitionSystem<State> shy = without((from, action) ->
                action.equals("RMPrepare") && from.tmState() == TmState.ABORTED && from.promises() == 0b011);
        assertThat(explore(shy).isGood()).isTrue();
        RefinementCoverage coverage = check.coverage(ALL);
        assertThat(coverage.missingActions()).isEmpty();
        assertThat(coverage.actions().get("RMPrepare").isAll()).isFalse();
        assertThat(coverage.missing()).isNotEmpty().allSatisfy(missing -> assertThat(missing.action())
                .isEqualTo("RMPrepare(\"r3\")"));
    }

    private static TransitionSystem<State> and(BiConsumer<State, BiConsumer<Object, State>> more) {
        return system((from, step) -> {
            new TwoPhase(3).steps(from, step);
            more.accept(from, step);
        });
    }

    private static TransitionSystem<State> without(BiPredicate<State, Object> left) {
        return system((from, step) -> new TwoPhase(3).steps(from, (action, to) -> {
            if (!left.test(from, action)) {
                step.accept(action, to);
            }
        }));
    }

    private static TransitionSystem<State> system(BiConsumer<State, BiConsumer<Object, State>> steps) {
        return new TransitionSystem<>() {
            @Override
            public Collection<State> initialStates() {
                return new TwoPhase(3).initialStates();
            }

            @Override
            public void steps(State from, BiConsumer<Object, State> step) {
                steps.accept(from, step);
            }
        };
    }
}
