package dev.plumb.simulation.conform;

import dev.plumb.core.RefinementCheck;
import dev.plumb.refinement.Abstraction;
import dev.plumb.simulation.explore.Explorer;
import dev.plumb.traces.TlaValue;
import java.util.SortedMap;

/**
 * The strongest way to hold code against its specification: every initial state of the bounded system is one of the
 * specification's, and every reachable step is a step of it or changes nothing there.
 *
 * @param <S> a state of the system
 */
public final class GraphRefinement<S> {
    /** The property of initial states. */
    public static final String BEGINS = "begins as specified";
    /** The property of steps. */
    public static final String STEPS = "steps as specified";

    private final Abstraction<S> abstraction;
    private final RefinementCheck check;

    public GraphRefinement(Abstraction<S> abstraction, RefinementCheck check) {
        this.abstraction = abstraction;
        this.check = check;
    }

    /** Has it checked while the system is explored. */
    public Explorer<S> ask(Explorer<S> explorer) {
        return explorer.initially(BEGINS, state -> check.isInitial(abstraction.of(state)))
                .alwaysStep(STEPS, from -> {
                    SortedMap<String, TlaValue> before = abstraction.of(from);
                    return to -> check.isStep(before, abstraction.of(to));
                });
    }
}
