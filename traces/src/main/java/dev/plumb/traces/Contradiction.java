package dev.plumb.traces;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/** Finds clocks that no execution can have shown: events that wait for each other. */
final class Contradiction {
    private final List<Trace.Part> parts;
    private final int[] done;

    private Contradiction(List<Trace.Part> parts) {
        this.parts = parts;
        this.done = new int[parts.size()];
    }

    /** @throws Problem if no order of the events has before each of them what it needs */
    static void check(List<Trace.Part> parts) {
        Contradiction check = new Contradiction(parts);
        check.takeAllThatCanBe();
        List<Source> stuck = IntStream.range(0, parts.size())
                .filter(p -> check.done[p] < parts.get(p).events().size())
                .mapToObj(p -> parts.get(p).events().get(check.done[p]).source())
                .toList();
        if (!stuck.isEmpty()) {
            throw TraceProblems.clocksContradict(stuck);
        }
    }

    /** Each part goes on until it has to wait for another, which wakes it up once it has gone on itself. */
    private void takeAllThatCanBe() {
        Deque<Integer> awake = new ArrayDeque<>();
        List<List<Integer>> waiting = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            awake.add(p);
            waiting.add(new ArrayList<>());
        }
        while (!awake.isEmpty()) {
            int p = awake.remove();
            int before = done[p];
            int blocker = goOn(p);
            if (blocker >= 0) {
                waiting.get(blocker).add(p);
            }
            if (done[p] > before) {
                awake.addAll(waiting.get(p));
                waiting.get(p).clear();
            }
        }
    }

    /** The part that {@code part} then waits for; -1 if it has come to its end. */
    private int goOn(int part) {
        List<int[]> needs = parts.get(part).needs();
        while (done[part] < needs.size()) {
            int[] next = needs.get(done[part]);
            for (int q = 0; q < next.length; q++) {
                if (done[q] < next[q]) {
                    return q;
                }
            }
            done[part]++;
        }
        return -1;
    }
}
