package dev.plumb.kernel;

import static dev.plumb.kernel.Seen.action;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.kernel.api.ActionSignature;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.SpecText;
import dev.plumb.kernel.api.Successor;
import dev.plumb.traces.TlaValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text of a spec, in a module that extends it, has the steps that the kernel finds. */
class SpecTextTest {
    private static final int STATES = 60;

    @TempDir
    private Path folder;

    @Test
    void text_means_the_same_as_Next_with_INIT_and_NEXT() throws IOException {
        assertMeansTheSame("Actions", Fixture.ACTIONS, "INIT Init\nNEXT Next\n", "");
    }

    @Test
    void text_means_the_same_as_Next_with_SPECIFICATION() throws IOException {
        assertMeansTheSame("Actions", Fixture.ACTIONS, "SPECIFICATION Spec\n", "");
    }

    @Test
    void text_means_the_same_where_LETs_capture_names_and_lists_span_lines() throws IOException {
        assertMeansTheSame("Texts", Fixture.BEHAVIOUR + "CONSTANT Node = {a, b}\n", "SPECIFICATION Spec\n", "");
    }

    @Test
    void arguments_restrict_the_steps() throws IOException {
        String config = Fixture.ACTIONS;
        try (LoadedSpec spec = Fixture.load("Actions", config)) {
            String probes =
                    "Two == PlumbDo_Inc([by |-> 2])\nBoth == PlumbDo_Inc([by |-> 1, n |-> CHOOSE n \\in Node : TRUE])\n"
                            + "Never == PlumbDo_Local([n |-> 17])\n";
            try (LoadedSpec text = extended(spec, probes, List.of("Two", "Both", "Never"), config)) {
                SpecState from = Fixture.initial(spec);
                assertThat(ends(text, from, action("Two")))
                        .isEqualTo(ends(spec, from, action("Inc").with("by", 2)));
                assertThat(ends(text, from, action("Both"))).hasSize(1);
                assertThat(ends(text, from, action("Never"))).isEmpty();
            }
        }
    }

    private void assertMeansTheSame(String module, String config, String behaviour, String more) throws IOException {
        String configured = config.replace(Fixture.BEHAVIOUR, behaviour);
        try (LoadedSpec spec = Fixture.load(module, configured)) {
            Map<String, String> probes = new LinkedHashMap<>();
            spec.actions().stream()
                    .map(ActionSignature::name)
                    .forEach(name -> probes.put("Probe_" + name, SpecText.operator(name) + "([none \\in {} |-> 0])"));
            probes.put("Probe", "TextNext");
            String definitions = probes.entrySet().stream()
                    .map(probe -> probe.getKey() + " == " + probe.getValue() + "\n")
                    .collect(joining());
            try (LoadedSpec text = extended(spec, definitions + more, List.copyOf(probes.keySet()), configured)) {
                assertThat(text.initialStates())
                        .extracting(SpecState::values)
                        .isEqualTo(spec.initialStates().stream()
                                .map(SpecState::values)
                                .toList());
                reachable(spec).forEach(state -> assertSameSteps(spec, text, state));
            }
        }
    }

    private static void assertSameSteps(LoadedSpec spec, LoadedSpec text, SpecState from) {
        assertThat(ends(text, from, action("Probe"))).isEqualTo(Fixture.states(spec.steps(from)));
        spec.actions().stream().map(ActionSignature::name).forEach(name -> assertThat(
                        ends(text, from, action("Probe_" + name)))
                .as(name)
                .isEqualTo(ends(spec, from, action(name))));
    }

    private static Set<Map<String, TlaValue>> ends(LoadedSpec spec, SpecState from, Seen seen) {
        var steps = spec.steps(spec.state(from.values()), spec.observe(seen.event()));
        assertThat(steps.errors()).isEmpty();
        return Fixture.states(steps);
    }

    private LoadedSpec extended(LoadedSpec spec, String definitions, List<String> disjuncts, String config)
            throws IOException {
        SpecText text = spec.text();
        Files.writeString(
                folder.resolve("Text.tla"),
                "---- MODULE Text ----\nEXTENDS " + spec.module() + "\nTextInit ==\n" + text.init() + "\nTextNext ==\n"
                        + text.next() + "\n" + text.actions() + "\n" + definitions + "TextStep == "
                        + String.join(" \\/ ", disjuncts) + "\n====\n");
        String constants = config.substring(config.indexOf("CONSTANT"));
        return Kernel.load(
                new SpecSource(
                        folder.resolve("Text.tla"),
                        List.of(Fixture.FOLDER),
                        "INIT TextInit\nNEXT TextStep\n" + constants),
                TlcJar.find());
    }

    private static Set<SpecState> reachable(LoadedSpec spec) {
        Map<Long, SpecState> seen = new LinkedHashMap<>();
        Deque<SpecState> open = new ArrayDeque<>(spec.initialStates());
        while (!open.isEmpty() && seen.size() < STATES) {
            SpecState state = open.remove();
            if (seen.put(state.fingerprint(), state) == null) {
                spec.steps(state).successors().stream().map(Successor::state).forEach(open::add);
            }
        }
        return Set.copyOf(seen.values());
    }
}
