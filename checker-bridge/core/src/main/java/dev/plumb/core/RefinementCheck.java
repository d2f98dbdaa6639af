package dev.plumb.core;

import dev.plumb.kernel.Kernel;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.ObservedStep;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Steps;
import dev.plumb.traces.Event;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Holds the states and steps of some code against a spec: is each of its initial states one of the spec's, and each of its
 * steps a step of the spec or one that changes nothing there? And what of the spec has the code not shown?
 *
 * <p>It is told what is known of the code's states in the variables of the spec, and sees nothing else of it. Where a variable
 * is not known, all states of the spec that fit go along: the code is right as long as there is one. Where the code tells which
 * actions a step is, with which arguments, it is held to that. The steps of a state are worked out once. For several threads.
 */
public final class RefinementCheck implements AutoCloseable {
    /** A step of which the code tells nothing. */
    private static final Event ANY_STEP = Event.unrecorded(new Source("", 0), Optional.empty());

    private final LoadedSpec spec;
    /** In order, as in the states' values. */
    private final List<String> variables;

    private final SpecStates initial;
    /** The spec's states that were come to, by their fingerprints. */
    private final ConcurrentMap<Long, AbstractState> known = new ConcurrentHashMap<>();
    /** What the code tells of steps, as the spec reads it. */
    private final Map<Event, ObservedStep> observed = new HashMap<>();
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
        return after(initial, seen, List.of());
    }

    /** The states of which that may have been seen after a step of which nothing is told: one of the spec's, or none. */
    public SpecStates afterAny(SpecStates before, Seen seen) {
        return after(before, seen, List.of(ANY_STEP));
    }

    /**
     * The states of which that may have been seen after these steps, all of them and in their order.
     *
     * @param told what the code tells of each, as an event of a trace does: one of which no action is told is a step of the spec
     *     or none
     * @throws Problem if the spec has no such action, argument or variable, or if TLC cannot evaluate the steps
     */
    public SpecStates after(SpecStates before, Seen seen, List<Event> told) {
        List<AbstractState> reached = new ArrayList<>();
        before.all().forEach(state -> state.follow(told, seen, reached, this::next));
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

    private AbstractState.Taken next(SpecState from, Event told) {
        Steps steps;
        synchronized (spec) {
            steps = spec.steps(from, observed.computeIfAbsent(told, spec::observe));
            if (!steps.errors().isEmpty()) {
                spec.successors(from); // which throws what has the place
                throw CoreProblems.evaluation(Optional.empty(), steps.errors().get(0));
            }
        }
        List<AbstractState> to = steps.successors().stream()
                .map(successor -> know(successor.state()))
                .toList();
        Set<String> actions = new TreeSet<>();
        if (told.action().isPresent()) {
            steps.successors()
                    .forEach(successor -> actions.add(successor.action().name()));
        }
        return new AbstractState.Taken(to, actions);
    }

    @Override
    public void close() {
        spec.close();
    }
}
