package dev.plumb.core;

import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.SortedMap;

/**
 * Visits the states that a model can reach, breadth-first, and keeps every step. TLC's own dump loses all steps but one
 * between two states.
 */
public final class GraphCheck {
    private final Model model;
    private final TlcJar jar;
    private final int statesMax;

    /** @param statesMax how many states are visited at most */
    public GraphCheck(Model model, TlcJar jar, int statesMax) {
        this.model = model;
        this.jar = jar;
        this.statesMax = statesMax;
    }

    /**
     * What was found.
     *
     * @param states the values of each node, in their order
     */
    public record Found(StateGraph graph, List<SortedMap<String, TlaValue>> states) {}

    /**
     * The graph, without symmetry and view, of which the {@code .cfg} may have some: each state stands for itself.
     *
     * @throws dev.plumb.traces.Problem if the model cannot be loaded or evaluated
     */
    public Found find() {
        Config config = config();
        try (LoadedSpec spec = new KernelModel(model, config).loadWithClaims(jar)) {
            return new GraphVisit(spec, config, statesMax).all();
        }
    }

    /**
     * Only a behaviour of the model, and where one step from it leads, however many states the model has.
     *
     * @throws dev.plumb.traces.Problem if the model cannot be loaded or evaluated, or the behaviour is none of it
     */
    public Found along(Behaviour behaviour) {
        Config config = config();
        try (LoadedSpec spec = new KernelModel(model, config).loadWithClaims(jar)) {
            List<SpecState> states = behaviour.steps().stream()
                    .filter(step -> !step.forbidden())
                    .map(step -> spec.state(step.state()))
                    .toList();
            return new GraphVisit(spec, config, Integer.MAX_VALUE).along(states, behaviour.loopsTo());
        }
    }

    private Config config() {
        return model.config().map(Config::read).orElseGet(Config::none);
    }

    /**
     * The value of an expression in each state, as text.
     *
     * @throws dev.plumb.traces.Problem if it cannot be parsed, has no value, or is not of states
     */
    public List<String> values(String expression, List<SortedMap<String, TlaValue>> states) {
        try (Expressions expressions = Expressions.load(model, config(), List.of(expression), jar)) {
            switch (expressions.level(0)) {
                case BEHAVIOUR -> throw CoreProblems.expressionIsTemporal(expression);
                case STEP -> throw GraphProblems.expressionOfSteps(expression);
                default -> {
                    return states.stream()
                            .map(state -> expressions.spec().state(state))
                            .map(state -> expressions.value(0, List.of(state)).toString())
                            .toList();
                }
            }
        }
    }
}
