package dev.plumb.core;

import dev.plumb.kernel.Kernel;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Successor;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Holds the states and steps of some code against a spec: is each of its initial states one of the spec's, and each of its
 * steps a step of the spec or one that changes nothing there? And what of the spec has the code not shown?
 *
 * <p>It is told what is known of the code's states in the variables of the spec, and sees nothing else of it. Where a variable
 * is not known, all states of the spec that fit go along: the code is right as long as there is one. The steps of a state are
 * worked out once. For several threads.
 */
public final class RefinementCheck implements AutoCloseable {
    private final LoadedSpec spec;
    /** In order, as in the states' values. */
    private final List<String> variables;

    private final SpecStates initial;
    /** The spec's states that were come to, by their fingerprints. */
    private final ConcurrentMap<Long, AbstractState> known = new ConcurrentHashMap<>();
    /** Of variables that were not known of some state. */
    private final Set<String> hidden = new ConcurrentSkipListSet<>();

    private RefinementCheck(LoadedSpec spec) {
        this.spec = spec;
        this.variables = spec.variables().stream().sorted().toList();
        this.initial =
                SpecStates.of(spec.initialStates().stream().map(this::know).toList());
    }

    /**
     * A check against a model; to be closed.
     *
     * @param constants of the code, which go before those of the model's {@code .cfg}
     * @param code what the constants are from, for messages
     * @throws Problem if it cannot be loaded
     */
    public static RefinementCheck of(Model model, TlcJar jar, SortedMap<String, TlaValue> constants, String code) {
        KernelModel kernelModel =
                new KernelModel(model, model.config().map(Config::read).orElseGet(Config::none));
        return new RefinementCheck(Kernel.load(kernelModel.withClaims(constants, new Source(code, 0)), jar));
    }

    /**
     * What is known of a state.
     *
     * @throws Problem if that is nothing, or of other variables than the spec's
     */
    public Seen seen(SortedMap<String, TlaValue> state) {
        if (state.isEmpty() || !variables.containsAll(state.keySet())) {
            throw RefinementProblems.otherVariables(spec.module(), state.keySet(), variables);
        } else if (state.size() < variables.size()) {
            variables.stream().filter(name -> !state.containsKey(name)).forEach(hidden::add);
        }
        return Seen.of(state, variables);
    }

    /** Whether that may have been seen of a state of {@link #graph}. */
    public boolean fits(SpecState state, Seen seen) {
        return know(state).fits(seen);
    }

    /** The states of which that may have been seen, among those in which the spec can begin. */
    public SpecStates initial(Seen seen) {
        return after(initial, seen, 0);
    }

    /**
     * The states of which that may have been seen after so many steps of the spec at most, or none.
     *
     * @throws Problem if TLC cannot evaluate the steps
     */
    public SpecStates after(SpecStates before, Seen seen, int stepsMax) {
        List<AbstractState> reached = new ArrayList<>();
        before.all().forEach(state -> state.follow(seen, stepsMax, reached, this::next));
        return SpecStates.of(reached);
    }

    /**
     * What the spec allows, and what of it was shown by the states and steps that were asked about; where several states of
     * the spec fit, all of them count.
     *
     * @param statesMax how many states of the spec to look at
     */
    public RefinementCoverage coverage(int statesMax) {
        return RefinementCoverage.of(graph(statesMax), known, List.copyOf(hidden));
    }

    /** The spec's states and steps, as far as there are no more than so many states. */
    public SpecGraph graph(int statesMax) {
        synchronized (spec) {
            return SpecGraph.of(spec, statesMax);
        }
    }

    private AbstractState know(SpecState state) {
        AbstractState already = known.get(state.fingerprint());
        return already == null
                ? known.computeIfAbsent(state.fingerprint(), unknown -> new AbstractState(state))
                : already;
    }

    private AbstractState[] next(SpecState from) {
        List<Successor> steps;
        synchronized (spec) {
            steps = spec.successors(from);
        }
        return steps.stream().map(successor -> know(successor.state())).toArray(AbstractState[]::new);
    }

    @Override
    public void close() {
        spec.close();
    }
}
