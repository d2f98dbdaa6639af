package dev.plumb.core.search;

import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.ActionSignature;
import dev.plumb.kernel.api.Claim;
import dev.plumb.kernel.api.EventBinding;
import dev.plumb.kernel.api.Explanations;
import dev.plumb.kernel.api.Formulas;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.Mutation;
import dev.plumb.kernel.api.ObservedStep;
import dev.plumb.kernel.api.SourceRange;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.SpecText;
import dev.plumb.kernel.api.Steps;
import dev.plumb.kernel.api.Successor;
import dev.plumb.kernel.api.WhyNot;
import dev.plumb.traces.Event;
import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.Observation;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.Trace.Part;
import dev.plumb.traces.Trace.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** A transition system whose states are numbers and whose actions are letters, in the place of a spec. */
final class FakeSpec implements LoadedSpec {
    /** Where the action leads to from the state. */
    interface Transitions {
        List<Integer> after(int state, String action);
    }

    private record Number(int value) implements SpecState {
        @Override
        public long fingerprint() {
            return value;
        }

        @Override
        public SortedMap<String, TlaValue> values() {
            return new TreeMap<>(java.util.Map.of("x", TlaValue.of(value)));
        }
    }

    private record Seen(Event event) implements ObservedStep {}

    private final Transitions transitions;

    private Optional<IntPredicate> isBroken = Optional.empty();

    FakeSpec(Transitions transitions) {
        this.transitions = transitions;
    }

    static List<SpecState> states(Integer... values) {
        return Arrays.stream(values).<SpecState>map(Number::new).toList();
    }

    static int number(Node node) {
        return ((Number) node.state()).value();
    }

    /** Parts of one-letter events that are not ordered among each other. */
    static Run run(String... parts) {
        List<Part> all = new ArrayList<>();
        for (int part = 0; part < parts.length; part++) {
            List<int[]> needs = new ArrayList<>();
            for (int i = 0; i < parts[part].length(); i++) {
                needs.add(new int[parts.length]);
            }
            all.add(new Part("p" + part, events(parts[part], part), needs));
        }
        return new Run("", all);
    }

    private static List<Event> events(String letters, int part) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            events.add(new Event(
                    new Source("p" + part, i + 1),
                    Optional.of("p" + part),
                    Optional.empty(),
                    Optional.of(letters.substring(i, i + 1)),
                    Arguments.NONE,
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap(),
                    Optional.empty()));
        }
        return events;
    }

    @Override
    public Steps steps(SpecState from, ObservedStep observed) {
        String action = observed.event().action().orElseThrow();
        if (action.equals("!")) {
            return new Steps(List.of(), List.of("cannot evaluate in " + from.fingerprint()));
        }
        ActionInstance instance =
                new ActionInstance(action, new LinkedHashMap<>(), new SourceRange("Fake", 1, 1, 1, 1));
        return new Steps(
                transitions.after(((Number) from).value(), action).stream()
                        .map(to -> new Successor(instance, new Number(to)))
                        .toList(),
                List.of());
    }

    @Override
    public ObservedStep observe(Event event) {
        return new Seen(event);
    }

    @Override
    public String module() {
        return "Fake";
    }

    @Override
    public Optional<EventBinding> binding() {
        return Optional.empty();
    }

    @Override
    public List<String> variables() {
        return List.of("x");
    }

    @Override
    public List<String> constants() {
        return List.of();
    }

    @Override
    public Set<String> modelValues() {
        return Set.of();
    }

    @Override
    public List<ActionSignature> actions() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SpecText text() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SpecState> initialStates() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SpecState> initialStates(Source source, SortedMap<String, Observation> observed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Steps steps(SpecState from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Successor> successors(SpecState from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<WhyNot> whyNot(SpecState from, ObservedStep observed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Set<String>> interchangeable() {
        return List.of();
    }

    @Override
    public long fingerprint(SpecState state, Set<String> fixed) {
        return state.fingerprint();
    }

    /** Has one claim, which these states break. */
    FakeSpec breaking(IntPredicate broken) {
        isBroken = Optional.of(broken);
        return this;
    }

    @Override
    public List<Claim> claims() {
        return isBroken.map(broken -> List.of(new Claim("Fine", false))).orElse(List.of());
    }

    @Override
    public long broken(Optional<SpecState> before, SpecState after) {
        return isBroken.orElseThrow().test(((Number) after).value()) ? 1 : 0;
    }

    @Override
    public SpecState state(SortedMap<String, TlaValue> values) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean holds(String predicate, SpecState state) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Mutation> mutations(Collection<String> checked) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Mutation> consequents(Collection<String> invariants) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Explanations explanations() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Formulas formulas() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
