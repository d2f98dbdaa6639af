package dev.plumb.core.tlc;

import dev.plumb.kernel.api.Counts;

/** Watches a run of TLC while it goes on, and says whether it shall. */
public interface TlcListener {
    /** What to do with the run. */
    enum Next {
        GO_ON,
        /** Visit no more states, and come to the end as if all were visited. */
        STOP,
        /** Write a checkpoint; to be said again until TLC tells of one, for it may miss that it is asked to. */
        SAVE,
        /** End at once; what TLC has not said is lost. */
        KILL
    }

    /** TLC has said something. */
    default Next message(ToolMessage message) {
        return Next.GO_ON;
    }

    /** TLC has come so far; several times a second, but only where it counts. */
    default Next counts(Counts counts) {
        return Next.GO_ON;
    }

    /** Some time has passed, whether TLC says anything or not; several times a second. */
    default Next tick() {
        return Next.GO_ON;
    }
}
