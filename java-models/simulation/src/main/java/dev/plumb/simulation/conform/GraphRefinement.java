package dev.plumb.simulation.conform;

import dev.plumb.core.RefinementCheck;
import dev.plumb.core.Seen;
import dev.plumb.core.SpecStates;
import dev.plumb.refinement.Abstraction;
import dev.plumb.simulation.explore.Explorer;
import dev.plumb.simulation.explore.Monitor;
import dev.plumb.simulation.explore.Path;
import dev.plumb.traces.Event;
import java.util.ArrayList;
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
    private final Optional<Function<Object, Told>> told;

    /**
     * What a step of the system tells that it is. If it tells nothing it is no step of the specification; or if that cannot be,
     * since what is known of the state has changed, any one.
     *
     * @param steps of the specification, in their order
     * @param mayBeLate whether the first of them may have been taken before: a node that crashes cannot tell it until it is back
     */
    public record Told(List<Event> steps, boolean mayBeLate) {}

    /** What a step of the system is, and where the specification can be after it. */
    private record Taken(List<Event> steps, SpecStates after) {}

    private GraphRefinement(Abstraction<S> abstraction, RefinementCheck check, Optional<Function<Object, Told>> told) {
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
     * @param told what a step tells, by what it is called
     */
    public GraphRefinement(Abstraction<S> abstraction, RefinementCheck check, Function<Object, Told> told) {
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

    /** What each step of a way tells, without what had been taken before. */
    List<List<Event>> told(Path<S> path) {
        List<List<Event>> all = new ArrayList<>();
        SpecStates at = initial(path.start());
        for (Path.Taken<S> step : path.steps()) {
            Taken taken = take(at, step.action(), step.to());
            all.add(taken.steps());
            at = taken.after();
        }
        return all;
    }

    private Taken take(SpecStates before, Object action, S to) {
        return told.map(tells -> take(before, tells.apply(action), seen(to)))
                .orElseGet(() -> new Taken(List.of(), check.afterAny(before, seen(to))));
    }

    private Taken take(SpecStates before, Told step, Seen seen) {
        int all = step.steps().size();
        for (int over = 0; over <= (step.mayBeLate() ? all : 0); over++) {
            List<Event> rest = step.steps().subList(over, all);
            SpecStates after = check.after(before, seen, rest);
            if (!after.isEmpty()) {
                return new Taken(rest, after);
            }
        }
        return new Taken(step.steps(), all == 0 ? check.afterAny(before, seen) : SpecStates.NONE);
    }

    /** Remembers where the specification can be. */
    private final class InSpec implements Monitor<S, SpecStates> {
        @Override
        public SpecStates begin(S initial) {
            return initial(initial);
        }

        @Override
        public SpecStates next(SpecStates before, S from, Object action, S to) {
            return take(before, action, to).after();
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
