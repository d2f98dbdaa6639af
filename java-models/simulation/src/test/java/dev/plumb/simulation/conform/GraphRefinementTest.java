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
import dev.plumb.simulation.conform.GraphRefinement.Told;
import dev.plumb.simulation.conform.SpecToCode.Stuck;
import dev.plumb.simulation.explore.Exploration;
import dev.plumb.simulation.explore.Explorer;
import dev.plumb.simulation.explore.Fingerprints;
import dev.plumb.simulation.explore.TwoPhase;
import dev.plumb.simulation.explore.TwoPhase.State;
import dev.plumb.simulation.explore.TwoPhase.TmState;
import dev.plumb.simulation.explore.Verdict;
import dev.plumb.traces.Event;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
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

    private Exploration<State> explore(Function<Object, Told> told) {
        return new GraphRefinement<>(State::inSpec, check, told)
                .ask(Explorer.of(new TwoPhase(3)))
                .explore();
    }

    private static Event event(String action) {
        return new Event(
                new Source("the test", 0),
                Optional.empty(),
                Optional.empty(),
                Optional.of(action),
                Event.Arguments.NONE,
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Optional.empty());
    }

    private static Told telling(String... actions) {
        return new Told(Stream.of(actions).map(GraphRefinementTest::event).toList(), false);
    }

    @Test
    void steps_that_tell_what_they_are_are_that_and_show_that() {
        assertThat(explore(action -> telling(action.toString())).isGood()).isTrue();
        assertThat(check.coverage(ALL).steps()).isEqualTo(new Share(761, 761));
    }

    @Test
    void a_step_that_tells_that_it_is_another_one_is_none() {
        Exploration<State> found =
                explore(action -> telling(action.equals("TMCommit") ? "TMAbort" : action.toString()));
        Verdict<State> verdict = found.verdicts().get(GraphRefinement.STEPS);
        assertThat(((Verdict.Violated<State>) verdict).path().end().tmState()).isEqualTo(TmState.COMMITTED);
    }

    @Test
    void a_step_that_tells_nothing_may_be_any_one() {
        assertThat(explore(action -> telling()).isGood()).isTrue();
    }

    /** Who prepares does not tell; it is told when the coordinator hears of it. */
    @Test
    void what_is_told_late_was_taken_before_if_it_may_be_late() {
        assertThat(explore(action -> late(action, true)).isGood()).isTrue();
        assertThat(explore(action -> late(action, false)).isGood()).isFalse();
    }

    private static Told late(Object action, boolean mayBeLate) {
        return switch (action.toString()) {
            case "RMPrepare" -> telling();
            case "TMRcvPrepared" -> new Told(List.of(event("RMPrepare"), event("TMRcvPrepared")), mayBeLate);
            default -> telling(action.toString());
        };
    }

    @Test
    void another_beginning_than_the_specification_s_is_shown() {
        State init = new TwoPhase(3).initialStates().get(0);
        Verdict<State> verdict =
                explore(beginning(init, aborted(init))).verdicts().get(GraphRefinement.BEGINS);
        assertThat(((Verdict.Violated<State>) verdict).path().end().tmState()).isEqualTo(TmState.ABORTED);
    }

    @Test
    void code_that_begins_elsewhere_follows_no_behaviour() {
        State init = new TwoPhase(3).initialStates().get(0);
        assertThat(stuck(beginning(aborted(init)))).isNotEmpty().allMatch(Stuck::isAtStart);
    }

    private static State aborted(State init) {
        return new State(init.rmState(), TmState.ABORTED, 0, 0, false, true);
    }

    private static TransitionSystem<State> beginning(State... initial) {
        return new TransitionSystem<>() {
            @Override
            public Collection<State> initialStates() {
                return List.of(initial);
            }

            @Override
            public void steps(State from, BiConsumer<Object, State> step) {
                new TwoPhase(3).steps(from, step);
            }
        };
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
