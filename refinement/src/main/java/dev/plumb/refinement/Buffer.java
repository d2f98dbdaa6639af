package dev.plumb.refinement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Lines that were told by a thread, or a few that share it, and are not written yet: in the order of their numbers. */
final class Buffer {
    private static final int BYTES_MAX = 1 << 16;

    private final AtomicReference<Clock> clock;
    private final LineMaker maker;
    private List<Line> lines = new ArrayList<>();
    private volatile int bytes;

    /** A line of the file, and the number of its step in the process. */
    static final class Line {
        private final long number;
        private final byte[] json;

        private Line(long number, byte[] json) {
            this.number = number;
            this.json = json;
        }

        long number() {
            return number;
        }

        byte[] json() {
            return json;
        }
    }

    Buffer(AtomicReference<Clock> clock, LineMaker maker) {
        this.clock = clock;
        this.maker = maker;
    }

    /**
     * Gives the step its number and keeps its line, all under one lock: whoever calls {@link #take} after a number was
     * given here gets its line.
     */
    synchronized long add(SpecStep step) throws IOException {
        Clock now = clock.updateAndGet(Clock::next);
        byte[] json = maker.line(step, now);
        lines.add(new Line(now.own(), json));
        bytes += json.length;
        return now.own();
    }

    boolean isFull() {
        return bytes >= BYTES_MAX;
    }

    synchronized List<Line> take() {
        List<Line> all = lines;
        lines = new ArrayList<>();
        bytes = 0;
        return all;
    }
}
