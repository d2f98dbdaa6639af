package dev.plumb.simulation.explore;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.refinement.TransitionSystem;
import dev.plumb.traces.Problem;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ExploreProblemsTest {
    private static final Path<String> PATH = new Path<>("asleep", List.of(new Path.Taken<>("Wake", "awake")));

    private static List<Problem> all() {
        return List.of(
                ExploreProblems.noFingerprint(StringBuilder.class),
                ExploreProblems.symmetryForgetsWhoActs("Termination"),
                ExploreProblems.symmetryForgetsWhatWasDone(),
                ExploreProblems.noInitialStates(),
                ExploreProblems.sameName("Consistent"),
                ExploreProblems.tooMany("properties", 64),
                ExploreProblems.impureStart(),
                ExploreProblems.impureStep(PATH));
    }

    @Test
    void each_message_is_as_in_the_golden_file() throws IOException {
        Golden.check(
                "explore-problems.txt",
                all().stream().map(problem -> problem.text() + "\n").collect(joining("\n")));
    }

    @Test
    void each_message_is_tested() {
        Stream<String> factories = Arrays.stream(ExploreProblems.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == Problem.class)
                .filter(method -> !Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic())
                .map(java.lang.reflect.Method::getName);
        assertThat(factories).hasSize(all().size());
    }

    private static void fails(String code, String text, ThrowingCallable code2) {
        assertThatThrownBy(code2).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.text()).contains(text);
        });
    }

    private static final Graph LINE = Graph.of(0, 0, 0, 1, 1, 1, 2, 2, 0, 3);

    @Test
    void a_system_without_initial_states_is_not_explored() {
        fails("PLUMB-E03", "no initial state", () -> Explorer.of(new Graph(java.util.Set.of(), List.of()))
                .explore());
    }

    @Test
    void two_properties_of_the_same_name_are_refused() {
        fails("PLUMB-E04", "called same", () -> Explorer.of(LINE)
                .always("same", state -> true)
                .sometimes("same", state -> true));
    }

    @Test
    void a_system_that_does_not_do_the_same_again_is_found_out_when_the_way_is_taken_again() {
        int[] calls = new int[1];
        TransitionSystem<Integer> moody = system((from, step) -> step.accept("go", from + ++calls[0]));
        fails("PLUMB-E06", "a step that was there before is gone", () -> Explorer.of(moody)
                .always("small", state -> state < 10)
                .explore());
    }

    private static TransitionSystem<Integer> system(BiConsumer<Integer, BiConsumer<Object, Integer>> steps) {
        return new TransitionSystem<>() {
            @Override
            public Collection<Integer> initialStates() {
                return List.of(0);
            }

            @Override
            public void steps(Integer from, BiConsumer<Object, Integer> step) {
                steps.accept(from, step);
            }
        };
    }
}
