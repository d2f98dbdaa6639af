package dev.plumb.histories;

import java.util.List;
import java.util.Optional;

/**
 * Why a model forbids a history.
 *
 * @param sentence what is wrong, for a person
 * @param calls that contradict each other, whatever the others did
 * @param reasons why one of them must come before another; may be empty
 * @param failing the call whose answer no order explains, where the model looks at the calls as time goes by: the
 *     history up to that answer is the shortest prefix that fails
 * @param order of the longest prefix that can be ordered
 */
public record Contradiction(
        String sentence, List<Call> calls, List<Reason> reasons, Optional<Call> failing, List<Call> order) {

    /** One that has nothing to do with time. */
    public static Contradiction of(String sentence, List<Call> calls, List<Reason> reasons) {
        return new Contradiction(sentence, calls, reasons, Optional.empty(), List.of());
    }

    /** That a call must come before another, and why. */
    public record Reason(Call before, Call after, String why) {
        @Override
        public String toString() {
            return before.text() + " before " + after.text() + ": " + why;
        }
    }
}
