package dev.plumb.simulation.conform;

import dev.plumb.core.RefinementCheck;
import dev.plumb.core.Seen;
import dev.plumb.core.SpecStates;
import dev.plumb.refinement.Abstraction;
import dev.plumb.simulation.explore.Explorer;
import dev.plumb.simulation.explore.Monitor;
import java.util.function.ToIntFunction;

/**
 * The strongest way to hold code against its specification: every initial state of the bounded system is one of the
 * specification's, and every reachable step is a step of it or changes nothing there.
 *
 * <p>Where the abstraction leaves variables out, all states of the specification that fit go along with each behaviour of the
 * system, which is as specified as long as there is one.
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
    private final ToIntFunction<Object> steps;

    /** Of a system each of whose steps is one of the specification at most. */
    public GraphRefinement(Abstraction<S> abstraction, RefinementCheck check) {
        this(abstraction, check, action -> 1);
    }

    /** @param steps how many steps of the specification a step of the system can be, by what it is called */
    public GraphRefinement(Abstraction<S> abstraction, RefinementCheck check, ToIntFunction<Object> steps) {
        this.abstraction = abstraction;
        this.check = check;
        this.steps = steps;
    }

    /** Has it checked while the system is explored. */
    public Explorer<S> ask(Explorer<S> explorer) {
        return explorer.initially(BEGINS, state -> !initial(state).isEmpty()).always(STEPS, new InSpec());
    }

    private SpecStates initial(S state) {
        return check.initial(seen(state));
    }

    private Seen seen(S state) {
        return check.seen(abstraction.of(state));
    }

    /** Remembers where the specification can be. */
    private final class InSpec implements Monitor<S, SpecStates> {
        @Override
        public SpecStates begin(S initial) {
            return initial(initial);
        }

        @Override
        public SpecStates next(SpecStates before, S from, Object action, S to) {
            return check.after(before, seen(to), steps.applyAsInt(action));
        }

        @Override
        public boolean isRight(SpecStates states) {
            return !states.isEmpty();
        }

        @Override
        public long fingerprint(SpecStates states) {
            return states.print();
        }
    }
}
