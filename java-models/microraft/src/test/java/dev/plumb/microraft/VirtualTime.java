package dev.plumb.microraft;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** A clock that stands still while tasks run, and goes on to the next one: all of a group runs in one thread, alike each time. */
final class VirtualTime extends Clock {
    private record Task(long dueMillis, long number, Runnable work) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::dueMillis).thenComparingLong(Task::number));
    private long nowMillis = 1_000_000;
    private long scheduled;

    void after(long delayMillis, Runnable work) {
        tasks.add(new Task(nowMillis + delayMillis, scheduled++, work));
    }

    /** Runs what is due until something is so, or for so long. */
    boolean runUntil(BooleanSupplier isSo, long limitMillis) {
        long end = nowMillis + limitMillis;
        while (!isSo.getAsBoolean()) {
            Task next = tasks.peek();
            if (next == null || next.dueMillis > end) {
                nowMillis = end;
                return false;
            }
            tasks.remove();
            nowMillis = next.dueMillis;
            next.work.run();
        }
        return true;
    }

    void run(long millis) {
        runUntil(() -> false, millis);
    }

    @Override
    public long millis() {
        return nowMillis;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(nowMillis);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("this clock is for milliseconds");
    }
}
