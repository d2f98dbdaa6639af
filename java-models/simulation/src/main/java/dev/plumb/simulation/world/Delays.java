package dev.plumb.simulation.world;

import dev.plumb.simulation.world.Chooser.Choice;

/** How long things take. In a world without time nothing is chosen, and everything is due always. */
record Delays(boolean timed, Chooser chooser) {

    /** What takes time. */
    enum Kind {
        LATENCY,
        SYNC,
        THINKING,
        OUTAGE
    }

    private static final long[] LATENCIES_MILLIS = {1, 2, 3, 5, 8, 20, 50, 200};
    private static final long[] SYNCS_MILLIS = {1, 2, 10, 50};
    private static final long[] PAUSES_FOR_THOUGHT_MILLIS = {0, 1, 5, 20, 100, 1_000, 20_000};

    /** From less than any timeout to more than any. */
    private static final long[] OUTAGES_MILLIS = {5, 100, 2_000, 60_000};

    /** The dull choice is the shortest. */
    long choose(Kind kind) {
        if (!timed) {
            return 0;
        }
        long[] millis = millis(kind);
        return millis[chooser.pick(Choice.DELAY, millis.length)];
    }

    /** How far a clock is off that is right as far as it knows; the dull choice is not at all. */
    long offWithin(long uncertaintyMillis) {
        if (!timed || uncertaintyMillis == 0) {
            return 0;
        }
        return switch (chooser.pick(Choice.DELAY, 3)) {
            case 1 -> uncertaintyMillis;
            case 2 -> -uncertaintyMillis;
            default -> 0;
        };
    }

    private static long[] millis(Kind kind) {
        return switch (kind) {
            case LATENCY -> LATENCIES_MILLIS;
            case SYNC -> SYNCS_MILLIS;
            case THINKING -> PAUSES_FOR_THOUGHT_MILLIS;
            case OUTAGE -> OUTAGES_MILLIS;
        };
    }
}
