package dev.plumb.kernel;

import static java.util.stream.Collectors.joining;

import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Steps;
import dev.plumb.kernel.api.Successor;
import dev.plumb.traces.TlaValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The modules of {@code src/test/tla}, loaded. */
final class Fixture {
    static final Path FOLDER = Path.of("src/test/tla");
    static final String BEHAVIOUR = "INIT Init\nNEXT Next\n";
    static final String ACTIONS = BEHAVIOUR + "CONSTANTS Node = {a, b}\n Limit = 2\n";

    private Fixture() {}

    static LoadedSpec load(String module, String config) {
        return load(FOLDER, module, config);
    }

    static LoadedSpec load(Path folder, String module, String config) {
        return Kernel.load(new SpecSource(folder.resolve(module + ".tla"), List.of(), config), TlcJar.find());
    }

    static LoadedSpec actions() {
        return load("Actions", ACTIONS);
    }

    /** The only initial state. */
    static SpecState initial(LoadedSpec spec) {
        return spec.initialStates().get(0);
    }

    /** The state after events that leave no choice. */
    static SpecState after(LoadedSpec spec, Seen... events) {
        SpecState state = initial(spec);
        for (Seen event : events) {
            state = spec.steps(state, spec.observe(event.event()))
                    .successors()
                    .get(0)
                    .state();
        }
        return state;
    }

    /** The action instances of steps, errors last. */
    static Set<String> names(Steps steps) {
        Set<String> names = steps.successors().stream()
                .map(step -> step.action().toString())
                .collect(Collectors.toSet());
        steps.errors().forEach(error -> names.add("error: " + error));
        return names;
    }

    static Set<Map<String, TlaValue>> states(Steps steps) {
        return steps.successors().stream()
                .map(Successor::state)
                .map(SpecState::values)
                .collect(Collectors.toSet());
    }

    static String text(SpecState state) {
        return state.values().entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(joining(", "));
    }
}
