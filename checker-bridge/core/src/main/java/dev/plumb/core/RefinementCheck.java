package dev.plumb.core;

import dev.plumb.kernel.Kernel;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Steps;
import dev.plumb.kernel.api.Successor;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/**
 * Holds the states and steps of some code against a spec: is each of its initial states one of the spec's, and each of its
 * steps a step of the spec or one that changes nothing there? And what of the spec has the code not shown?
 *
 * <p>It is told what the code's states are in the variables of the spec, and sees nothing else of it. What is asked again is
 * remembered. For several threads.
 */
public final class RefinementCheck implements AutoCloseable {
    private final LoadedSpec spec;
    private final Set<String> variables;
    private final Set<String> modelValues;
    private final Set<Long> initial;
    private final ConcurrentMap<Key, AbstractState> known = new ConcurrentHashMap<>();

    private RefinementCheck(LoadedSpec spec) {
        this.spec = spec;
        this.variables = new TreeSet<>(spec.variables());
        this.modelValues = spec.modelValues();
        this.initial = spec.initialStates().stream().map(SpecState::fingerprint).collect(Collectors.toSet());
    }

    /**
     * A check against a model; to be closed.
     *
     * @param constants of the code, which go before those of the model's {@code .cfg}
     * @param code what the constants are from, for messages
     * @throws dev.plumb.traces.Problem if it cannot be loaded
     */
    public static RefinementCheck of(Model model, TlcJar jar, SortedMap<String, TlaValue> constants, String code) {
        KernelModel kernelModel =
                new KernelModel(model, model.config().map(Config::read).orElseGet(Config::none));
        return new RefinementCheck(Kernel.load(kernelModel.withClaims(constants, new Source(code, 0)), jar));
    }

    /** Whether the spec can begin so. */
    public boolean isInitial(SortedMap<String, TlaValue> state) {
        return initial.contains(know(state).print());
    }

    /**
     * Whether the spec has such a step, or nothing of it changes.
     *
     * @throws dev.plumb.traces.Problem if the states have other variables than the spec, or if TLC cannot evaluate its steps
     */
    public boolean isStep(SortedMap<String, TlaValue> before, SortedMap<String, TlaValue> after) {
        AbstractState from = know(before);
        AbstractState to = know(after);
        return from.print() == to.print() || from.leadsTo(to.print(), this::next);
    }

    /** A number that is the same for the same state of the spec. */
    public long print(SortedMap<String, TlaValue> state) {
        return know(state).print();
    }

    /**
     * What the spec allows, and what of it was shown by the states and steps that were asked about.
     *
     * @param statesMax how many states of the spec to look at
     */
    public RefinementCoverage coverage(int statesMax) {
        Map<Long, AbstractState> shown = new HashMap<>();
        known.values().forEach(state -> shown.put(state.print(), state));
        synchronized (spec) {
            return RefinementCoverage.of(SpecGraph.of(spec, statesMax), shown);
        }
    }

    /** The spec's states and steps, as far as there are no more than so many states. */
    public SpecGraph graph(int statesMax) {
        synchronized (spec) {
            return SpecGraph.of(spec, statesMax);
        }
    }

    private AbstractState know(SortedMap<String, TlaValue> state) {
        Key key = Key.of(state);
        AbstractState already = known.get(key);
        return already == null ? known.computeIfAbsent(key, unknown -> load(state)) : already;
    }

    /**
     * A state to remember. The hashes of sets and maps in Java are sums, which are the same for far too many states: here the
     * order counts, which is the same for equal values.
     */
    private record Key(SortedMap<String, TlaValue> state, int hash) {
        private static final int PRIME = 0x01000193;

        static Key of(SortedMap<String, TlaValue> state) {
            int hash = 0;
            for (TlaValue value : state.values()) {
                hash = PRIME * hash + hash(value);
            }
            return new Key(state, hash);
        }

        private static int hash(TlaValue value) {
            int hash = value.getClass().hashCode();
            if (value instanceof TlaValue.SetOf set) {
                for (TlaValue element : set.elements()) {
                    hash = PRIME * hash + hash(element);
                }
            } else if (value instanceof TlaValue.Fn fn) {
                for (Map.Entry<TlaValue, TlaValue> entry : fn.entries().entrySet()) {
                    hash = PRIME * (PRIME * hash + hash(entry.getKey())) + hash(entry.getValue());
                }
            } else {
                hash = value.hashCode();
            }
            return hash ^ (hash >>> 15);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && hash == key.hash && state.equals(key.state);
        }
    }

    private AbstractState load(SortedMap<String, TlaValue> values) {
        if (!values.keySet().equals(variables)) {
            throw RefinementProblems.otherVariables(spec.module(), values.keySet(), variables);
        }
        SortedMap<String, TlaValue> ofSpec = new TreeMap<>(values);
        ofSpec.replaceAll((variable, value) -> value.mapStrings(this::asModelValue));
        synchronized (spec) {
            return new AbstractState(spec.state(ofSpec));
        }
    }

    /** Code has no model values; it writes them as strings. */
    private TlaValue asModelValue(TlaValue string) {
        String text = ((TlaValue.Str) string).value();
        return modelValues.contains(text) ? TlaValue.model(text) : string;
    }

    private long[] next(SpecState from) {
        Steps steps;
        synchronized (spec) {
            steps = spec.steps(from);
        }
        if (!steps.errors().isEmpty()) {
            throw CoreProblems.evaluation(Optional.empty(), steps.errors().get(0));
        }
        return steps.successors().stream()
                .map(Successor::state)
                .mapToLong(SpecState::fingerprint)
                .toArray();
    }

    @Override
    public void close() {
        spec.close();
    }
}
