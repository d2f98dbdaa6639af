package dev.plumb.simulation.conform;

import dev.plumb.core.RefinementCheck;
import dev.plumb.core.Seen;
import dev.plumb.core.SpecStates;
import dev.plumb.refinement.Abstraction;
import dev.plumb.simulation.explore.Explorer;
import dev.plumb.simulation.explore.Monitor;
import dev.plumb.traces.Event;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The strongest way to hold code against its specification: every initial state of the bounded system is one of the
 * specification's, and every reachable step is a step of it or changes nothing there. A step that says what it is, is that.
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
    private final Optional<Function<Object, List<Event>>> told;

    private GraphRefinement(
            Abstraction<S> abstraction, RefinementCheck check, Optional<Function<Object, List<Event>>> told) {
        this.abstraction = abstraction;
        this.check = check;
        this.told = told;
    }

    /** Of a system that does not tell what its steps are: each may be any one of the specification, or none. */
    public GraphRefinement(Abstraction<S> abstraction, RefinementCheck check) {
        this(abstraction, check, Optional.empty());
    }

    /**
     * Of a system that tells what its steps are.
     *
     * @param told the steps of the specification that a step of the system is, by what it is called. If it tells none, it is
     *     none; or if that cannot be, since what is known of the state has changed, any one
     */
    public GraphRefinement(Abstraction<S> abstraction, RefinementCheck check, Function<Object, List<Event>> told) {
        this(abstraction, check, Optional.of(told));
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
            Seen seen = seen(to);
            List<Event> steps = told.map(of -> of.apply(action)).orElse(List.of());
            SpecStates asTold = told.isPresent() ? check.after(before, seen, steps) : SpecStates.NONE;
            return steps.isEmpty() && asTold.isEmpty() ? check.afterAny(before, seen) : asTold;
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
