package dev.plumb.simulation.world;

import dev.plumb.simulation.ClockReading;

/**
 * A node's clock.
 *
 * @param aheadMillis how far it was ahead of the true time when its rate last changed
 * @param ppm how many microseconds it gains each second
 * @param sinceMillis when its rate last changed, in true time
 */
public record LocalClock(long aheadMillis, long ppm, long sinceMillis) {
    /** Shows the true time. */
    public static final LocalClock TRUE = new LocalClock(0, 0, 0);

    private static final long MILLION = 1_000_000;

    /** What it shows; it may be off by the uncertainty, and is by more if it is broken. */
    public ClockReading reading(long nowMillis, long uncertaintyMillis) {
        long shown = nowMillis + ahead(nowMillis);
        return new ClockReading(shown - uncertaintyMillis, shown + uncertaintyMillis);
    }

    private long ahead(long nowMillis) {
        return aheadMillis + (nowMillis - sinceMillis) * ppm / MILLION;
    }

    LocalClock jumpedBy(long millis) {
        return new LocalClock(aheadMillis + millis, ppm, sinceMillis);
    }

    LocalClock runningAt(long otherPpm, long nowMillis) {
        return new LocalClock(ahead(nowMillis), otherPpm, nowMillis);
    }

    /** How long it takes until this clock has gone on by so much. */
    long trueMillis(long localMillis) {
        return localMillis * MILLION / (MILLION + ppm);
    }
}
