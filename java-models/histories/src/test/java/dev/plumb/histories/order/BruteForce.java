package dev.plumb.histories.order;

import dev.plumb.histories.Call;
import dev.plumb.histories.History;
import dev.plumb.histories.objects.PerKey;
import dev.plumb.histories.objects.SequentialSpec;
import dev.plumb.histories.objects.SequentialSpec.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** The definitions, read aloud: is there an order of some of the calls, tried one after the other? For small histories. */
public final class BruteForce {
    private BruteForce() {}

    /** Of all returned calls and any of the unanswered ones, such that what ended before another began comes before it. */
    static boolean isLinearizable(History history, SequentialSpec<?> object) {
        return isOrderable(history, object, (a, b) -> a.hasReturned() && a.end() < b.start());
    }

    /** As {@link #isLinearizable}, but only calls of the same client keep their order. */
    static boolean isSequentiallyConsistent(History history, SequentialSpec<?> object) {
        return isOrderable(
                history, object, (a, b) -> a.client().equals(b.client()) && a.hasReturned() && a.end() < b.start());
    }

    /** In any order, each with the results that it has: serializable, where the calls are transactions. */
    public static boolean isSerializable(History history, SequentialSpec<?> object) {
        return isOrderable(history, object, (a, b) -> false);
    }

    private static <S> boolean isOrderable(
            History history, SequentialSpec<S> object, BiPredicate<Call, Call> mustPrecede) {
        List<Call> unanswered =
                history.calls().stream().filter(Call::isUnanswered).toList();
        List<Call> returned = history.calls().stream().filter(Call::hasReturned).toList();
        for (int subset = 0; subset < 1 << unanswered.size(); subset++) {
            List<Call> calls = new ArrayList<>(returned);
            for (int i = 0; i < unanswered.size(); i++) {
                if ((subset & 1 << i) != 0) {
                    calls.add(unanswered.get(i));
                }
            }
            if (somePermutation(new ArrayList<>(), calls, new PerKey<>(object), mustPrecede)) {
                return true;
            }
        }
        return false;
    }

    private static <S> boolean somePermutation(
            List<Call> before, List<Call> rest, SequentialSpec<S> object, BiPredicate<Call, Call> mustPrecede) {
        if (rest.isEmpty()) {
            return keepsOrder(before, mustPrecede) && isAllowed(before, 0, object.init(), object);
        }
        for (int i = 0; i < rest.size(); i++) {
            List<Call> longer = new ArrayList<>(before);
            longer.add(rest.get(i));
            List<Call> fewer = new ArrayList<>(rest);
            fewer.remove(i);
            if (somePermutation(longer, fewer, object, mustPrecede)) {
                return true;
            }
        }
        return false;
    }

    private static boolean keepsOrder(List<Call> order, BiPredicate<Call, Call> mustPrecede) {
        for (int i = 0; i < order.size(); i++) {
            for (int j = i + 1; j < order.size(); j++) {
                if (mustPrecede.test(order.get(j), order.get(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    static <S> boolean isAllowed(List<Call> order, int from, S state, SequentialSpec<S> object) {
        if (from == order.size()) {
            return true;
        }
        for (Step<S> step : object.steps(state, order.get(from))) {
            if (step.fits(order.get(from).result()) && isAllowed(order, from + 1, step.state(), object)) {
                return true;
            }
        }
        return false;
    }
}
