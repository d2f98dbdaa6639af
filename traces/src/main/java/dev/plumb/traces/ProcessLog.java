package dev.plumb.traces;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * What one process recorded, over all runs, in program order. Its own component of the vector clock numbers its events
 * from 1, so that a hole in the numbers is an event that was lost.
 */
final class ProcessLog {
    private final String process;
    private final List<Event> events = new ArrayList<>();
    private final Set<String> files = new LinkedHashSet<>();
    private final List<SortedMap<String, Long>> knowledge = new ArrayList<>();
    private boolean isTorn;
    private boolean hasClocks;

    ProcessLog(String process) {
        this.process = process;
    }

    void add(Event event, RecordedFile file) {
        events.add(event);
        files.add(file.path());
        isTorn |= file.isTorn();
        hasClocks |= !event.clock().isEmpty();
    }

    String process() {
        return process;
    }

    int size() {
        return events.size();
    }

    Event event(int i) {
        return events.get(i);
    }

    Event.Time time(int i) {
        return events.get(i).time().orElseThrow();
    }

    /** The files that hold its events. */
    Set<String> files() {
        return files;
    }

    /** Whether its last events may have been lost with the last line of a file. */
    boolean isTorn() {
        return isTorn;
    }

    boolean hasClocks() {
        return hasClocks;
    }

    void sortByOwn() {
        events.sort(Comparator.comparing(this::own));
    }

    void sortByTime() {
        events.sort(Comparator.comparing(event -> event.time().orElseThrow().start()));
    }

    /** A process takes one step after the other. */
    void checkIntervals() {
        for (int i = 1; i < size(); i++) {
            if (time(i).start() < time(i - 1).end()) {
                throw OrderProblems.eventsOverlap(
                        event(i).source(), process, event(i - 1).source());
            }
        }
    }

    /** A scalar clock grows with each event of a process. */
    void checkScalarClock() {
        for (int i = 1; i < size(); i++) {
            if (time(i).start() <= time(i - 1).start()) {
                throw TraceProblems.clockDoesNotIncrease(
                        event(i).source(), process, time(i - 1).start(), time(i).start());
            }
        }
    }

    /** The number of an event by the own component of its clock. */
    long own(Event event) {
        return Knowledge.own(event, process);
    }

    /** The number of the last of the first {@code count} events; 0 if there is none. */
    long lastOwn(int count) {
        return count == 0 ? 0 : own(events.get(count - 1));
    }

    /**
     * The largest number that the process had heard of from each process, itself included, when it took its i-th step.
     * A clock may leave out what did not change.
     */
    SortedMap<String, Long> knowledge(int i) {
        return knowledge.get(i);
    }

    void readClocks(boolean isSparse) {
        Knowledge known = new Knowledge(process, isSparse);
        events.forEach(event -> knowledge.add(known.after(event)));
    }
}
