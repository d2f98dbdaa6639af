package dev.plumb.core;

import dev.plumb.core.Divergence.Blocked;
import dev.plumb.core.Divergence.Fit;
import dev.plumb.core.RunCheck.Recorded;
import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.core.search.Attempts;
import dev.plumb.core.search.Node;
import dev.plumb.core.search.Search;
import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Successor;
import dev.plumb.kernel.api.WhyNot;
import dev.plumb.traces.Event;
import dev.plumb.traces.Index;
import dev.plumb.traces.Observation;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to say of a run that no behaviour explains: where it leaves the spec, and why nothing goes on from there. */
final class Diagnosis {
    /** As many states as anybody would read about. */
    private static final int EXPLAINED_MAX = 32;

    private record Explained(Node node, Blocked blocked) {}

    private final LoadedSpec spec;
    private final Recorded run;
    private final Search search;
    private final Search.Result result;
    private final Attempts attempts;

    Diagnosis(LoadedSpec spec, Recorded run, Search search) {
        this.spec = spec;
        this.run = run;
        this.search = search;
        this.result = search.result();
        this.attempts = new Attempts(spec, search);
    }

    RunResult runResult() {
        List<Explained> explained = explain();
        int matched = result.deepest().get(0).consumed();
        if (explained.isEmpty()) {
            Event waiting = search.unconsumed(result.deepest().get(0)).get(0);
            throw CoreProblems.cyclicClocks(waiting.source());
        }
        explained.forEach(this::checkIndices);
        Explained first = explained.get(0);
        Divergence divergence = new Divergence(
                matched,
                run.events(),
                explained.stream().map(Explained::blocked).toList(),
                Math.toIntExact(result.deepestFound()));
        return new RunResult(
                run.name(),
                run.events(),
                matched,
                result.states(),
                outcome(),
                Optional.of(Behaviours.of(
                        run.processes(),
                        first.node(),
                        Optional.of(first.blocked().event()))),
                List.of(),
                Optional.of(divergence));
    }

    /** A candidate that could not be evaluated might have been the right one, so there is no verdict on the trace. */
    private Outcome outcome() {
        if (result.errors().isEmpty()) {
            return new Outcome.Diverges();
        }
        String error = result.errors().iterator().next();
        return Problems.outcome(CoreProblems.evaluation(Optional.empty(), error));
    }

    private List<Explained> explain() {
        List<Explained> explained = new ArrayList<>();
        result.deepest().stream()
                .flatMap(node -> search.silently(node).stream())
                .limit(EXPLAINED_MAX)
                .forEach(node ->
                        search.ready(node).forEach(event -> explained.add(new Explained(node, blocked(node, event)))));
        explained.sort(Comparator.<Explained>comparingInt(each -> rank(each.blocked()))
                .thenComparing(each -> eventsAfter(each.blocked()), Comparator.reverseOrder()));
        return explained;
    }

    private Blocked blocked(Node node, Event event) {
        List<WhyNot> reasons = spec.whyNot(node.state(), spec.observe(event));
        Optional<Fit> fit =
                new LeavingOut(spec, node.state(), event).fit(step -> attempts.eventsAfter(node, event, step));
        return new Blocked(event, node.state().values(), reasons, enabled(node), fit, attempts.swap(node, event));
    }

    private List<ActionInstance> enabled(Node node) {
        Map<String, ActionInstance> enabled = new LinkedHashMap<>();
        spec.steps(node.state()).successors().stream()
                .map(Successor::action)
                .forEach(action -> enabled.putIfAbsent(action.toString(), action));
        return List.copyOf(enabled.values());
    }

    private static int eventsAfter(Blocked blocked) {
        return blocked.fit().map(Fit::eventsAfter).orElse(0);
    }

    /** What comes nearest to a step of the spec comes first; of several, that after which most goes on. */
    private static int rank(Blocked blocked) {
        return blocked.reasons().stream().findFirst().map(Diagnosis::rank).orElse(Integer.MAX_VALUE);
    }

    private static int rank(WhyNot reason) {
        if (reason instanceof WhyNot.EndsElsewhere ends) {
            return ends.differences().size();
        } else if (reason instanceof WhyNot.StartsElsewhere starts) {
            return starts.differences().size();
        }
        return reason instanceof WhyNot.FalseConjunct conjunct ? 1_000 + conjunct.broken() : 1_000_000;
    }

    /**
     * An index that a variable never has is a slip of the recording, not of the program. One that grows has others soon:
     * it must have the same domain on the way here and after every step from here.
     */
    private void checkIndices(Explained explained) {
        Event event = explained.blocked().event();
        event.state().forEach((variable, observation) -> {
            if (observation instanceof Observation.Part part) {
                Set<TlaValue> domain = constantDomain(variable, explained.node());
                part.entries().keySet().forEach(key -> checkIndex(event, variable, key, domain));
            }
        });
    }

    /** Empty if the variable is no function, or one whose domain changes. */
    private Set<TlaValue> constantDomain(String variable, Node node) {
        Stream<SpecState> before = node.path().stream().map(Node::state);
        Stream<SpecState> after = spec.steps(node.state()).successors().stream().map(Successor::state);
        List<Set<TlaValue>> domains = Stream.concat(before, after)
                .map(state -> domain(state.values().get(variable)))
                .distinct()
                .toList();
        return domains.size() == 1 ? domains.get(0) : Set.of();
    }

    private static Set<TlaValue> domain(@Nullable TlaValue value) {
        return value instanceof TlaValue.Fn fn && !fn.isTuple() ? fn.entries().keySet() : Set.of();
    }

    private static void checkIndex(Event event, String variable, String key, Set<TlaValue> domain) {
        if (!domain.isEmpty() && !Index.isIn(domain, key)) {
            List<String> indices = domain.stream()
                    .map(index -> index instanceof TlaValue.Str s ? s.value() : index.toString())
                    .toList();
            throw CoreProblems.unknownIndex(event.source(), variable, key, indices);
        }
    }
}
