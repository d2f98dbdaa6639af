package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.ObservedStep;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.traces.Event;
import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.Trace;
import dev.plumb.traces.Trace.Part;
import dev.plumb.traces.Trace.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Traces that tell little, so that very many states fit them: two-phase commit with sixteen resource managers has
 * 2<sup>16</sup> sets of those that have prepared, and the search must not visit one state for each of them.
 */
class LittleWasSeenTest {
    private static final int FEW = 12_000;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void events_of_sixteen_resource_managers_are_accepted_and_without_one_promise_rejected(boolean withArguments) {
        Trace recorded = withArguments ? Corpus.recorded("16RM.EA") : withoutArguments(Corpus.recorded("16RM.EA"));
        TraceCheckResult conforms = Corpus.againstTwoPhase().check(recorded, "");
        assertThat(conforms.outcome()).isEqualTo(new Outcome.Conforms());
        assertThat(conforms.states()).isLessThan(FEW);

        TraceCheckResult diverges = Corpus.againstTwoPhase().check(withoutPromise(recorded, 4), "");
        assertThat(diverges.outcome()).isEqualTo(new Outcome.Diverges());
        assertThat(diverges.states()).isLessThan(FEW);
        assertThat(diverges.runs().get(0).matched())
                .as("the event before TMCommit")
                .isEqualTo(72);
    }

    @Test
    void says_what_a_search_says_that_tells_all_states_apart() {
        agreesWithOneThatTellsAllStatesApart("4RM.EA", 1);
    }

    @Tag("nightly")
    @Test
    void says_so_with_eight_resource_managers_too() {
        agreesWithOneThatTellsAllStatesApart("8RM.EA", 2);
    }

    private static void agreesWithOneThatTellsAllStatesApart(String name, long seed) {
        Random random = new Random(seed);
        Trace recorded = withoutArguments(Corpus.recorded(name));
        int accepted = 0;
        for (int i = 0; i < 12; i++) {
            Trace spoilt = Mutation.values()[random.nextInt(3)].of(recorded, random.nextInt(recorded.events()));
            boolean expected = explains(spoilt);
            accepted += expected ? 1 : 0;
            assertThat(Corpus.againstTwoPhase().check(spoilt, "").outcome())
                    .as("seed %d, try %d", seed, i)
                    .isEqualTo(expected ? new Outcome.Conforms() : new Outcome.Diverges());
        }
        assertThat(accepted).isBetween(1, 11);
    }

    @Test
    void a_value_that_the_rest_of_the_trace_names_is_told_apart() {
        Trace recorded = withoutArguments(Corpus.recorded("8RM.EA"));
        List<Event> events = new ArrayList<>(events(recorded));
        Event decision = events.get(events.size() - 1);
        assertThat(decision.action()).contains("RMRcvCommitMsg");
        events.set(events.size() - 1, with(decision, new Arguments.Positional(List.of(rm("rm-9")))));
        assertThat(Corpus.againstTwoPhase().check(with(recorded, events), "").outcome())
                .as("there is no rm-9")
                .isEqualTo(new Outcome.Diverges());
        events.set(events.size() - 1, with(decision, new Arguments.Positional(List.of(rm("rm-7")))));
        assertThat(Corpus.againstTwoPhase().check(with(recorded, events), "").outcome())
                .isEqualTo(new Outcome.Conforms());
    }

    private static TlaValue rm(String name) {
        return TlaValue.of(name);
    }

    /** Layer by layer, with every state that TLC tells apart. */
    private static boolean explains(Trace trace) {
        KernelModel model = new KernelModel(Corpus.twoPhase(), Config.none());
        try (LoadedSpec spec = model.load(TlcJar.find(), trace.header().constants(), new Source("", 0))) {
            Map<Long, SpecState> layer = new HashMap<>();
            spec.initialStates().forEach(state -> layer.put(state.fingerprint(), state));
            for (Event event : events(trace)) {
                ObservedStep observed = spec.observe(event);
                List<SpecState> from = List.copyOf(layer.values());
                layer.clear();
                from.forEach(state -> spec.steps(state, observed)
                        .successors()
                        .forEach(step -> layer.put(step.state().fingerprint(), step.state())));
            }
            return !layer.isEmpty();
        }
    }

    private static List<Event> events(Trace trace) {
        return trace.runs().get(0).parts().get(0).events();
    }

    private static Trace withoutArguments(Trace trace) {
        return with(
                trace,
                events(trace).stream().map(event -> with(event, Arguments.NONE)).toList());
    }

    private static Trace withoutPromise(Trace trace, int number) {
        List<Event> events = new ArrayList<>(events(trace));
        List<Event> promises = events.stream()
                .filter(event -> event.action().equals(Optional.of("RMPrepare")))
                .toList();
        Event dropped = promises.get(number);
        events.removeIf(event -> event == dropped);
        return with(trace, events);
    }

    private static Trace with(Trace trace, List<Event> events) {
        List<int[]> needs = events.stream().map(event -> new int[1]).toList();
        Run run = new Run("", List.of(new Part("p", events, needs)));
        return new Trace(trace.name(), trace.header(), List.of(run), trace.warnings());
    }

    private static Event with(Event event, Arguments arguments) {
        return new Event(
                event.source(),
                event.process(),
                event.run(),
                event.action(),
                arguments,
                event.before(),
                event.state(),
                event.clock(),
                event.at());
    }
}
