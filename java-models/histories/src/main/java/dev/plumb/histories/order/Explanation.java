package dev.plumb.histories.order;

import static java.util.stream.Collectors.joining;

import dev.plumb.histories.Call;
import dev.plumb.histories.Contradiction.Reason;
import dev.plumb.histories.objects.SequentialSpec;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Why calls cannot be put in order, in words. */
final class Explanation {
    private static final int VALUES_MAX = 5;

    private Explanation() {}

    static String sentence(Call failing, SequentialSpec<?> object, Collection<TlaValue> expected) {
        String call = failing.text() + " by " + failing.client();
        if (expected.isEmpty() || failing.result().filter(expected::contains).isPresent()) {
            return "No order of the calls up to the answer of " + call + " is one that a " + object.name() + " allows.";
        }
        String values =
                expected.stream().limit(VALUES_MAX).map(TlaValue::toString).collect(joining(" or "));
        String more = expected.size() > VALUES_MAX ? " or one of " + (expected.size() - VALUES_MAX) + " others" : "";
        return "In every order of the calls up to its answer, " + call + " returns " + values + more + " instead.";
    }

    /** Which of the calls had ended before which began, without what follows from the rest. */
    static List<Reason> realTime(List<Call> calls) {
        List<Reason> reasons = new ArrayList<>();
        for (Call before : calls) {
            for (Call after : calls) {
                boolean isDirect = before.precedes(after)
                        && calls.stream().noneMatch(call -> before.precedes(call) && call.precedes(after));
                if (isDirect) {
                    reasons.add(new Reason(before, after, "it had ended"));
                }
            }
        }
        return reasons;
    }
}
