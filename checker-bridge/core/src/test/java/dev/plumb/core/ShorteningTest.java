package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.Outcome.Violates;
import dev.plumb.core.tlc.Mode;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.LoadedSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counterexamples that were found at random are freed of what has nothing to do with them. */
class ShorteningTest {
    @TempDir
    Path folder;

    private Fixture specs;

    @BeforeEach
    void write_a_counter_beside_a_clock() {
        specs = new Fixture(folder)
                .module(
                        "Clocked",
                        "EXTENDS Naturals",
                        "VARIABLES n, clock",
                        "Init == n = 0 /\\ clock = 0",
                        "Tick == clock' = clock + 1 /\\ n' = n",
                        "Up == n' = n + 1 /\\ clock' = clock",
                        "Down == n > 0 /\\ n' = n - 1 /\\ clock' = clock",
                        "Next == Tick \\/ Up \\/ Down",
                        "Small == n < 3",
                        "Never == n # 3 \\/ clock = 0")
                .config("Clocked", "INIT Init", "NEXT Next", "INVARIANT Small", "CHECK_DEADLOCK FALSE");
    }

    private Behaviour found(CheckOptions options) {
        ModelCheckResult result = specs.check("Clocked", options);
        assertThat(result.outcome()).isEqualTo(new Violates("Small", PropertyKind.INVARIANT));
        assertThat(result.warnings()).isEmpty();
        return result.counterexample().orElseThrow();
    }

    private static List<String> actions(Behaviour behaviour) {
        return behaviour.steps().stream()
                .skip(1)
                .map(step -> step.action().orElse("-"))
                .toList();
    }

    @Test
    void only_the_steps_are_left_that_lead_to_the_violation() {
        for (long seed = 1; seed <= 3; seed++) {
            Behaviour behaviour =
                    found(CheckOptions.DEFAULT.withWorkers(1).withMode(new Mode.Simulation(1_000, 100, seed)));
            assertThat(actions(behaviour)).containsExactly("Up", "Up", "Up");
            assertThat(behaviour.explained().length()).get().asString().startsWith("minimal, not proven shortest");
        }
    }

    private Behaviour atRandom(String config, Outcome outcome, long seed) {
        ModelCheckResult result = specs.check(
                config, CheckOptions.DEFAULT.withWorkers(1).withMode(new Mode.Simulation(1_000, 100, seed)));
        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.warnings()).noneMatch(warning -> warning.contains("replayed"));
        assertThat(result.counterexample().orElseThrow().explained().length())
                .get()
                .asString()
                .startsWith("minimal, not proven shortest");
        return result.counterexample().orElseThrow();
    }

    @Test
    void a_deadlock_is_shortened_to_the_steps_that_lead_into_it() {
        specs.module(
                        "Stuck",
                        "EXTENDS Naturals",
                        "VARIABLES n, clock",
                        "Init == n = 0 /\\ clock = 0",
                        "Tick == n < 3 /\\ clock' = clock + 1 /\\ n' = n",
                        "Up == n < 3 /\\ n' = n + 1 /\\ clock' = clock",
                        "Next == Tick \\/ Up")
                .config("Stuck", "INIT Init", "NEXT Next");
        for (long seed = 1; seed <= 2; seed++) {
            assertThat(actions(atRandom("Stuck", new Outcome.Deadlocks(), seed)))
                    .containsExactly("Up", "Up", "Up");
        }
    }

    @Test
    void a_property_of_steps_is_shortened_to_the_step_that_breaks_it_and_what_that_needs() {
        specs.module("Rising", "EXTENDS Clocked", "Rises == [][n' >= n]_<<n, clock>>")
                .config("Rising", "INIT Init", "NEXT Next", "PROPERTY Rises", "CHECK_DEADLOCK FALSE");
        for (long seed = 1; seed <= 2; seed++) {
            Violates rises = new Violates("Rises", PropertyKind.ACTION_PROPERTY);
            assertThat(actions(atRandom("Rising", rises, seed))).containsExactly("Up", "Down");
        }
    }

    @Test
    void no_step_is_taken_from_a_state_that_the_model_has_not() {
        specs.module("Kept", "EXTENDS Clocked", "Close == n <= clock + 1")
                .config(
                        "Kept",
                        "INIT Init",
                        "NEXT Next",
                        "INVARIANT Small",
                        "CONSTRAINT Close",
                        "CHECK_DEADLOCK FALSE");
        Behaviour behaviour = atRandom("Kept", new Violates("Small", PropertyKind.INVARIANT), 1);
        assertThat(actions(behaviour)).containsExactlyInAnyOrder("Up", "Tick", "Up", "Up");
    }

    @Test
    void one_worker_proves_what_it_finds_to_be_the_shortest_and_several_do_not() {
        assertThat(found(CheckOptions.DEFAULT.withWorkers(1)).explained().length())
                .contains("shortest (proven by breadth-first search to depth 4)");
        assertThat(found(CheckOptions.DEFAULT.withWorkers(2)).explained().length())
                .get()
                .asString()
                .startsWith("not proven shortest");
        Length random = new Length(CheckOptions.DEFAULT.withMode(Mode.Simulation.DEFAULT), Config.none());
        assertThat(random.isRandom()).isTrue();
        assertThat(random.inWords(new Outcome.Deadlocks(), 4)).isEmpty();
        Length one = new Length(CheckOptions.DEFAULT.withWorkers(1), Config.none());
        assertThat(one.inWords(new Violates("L", PropertyKind.TEMPORAL), 4)).isEmpty();
        assertThat(one.inWords(new Outcome.Deadlocks(), 4)).isPresent();
    }

    @Test
    void a_step_that_is_needed_stays_and_a_path_without_violation_is_left_as_it_is() {
        Model model = specs.model("Clocked");
        Config config = Config.read(model.config().orElseThrow());
        try (LoadedSpec spec = new KernelModel(model, config).load(TlcJar.find())) {
            Constraints none = new Constraints(spec, config);
            StatePath path = path(spec, "Tick", "Up", "Down", "Up", "Tick", "Up", "Up");
            Shortening both = new Shortening(spec, none, (before, state) -> !spec.holds("Never", state));
            assertThat(names(both.of(path))).containsExactlyInAnyOrder("Tick", "Up", "Up", "Up");
            assertThat(both.isMinimal()).isTrue();

            Shortening nothing = new Shortening(spec, none, (before, state) -> false);
            StatePath straight = path(spec, "Tick", "Up", "Tick");
            assertThat(names(nothing.of(straight))).containsExactly("Tick", "Up", "Tick");
        }
    }

    private static StatePath path(LoadedSpec spec, String... actions) {
        var states = new java.util.ArrayList<>(spec.initialStates());
        var taken = new java.util.ArrayList<Optional<dev.plumb.kernel.api.ActionInstance>>(List.of(Optional.empty()));
        for (String action : actions) {
            var step = spec.steps(states.get(states.size() - 1)).successors().stream()
                    .filter(each -> each.action().name().equals(action))
                    .findFirst()
                    .orElseThrow();
            states.add(step.state());
            taken.add(Optional.of(step.action()));
        }
        return new StatePath(states, taken);
    }

    private static List<String> names(StatePath path) {
        return path.actions().stream()
                .flatMap(Optional::stream)
                .map(action -> action.name())
                .toList();
    }
}
