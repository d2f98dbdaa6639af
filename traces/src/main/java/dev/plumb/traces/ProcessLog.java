package dev.plumb.traces;

import dev.plumb.traces.RecordedFile.Line;
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
    private final List<Line> lines = new ArrayList<>();
    private final Set<String> files = new LinkedHashSet<>();
    private final List<SortedMap<String, Long>> knowledge = new ArrayList<>();
    private boolean isTorn;
    private boolean hasClocks;

    ProcessLog(String process) {
        this.process = process;
    }

    void add(Line line, RecordedFile file) {
        lines.add(line);
        files.add(file.path());
        isTorn |= file.isTorn();
        hasClocks |= !line.event().clock().isEmpty();
    }

    String process() {
        return process;
    }

    int size() {
        return lines.size();
    }

    Line line(int i) {
        return lines.get(i);
    }

    Event event(int i) {
        return lines.get(i).event();
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
        lines.sort(Comparator.comparing(this::own));
    }

    void sortByTime() {
        lines.sort(Comparator.comparing(line -> line.time().orElseThrow()));
    }

    /** The number of an event by the own component of its clock. */
    long own(Line line) {
        return Knowledge.own(line.event(), process);
    }

    /** The number of the last of the first {@code count} events; 0 if there is none. */
    long lastOwn(int count) {
        return count == 0 ? 0 : own(lines.get(count - 1));
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
        lines.forEach(line -> knowledge.add(known.after(line.event())));
    }
}
