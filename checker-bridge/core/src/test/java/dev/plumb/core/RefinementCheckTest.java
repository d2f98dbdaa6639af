package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.core.RefinementCoverage.Share;
import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.Event;
import dev.plumb.traces.Observation;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lamp that somebody holds: two people, four states, eight steps. */
class RefinementCheckTest {
    @TempDir
    Path folder;

    private Model model;

    @BeforeEach
    void write() {
        model = new Fixture(folder)
                .module(
                        "Lamp",
                        "CONSTANT People",
                        "VARIABLES holder, isOn",
                        "Init == holder \\in People /\\ isOn = FALSE",
                        "Pass(to) == to # holder /\\ holder' = to /\\ UNCHANGED isOn",
                        "Switch == isOn' = ~isOn /\\ UNCHANGED holder",
                        "Wait == UNCHANGED <<holder, isOn>>",
                        "Next == (\\E to \\in People : Pass(to)) \\/ Switch \\/ Wait")
                .config("Lamp", "CONSTANT People = {ann, bob}", "INIT Init", "NEXT Next")
                .model("Lamp");
    }

    private RefinementCheck check() {
        return RefinementCheck.of(model, TlcJar.find(), Collections.emptySortedMap(), "the test");
    }

    private static SortedMap<String, TlaValue> lamp(String holder, boolean isOn) {
        return new TreeMap<>(Map.of("holder", TlaValue.of(holder), "isOn", TlaValue.of(isOn)));
    }

    private static SortedMap<String, TlaValue> lamp(boolean isOn) {
        return new TreeMap<>(Map.of("isOn", TlaValue.of(isOn)));
    }

    /** How many states of the spec fit, of code that was seen to go through these states. */
    @SafeVarargs
    private static List<Integer> fitting(RefinementCheck check, SortedMap<String, TlaValue>... states) {
        SpecStates at = check.initial(check.seen(states[0]));
        List<Integer> fitting = new ArrayList<>(List.of(at.size()));
        for (int i = 1; i < states.length; i++) {
            at = check.afterAny(at, check.seen(states[i]));
            fitting.add(at.size());
        }
        return fitting;
    }

    @Test
    void the_spec_s_initial_states_and_no_others_are_initial() {
        try (RefinementCheck check = check()) {
            assertThat(fitting(check, lamp("ann", false))).containsExactly(1);
            assertThat(fitting(check, lamp("bob", false))).containsExactly(1);
            assertThat(fitting(check, lamp("ann", true))).containsExactly(0);
            assertThat(fitting(check, lamp("eve", false))).containsExactly(0);
        }
    }

    @Test
    void a_step_of_the_spec_and_one_that_changes_nothing_are_steps() {
        try (RefinementCheck check = check()) {
            assertThat(fitting(check, lamp("ann", false), lamp("bob", false), lamp("bob", true), lamp("bob", true)))
                    .containsExactly(1, 1, 1, 1);
            assertThat(fitting(check, lamp("ann", false), lamp("bob", true))).containsExactly(1, 0);
            assertThat(fitting(check, lamp("ann", false), lamp("eve", false))).containsExactly(1, 0);
        }
    }

    private static Event told(String action, Map<String, TlaValue> arguments) {
        return new Event(
                new Source("the test", 0),
                Optional.empty(),
                Optional.empty(),
                Optional.of(action),
                new Event.Arguments.Named(arguments),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Optional.empty());
    }

    private static Event passTo(String holder) {
        return told("Pass", Map.of("to", TlaValue.of(holder)));
    }

    private static final Event SWITCH = told("Switch", Map.of());

    /** How many states of the spec fit after a step from ann with the lamp off that tells what it is. */
    private static int after(RefinementCheck check, SortedMap<String, TlaValue> seen, Event... told) {
        SpecStates ann = check.initial(check.seen(lamp("ann", false)));
        return check.after(ann, check.seen(seen), List.of(told)).size();
    }

    @Test
    void a_step_that_tells_its_action_and_arguments_is_that_one() {
        try (RefinementCheck check = check()) {
            assertThat(after(check, lamp("bob", false), passTo("bob"))).isEqualTo(1);
            assertThat(after(check, lamp("bob", false), told("Pass", Map.of()))).isEqualTo(1);
            assertThat(after(check, lamp("ann", true), SWITCH)).isEqualTo(1);
            assertThat(after(check, lamp("ann", false), told("Wait", Map.of()))).isEqualTo(1);
        }
    }

    @Test
    void it_is_not_another_one_that_ends_in_the_same_state() {
        try (RefinementCheck check = check()) {
            assertThat(after(check, lamp("bob", false), SWITCH)).isZero();
            assertThat(after(check, lamp("bob", false), passTo("ann"))).isZero();
            assertThat(after(check, lamp("ann", false), SWITCH)).isZero();
        }
    }

    @Test
    void a_step_of_the_code_may_tell_several_of_the_spec_and_is_all_of_them_in_their_order() {
        try (RefinementCheck check = check()) {
            assertThat(after(check, lamp("bob", true), passTo("bob"), SWITCH)).isEqualTo(1);
            assertThat(after(check, lamp("bob", true), SWITCH, passTo("bob"))).isEqualTo(1);
            assertThat(after(check, lamp("ann", false), SWITCH, SWITCH)).isEqualTo(1);
            assertThat(after(check, lamp("bob", true), SWITCH, SWITCH)).isZero();
            assertThat(after(check, lamp("bob", false), passTo("bob"), passTo("bob")))
                    .isZero();
            assertThat(after(check, lamp("ann", true), passTo("bob"), SWITCH)).isZero();
            assertThat(check.coverage(100).actions())
                    .containsEntry("Pass", new Share(2, 4))
                    .containsEntry("Switch", new Share(3, 4));
        }
    }

    /** Two actions may lead to the same state; the one that is told was shown. */
    @Test
    void what_is_told_to_be_one_action_shows_no_other() {
        Model doors = new Fixture(folder)
                .module(
                        "Door",
                        "VARIABLE isOpen",
                        "Init == isOpen = FALSE",
                        "Push == ~isOpen /\\ isOpen' = TRUE",
                        "Pull == ~isOpen /\\ isOpen' = TRUE",
                        "Next == Push \\/ Pull")
                .config("Door", "INIT Init", "NEXT Next")
                .model("Door");
        try (RefinementCheck check =
                RefinementCheck.of(doors, TlcJar.find(), Collections.emptySortedMap(), "the test")) {
            Seen open = check.seen(new TreeMap<>(Map.of("isOpen", TlaValue.of(true))));
            SpecStates closed = check.initial(check.seen(new TreeMap<>(Map.of("isOpen", TlaValue.of(false)))));
            assertThat(check.after(closed, open, List.of(told("Pull", Map.of())))
                            .size())
                    .isEqualTo(1);
            assertThat(check.coverage(100).missingActions()).containsExactly("Push");
            assertThat(check.afterAny(closed, open).size()).isEqualTo(1);
            assertThat(check.coverage(100).missingActions()).isEmpty();
        }
    }

    @Test
    void what_is_told_of_a_state_in_between_counts() {
        Event nowOn = seeing("isOn", TlaValue.of(true));
        Event nowOff = seeing("isOn", TlaValue.of(false));
        try (RefinementCheck check = check()) {
            assertThat(after(check, lamp("ann", false), nowOn, SWITCH)).isEqualTo(1);
            assertThat(after(check, lamp("ann", false), nowOff, SWITCH)).isZero();
        }
    }

    private static Event seeing(String variable, TlaValue value) {
        return new Event(
                SWITCH.source(),
                SWITCH.process(),
                SWITCH.run(),
                SWITCH.action(),
                SWITCH.arguments(),
                SWITCH.before(),
                new TreeMap<>(Map.of(variable, new Observation.Whole(value))),
                SWITCH.clock(),
                SWITCH.at());
    }

    @Test
    void an_action_that_the_spec_does_not_have_is_refused() {
        try (RefinementCheck check = check()) {
            assertThatThrownBy(() -> after(check, lamp("bob", false), told("Swich", Map.of())))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.text())
                            .contains("PLUMB-N01", "Swich", "Switch"));
        }
    }

    @Test
    void where_a_variable_is_not_known_all_states_that_fit_go_along() {
        try (RefinementCheck check = check()) {
            assertThat(fitting(check, lamp(false), lamp(true), lamp(true), lamp("bob", true), lamp("ann", false)))
                    .containsExactly(2, 2, 2, 1, 0);
            assertThat(check.coverage(100).hidden()).containsExactly("holder");
        }
    }

    @Test
    void what_a_hidden_variable_would_have_to_be_is_remembered() {
        Model stairs = new Fixture(folder)
                .module(
                        "Stairs",
                        "EXTENDS Naturals",
                        "VARIABLES floor, keys",
                        "Init == floor = 0 /\\ keys = 0",
                        "Find == keys = 0 /\\ keys' = 1 /\\ UNCHANGED floor",
                        "Climb == keys = 1 /\\ keys' = 0 /\\ floor' = floor + 1",
                        "Next == Find \\/ Climb")
                .config("Stairs", "INIT Init", "NEXT Next")
                .model("Stairs");
        try (RefinementCheck check =
                RefinementCheck.of(stairs, TlcJar.find(), Collections.emptySortedMap(), "the test")) {
            assertThat(fitting(check, floor(0), floor(0), floor(1), floor(1), floor(2)))
                    .containsExactly(1, 2, 1, 2, 1);
            assertThat(fitting(check, floor(0), floor(0), floor(1), floor(2))).containsExactly(1, 2, 1, 0);
        }
    }

    private static SortedMap<String, TlaValue> floor(int number) {
        return new TreeMap<>(Map.of("floor", TlaValue.of(number)));
    }

    @Test
    void constants_of_the_code_go_before_those_of_the_cfg() {
        SortedMap<String, TlaValue> constants = new TreeMap<>(Map.of("People", TlaValue.setOf("ann", "bob", "eve")));
        try (RefinementCheck check = RefinementCheck.of(model, TlcJar.find(), constants, "the test")) {
            assertThat(fitting(check, lamp("ann", false), lamp("eve", false))).containsExactly(1, 1);
        }
    }

    @Test
    void other_variables_than_the_spec_s_are_refused() {
        try (RefinementCheck check = check()) {
            SortedMap<String, TlaValue> other = lamp("ann", false);
            other.remove("isOn");
            other.put("lit", TlaValue.of(true));
            assertThatThrownBy(() -> check.seen(other))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.text())
                            .contains("PLUMB-E20", "Missing: isOn. Unknown: lit."));
        }
    }

    @Test
    void no_variable_at_all_is_refused() {
        try (RefinementCheck check = check()) {
            assertThatThrownBy(() -> check.seen(Collections.emptySortedMap()))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.text())
                            .contains("PLUMB-E20", "Missing: holder, isOn."));
        }
    }

    @Test
    void a_spec_that_cannot_be_evaluated_says_so_instead_of_no() {
        Model broken = new Fixture(folder)
                .module("Odd", "VARIABLE x", "Init == x = 0", "Next == x' = 1 /\\ x.field = 2")
                .config("Odd", "INIT Init", "NEXT Next")
                .model("Odd");
        try (RefinementCheck check =
                RefinementCheck.of(broken, TlcJar.find(), Collections.emptySortedMap(), "the test")) {
            SortedMap<String, TlaValue> zero = new TreeMap<>(Map.of("x", TlaValue.of(0)));
            SortedMap<String, TlaValue> one = new TreeMap<>(Map.of("x", TlaValue.of(1)));
            assertThatThrownBy(() -> fitting(check, zero, one)).isInstanceOf(Problem.class);
        }
    }

    @Test
    void coverage_says_which_states_steps_and_actions_were_not_shown() {
        try (RefinementCheck check = check()) {
            fitting(check, lamp("ann", false), lamp("bob", false), lamp("ann", false), lamp("ann", false));
            RefinementCoverage coverage = check.coverage(100);
            assertThat(coverage.isComplete()).isTrue();
            assertThat(coverage.states()).isEqualTo(new Share(2, 4));
            assertThat(coverage.steps()).isEqualTo(new Share(2, 8));
            assertThat(coverage.actions())
                    .containsOnly(Map.entry("Pass", new Share(2, 4)), Map.entry("Switch", new Share(0, 4)));
            assertThat(coverage.missingActions()).containsExactly("Switch");
            assertThat(coverage.missing())
                    .extracting(missing -> missing.action() + " " + missing.before() + " " + missing.after())
                    .containsExactlyInAnyOrder(
                            "Switch {holder=ann, isOn=FALSE} {holder=ann, isOn=TRUE}",
                            "Switch {holder=bob, isOn=FALSE} {holder=bob, isOn=TRUE}");
        }
    }

    @Test
    void coverage_of_a_part_of_the_spec_says_that_it_is_one() {
        try (RefinementCheck check = check()) {
            assertThat(check.coverage(1).isComplete()).isFalse();
        }
    }

    @Test
    void covering_paths_take_every_step_that_changes_something_and_are_behaviours() {
        try (RefinementCheck check = check()) {
            SpecGraph graph = check.graph(100);
            List<CoveringPaths.Behaviour> paths = CoveringPaths.of(graph);
            assertThat(paths).hasSizeLessThan(3);
            List<String> taken = paths.stream()
                    .flatMap(path -> steps(path).stream())
                    .distinct()
                    .toList();
            assertThat(taken).hasSize(8);
            for (CoveringPaths.Behaviour path : paths) {
                assertThat(path.states().get(0)).isLessThan(graph.initial());
                for (int i = 0; i + 1 < path.states().size(); i++) {
                    assertThat(graph.steps().get(path.states().get(i))).contains(step(path, i));
                }
            }
        }
    }

    private static SpecGraph.Step step(CoveringPaths.Behaviour path, int index) {
        String action = path.actions().get(index);
        return new SpecGraph.Step(
                action.replaceAll("\\(.*", ""), action, path.states().get(index + 1));
    }

    private static List<String> steps(CoveringPaths.Behaviour path) {
        return java.util.stream.IntStream.range(0, path.actions().size())
                .mapToObj(i -> path.states().get(i) + " " + path.actions().get(i) + " "
                        + path.states().get(i + 1))
                .toList();
    }
}
