package dev.plumb.traces;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one process has heard of so far, by its vector clocks, each of which must say more than the one before. */
final class Knowledge {
    private final String process;
    private final boolean isSparse;
    private SortedMap<String, Long> known = Collections.emptySortedMap();

    /** @param isSparse whether the process may skip numbers of its own component */
    Knowledge(String process, boolean isSparse) {
        this.process = process;
        this.isSparse = isSparse;
    }

    /** The number of one of the process's events by the own component of its clock. */
    static long own(Event event, String process) {
        Long own = event.clock().get(process);
        if (own == null) {
            throw TraceProblems.ownComponentIsMissing(event.source(), process);
        }
        return own;
    }

    /** What it knows with its next event. A clock may leave out what did not change. */
    SortedMap<String, Long> after(Event event) {
        checkOwn(event, known.getOrDefault(process, 0L));
        SortedMap<String, Long> clock = event.clock();
        clock.forEach((other, n) -> {
            if (n < known.getOrDefault(other, 0L)) {
                throw TraceProblems.clockGoesBackwards(
                        event.source(), process, other, known.getOrDefault(other, 0L), n);
            }
        });
        if (clock.keySet().containsAll(known.keySet())) {
            known = clock;
        } else {
            known = new TreeMap<>(known);
            known.putAll(clock);
        }
        return known;
    }

    private void checkOwn(Event event, long last) {
        long own = own(event, process);
        if (own <= last) {
            throw TraceProblems.clockDoesNotIncrease(event.source(), process, last, own);
        } else if (own > last + 1 && !isSparse) {
            throw TraceProblems.eventsAreLost(event.source(), process, last + 1, own - 1);
        }
    }
}
