package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of a process are brought together where they do not depend on those of others. */
class CalmingTest {
    private static final Breach NOTHING = (before, state) -> false;

    @TempDir
    Path folder;

    private Fixture specs;

    @BeforeEach
    void write_counters_of_processes() {
        specs = new Fixture(folder)
                .module(
                        "Counters",
                        "EXTENDS Naturals",
                        "CONSTANT Lead",
                        "VARIABLE n",
                        "P == {\"a\", \"b\", \"c\"}",
                        "Init == n = [p \\in P |-> 0]",
                        "MayUp(p) == CASE p = \"a\" -> n[\"a\"] - n[\"b\"] < Lead [] p = \"b\" -> n[\"b\"] < n[\"a\"] [] OTHER -> TRUE",
                        "Up(p) == MayUp(p) /\\ n' = [n EXCEPT ![p] = @ + 1]",
                        "Next == \\E p \\in P : Up(p)",
                        "NotTwo == ~ (n[\"a\"] = 2 /\\ n[\"b\"] = 2 /\\ n[\"c\"] = 1)",
                        "LittleApart == n[\"a\"] < 2 \\/ n[\"b\"] > 0")
                .config("Free", "INIT Init", "NEXT Next", "CONSTANT Lead = 9", "INVARIANT NotTwo")
                .config("Bound", "INIT Init", "NEXT Next", "CONSTANT Lead = 1")
                .config("Constrained", "INIT Init", "NEXT Next", "CONSTANT Lead = 9", "CONSTRAINT LittleApart");
    }

    /** The lanes of the steps after bringing those together that can be, of steps that are given as their lanes. */
    private String calmed(String config, Breach breach, String lanes) {
        Model model = specs.model(config);
        Config read = Config.read(model.config().orElseThrow());
        try (LoadedSpec spec = new KernelModel(model, read).load(TlcJar.find())) {
            List<SpecState> states = new ArrayList<>(spec.initialStates());
            List<Optional<ActionInstance>> actions = new ArrayList<>(List.of(Optional.empty()));
            List<String> names = new ArrayList<>(List.of(""));
            for (String lane : lanes.split("")) {
                var step = spec.steps(states.get(states.size() - 1)).successors().stream()
                        .filter(each -> each.action().toString().equals("Up(\"" + lane + "\")"))
                        .findFirst()
                        .orElseThrow();
                states.add(step.state());
                actions.add(Optional.of(step.action()));
                names.add(lane);
            }
            StatePath calm =
                    new Calming(spec, new Constraints(spec, read), breach).of(new StatePath(states, actions), names);
            assertThat(calm.last().fingerprint())
                    .isEqualTo(states.get(states.size() - 1).fingerprint());
            is_a_behaviour(spec, calm);
            return calm.actions().stream()
                    .flatMap(Optional::stream)
                    .map(action -> action.arguments()
                            .values()
                            .iterator()
                            .next()
                            .toString()
                            .replace("\"", ""))
                    .reduce("", String::concat);
        }
    }

    private static void is_a_behaviour(LoadedSpec spec, StatePath path) {
        for (int i = 1; i < path.size(); i++) {
            long after = path.states().get(i).fingerprint();
            assertThat(spec.steps(path.states().get(i - 1)).successors())
                    .anyMatch(step -> step.state().fingerprint() == after);
        }
    }

    @Test
    void independent_steps_stand_together_and_the_last_one_stays_the_last() {
        assertThat(calmed("Free", NOTHING, "acbcacb")).isEqualTo("aacccbb");
        assertThat(calmed("Free", NOTHING, "caca")).isEqualTo("ccaa");
        assertThat(calmed("Free", NOTHING, "abc")).isEqualTo("abc");
    }

    @Test
    void steps_that_depend_on_each_other_keep_their_order() {
        assertThat(calmed("Bound", NOTHING, "ababab")).isEqualTo("ababab");
        assertThat(calmed("Bound", NOTHING, "acbcab")).isEqualTo("abccab");
    }

    @Test
    void no_state_is_passed_that_the_model_has_not() {
        assertThat(calmed("Free", NOTHING, "abab")).isEqualTo("aabb");
        assertThat(calmed("Constrained", NOTHING, "abab")).isEqualTo("abab");
    }

    @Test
    void what_is_wrong_does_not_come_earlier() {
        Breach farApart = (before, state) -> state.values().toString().contains("a |-> 2, b |-> 0");
        assertThat(calmed("Free", farApart, "abab")).isEqualTo("abab");
    }

    @Test
    void a_counterexample_says_how_its_order_was_changed() {
        Behaviour behaviour = specs.check("Free").counterexample().orElseThrow();
        List<String> lanes =
                behaviour.steps().stream().map(step -> step.lane().orElse("")).toList();
        assertThat(Calming.changes(lanes)).isEqualTo(2);
        assertThat(behaviour.explained().length()).contains("shortest (proven by breadth-first search to depth 6)");
        assertThat(Calming.inWords(4, 2))
                .isEqualTo("independent steps were brought together; changes of process: 2 instead of 4");
    }

    @Test
    void changes_of_process_are_counted_after_the_initial_state() {
        assertThat(Calming.changes(List.of(""))).isZero();
        assertThat(Calming.changes(List.of("", "a", "a"))).isZero();
        assertThat(Calming.changes(List.of("", "a", "b", "b", "a"))).isEqualTo(2);
    }
}
