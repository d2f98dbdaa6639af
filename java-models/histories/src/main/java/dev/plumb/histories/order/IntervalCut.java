package dev.plumb.histories.order;

import dev.plumb.histories.Call;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A cut in which a call waits for those that ended before it began.
 *
 * <p>By their ends, all calls up to some place are in it, the one at that place is not, and of those behind it only such
 * as overlap with that one: at most as many as there are clients. So a cut is a number and a short list, however long
 * the history is (Lowe, Testing for Linearizability, 2017, section 4.2, on just-in-time linearization).
 */
final class IntervalCut implements Cut {
    private static final int[] NOTHING = {};

    private final Calls calls;
    private final int first;
    private final int[] behind;

    private IntervalCut(Calls calls, int first, int[] behind) {
        this.calls = calls;
        this.first = first;
        this.behind = behind;
    }

    /** The empty one of these answered calls. */
    static IntervalCut of(List<Call> answered) {
        return new IntervalCut(new Calls(answered), 0, NOTHING);
    }

    /** Answered calls by their ends, and for each the place of the last that began before it ended. */
    private static final class Calls {
        final Call[] byEnd;
        final int[] reach;

        Calls(List<Call> answered) {
            byEnd = answered.stream()
                    .sorted(Comparator.comparingLong(Call::end).thenComparing(Call::number))
                    .toArray(Call[]::new);
            Integer[] byStart = new Integer[byEnd.length];
            Arrays.setAll(byStart, i -> i);
            Arrays.sort(byStart, Comparator.comparingLong(i -> byEnd[i].start()));
            reach = new int[byEnd.length];
            int begun = 0;
            for (int i = 0; i < byEnd.length; i++) {
                reach[i] = i == 0 ? 0 : Math.max(i, reach[i - 1]);
                for (; begun < byStart.length && byEnd[byStart[begun]].start() <= byEnd[i].end(); begun++) {
                    reach[i] = Math.max(reach[i], byStart[begun]);
                }
            }
        }
    }

    @Override
    public int candidate(int from) {
        if (isWhole()) {
            return NONE;
        }
        for (int i = Math.max(from, first); i <= calls.reach[first]; i++) {
            if (calls.byEnd[i].start() <= calls.byEnd[first].end() && Arrays.binarySearch(behind, i) < 0) {
                return i;
            }
        }
        return NONE;
    }

    @Override
    public Call call(int candidate) {
        return calls.byEnd[candidate];
    }

    @Override
    public IntervalCut plus(int candidate) {
        if (candidate != first) {
            int[] more = Arrays.copyOf(behind, behind.length + 1);
            more[behind.length] = candidate;
            Arrays.sort(more);
            return new IntervalCut(calls, first, more);
        }
        int next = first + 1;
        int taken = 0;
        while (taken < behind.length && behind[taken] == next) {
            next++;
            taken++;
        }
        return new IntervalCut(calls, next, Arrays.copyOfRange(behind, taken, behind.length));
    }

    @Override
    public boolean admits(Call unanswered) {
        return !isWhole() && unanswered.start() <= calls.byEnd[first].end();
    }

    @Override
    public int progress() {
        return first;
    }

    @Override
    public boolean isWhole() {
        return first == calls.byEnd.length;
    }

    @Override
    public int cost() {
        return 1 + behind.length / 8;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntervalCut cut && first == cut.first && Arrays.equals(behind, cut.behind);
    }

    @Override
    public int hashCode() {
        return 31 * first + Arrays.hashCode(behind);
    }
}
