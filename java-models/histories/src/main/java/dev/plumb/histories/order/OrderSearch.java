package dev.plumb.histories.order;

import dev.plumb.histories.Budget;
import dev.plumb.histories.Call;
import dev.plumb.histories.objects.SequentialSpec;
import dev.plumb.histories.objects.SequentialSpec.Step;
import dev.plumb.traces.TlaValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks for an order of calls that the object allows: depth-first, one call after the other, and never twice from the
 * same situation (Wing and Gong 1993, with the memo of Lowe 2017). Nothing is recursive, so that histories may be long.
 *
 * <p>A situation is a cut, the state of the object, and the unanswered calls that were used. No call has to be used that
 * was never answered; so a situation is as good as another with the same cut and state that used more of them, and of
 * two such only the one with fewer is looked into. This is what keeps many concurrent writes without an answer from
 * multiplying: what counts is the state that they leave, not which of them did.
 */
final class OrderSearch<S> {
    private final SequentialSpec<S> spec;
    private final List<Call> unanswered;
    private final Budget budget;
    private final Map<Situation, List<BitSet>> visited = new HashMap<>();
    private final Set<TlaValue> expected = new TreeSet<>();
    private Place<S> furthest;

    private record Situation(Cut cut, Object state) {}

    /** What came of a search. */
    sealed interface Result {
        record Found(List<Call> order) implements Result {}

        /**
         * There is no order.
         *
         * @param progress the furthest of all cuts that were reached
         * @param order that led there
         * @param expected what the calls that could come next would have returned there
         */
        record NotFound(int progress, List<Call> order, Set<TlaValue> expected) implements Result {}

        record OutOfBudget() implements Result {}
    }

    /**
     * A search that has not begun.
     *
     * @param start the empty cut of the answered ones of {@code calls}
     */
    static <S> OrderSearch<S> of(SequentialSpec<S> spec, Cut start, List<Call> calls, Budget budget) {
        // what changes nothing and told nobody anything needs no place
        List<Call> unanswered = calls.stream()
                .filter(call -> call.isUnanswered() && !spec.isQuery(call.operation()))
                .toList();
        return new OrderSearch<>(spec, start, unanswered, budget);
    }

    private OrderSearch(SequentialSpec<S> spec, Cut start, List<Call> unanswered, Budget budget) {
        this.spec = spec;
        this.unanswered = unanswered;
        this.budget = budget;
        this.furthest = new Place<>(start, spec.init(), new BitSet(), null, null);
    }

    Result run() {
        Deque<Visit> path = new ArrayDeque<>();
        isNew(furthest);
        path.push(new Visit(furthest));
        while (!path.isEmpty()) {
            Visit visit = path.element();
            if (visit.cut.isWhole()) {
                return new Result.Found(visit.place.order());
            }
            Optional<Place<S>> next = visit.next();
            budget.spend(visit.cut.cost());
            if (budget.isSpent()) {
                return new Result.OutOfBudget();
            } else if (next.isEmpty()) {
                path.pop();
            } else if (isNew(next.get())) {
                reached(next.get());
                path.push(new Visit(next.get()));
            }
        }
        return new Result.NotFound(furthest.cut.progress(), furthest.order(), expected);
    }

    private boolean isNew(Place<S> place) {
        List<BitSet> used = visited.computeIfAbsent(new Situation(place.cut, place.state), s -> new ArrayList<>(1));
        for (BitSet fewer : used) {
            if (isSubset(fewer, place.used)) {
                return false;
            }
        }
        used.removeIf(more -> isSubset(place.used, more));
        used.add(place.used);
        return true;
    }

    private static boolean isSubset(BitSet some, BitSet all) {
        for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
            if (!all.get(i)) {
                return false;
            }
        }
        return true;
    }

    private void reached(Place<S> place) {
        if (place.cut.progress() > furthest.cut.progress()) {
            furthest = place;
            expected.clear();
        }
    }

    /**
     * A situation, and the way to it.
     *
     * @param by the call that led here from {@code parent}
     */
    private record Place<S>(
            Cut cut,
            S state,
            BitSet used,
            @Nullable Place<S> parent,
            @Nullable Call by) {

        private List<Call> order() {
            List<Call> order = new ArrayList<>();
            for (Place<S> place = this; place != null; place = place.parent) {
                if (place.by != null) {
                    order.add(place.by);
                }
            }
            Collections.reverse(order);
            return order;
        }
    }

    /**
     * All that can be done at one cut. Answered calls come first, since those have to be put in order anyway; then one
     * unanswered call more, then two, and so on: fewer first, so that few places are looked into twice.
     */
    private final class Visit {
        private final Cut cut;
        private final Deque<Place<S>> waiting = new ArrayDeque<>();
        private Place<S> place;
        private int candidate;
        private boolean isSettled;
        private Iterator<Place<S>> successors;

        private Visit(Place<S> place) {
            this.cut = place.cut;
            this.place = place;
            this.successors = begin();
        }

        /**
         * Settles on a query that fits, if there is one. It changes nothing, so whatever comes next may as well come after
         * it.
         */
        private Iterator<Place<S>> begin() {
            candidate = 0;
            for (int i = cut.candidate(0); i != Cut.NONE; i = cut.candidate(i + 1)) {
                if (spec.isQuery(cut.call(i).operation())) {
                    List<Place<S>> answered = after(cut.call(i), cut.plus(i), place.used);
                    isSettled = !answered.isEmpty();
                    if (isSettled) {
                        return answered.iterator();
                    }
                }
            }
            isSettled = false;
            return Collections.emptyIterator();
        }

        /** The next place at a larger cut. */
        private Optional<Place<S>> next() {
            while (!successors.hasNext()) {
                int next = isSettled ? Cut.NONE : cut.candidate(candidate);
                if (next != Cut.NONE) {
                    successors =
                            after(cut.call(next), cut.plus(next), place.used).iterator();
                    candidate = next + 1;
                } else {
                    if (!isSettled) {
                        addUnanswered();
                    }
                    if (waiting.isEmpty() || budget.isSpent()) {
                        return Optional.empty();
                    }
                    place = waiting.remove();
                    successors = begin();
                }
            }
            return Optional.of(successors.next());
        }

        private void addUnanswered() {
            for (int i = place.used.nextClearBit(0); i < unanswered.size(); i = place.used.nextClearBit(i + 1)) {
                budget.spend(1);
                if (cut.admits(unanswered.get(i))) {
                    BitSet more = (BitSet) place.used.clone();
                    more.set(i);
                    after(unanswered.get(i), cut, more).stream()
                            .filter(OrderSearch.this::isNew)
                            .forEach(waiting::add);
                }
            }
        }

        private List<Place<S>> after(Call call, Cut next, BitSet used) {
            List<Place<S>> places = new ArrayList<>(1);
            for (Step<S> step : spec.steps(place.state, call)) {
                if (step.fits(call.result())) {
                    places.add(new Place<>(next, step.state(), used, place, call));
                } else if (cut.progress() == furthest.cut.progress() && next.progress() > cut.progress()) {
                    step.result().ifPresent(expected::add);
                }
            }
            return places;
        }
    }
}
