package dev.plumb.protocols.commit.threephase;

import java.util.Locale;

/** What the specification's {@code rmState[rm]} can be. */
enum RmState {
    /** It makes a note on its disk that it takes part, and hears nobody before. */
    BEGINNING,
    WORKING,
    PREPARED,
    PRECOMMITTED,
    COMMITTED,
    ABORTED;

    String inSpec() {
        return (this == BEGINNING ? WORKING : this).name().toLowerCase(Locale.ROOT);
    }

    /** {@code Finished(rm) == rmState[rm] \in {"committed", "aborted"}}. */
    boolean isFinished() {
        return this == COMMITTED || this == ABORTED;
    }

    /** Whether it depends on others how it ends. */
    boolean isWaiting() {
        return this == PREPARED || this == PRECOMMITTED;
    }
}
