package dev.plumb.traces;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Events that are not of the spec: they are left out, and counted by name. */
final class Ignored {
    private final Set<String> names;
    private final SortedMap<String, Integer> counts = new TreeMap<>();

    Ignored(TraceHeader header) {
        this.names = header.ignore();
    }

    /** Counts an event if it is one to be left out; whether it is. */
    boolean leaveOut(Event event) {
        if (names.isEmpty() || event.action().isEmpty()) {
            return false;
        }
        String name = event.action().get();
        if (!names.contains(name)) {
            return false;
        }
        counts.merge(name, 1, Integer::sum);
        return true;
    }

    SortedMap<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    /** What is wrong with a trace of which no event is left. */
    Problem nothingLeft(String trace) {
        int all = counts.values().stream().mapToInt(count -> count).sum();
        return all == 0 ? TraceProblems.traceHoldsNoEvents(trace) : OrderProblems.allEventsAreIgnored(trace, all);
    }
}
