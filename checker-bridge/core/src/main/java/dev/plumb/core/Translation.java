package dev.plumb.core;

import dev.plumb.traces.Problem;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A module that may have an algorithm in PlusCal, and what its translator has to say.
 *
 * @param problem why the translation in the module is not that of its algorithm, or cannot be made
 */
public record Translation(Path module, Status status, Optional<Problem> problem) {
    /** How the module's translation is. */
    public enum Status {
        NO_ALGORITHM,
        UP_TO_DATE,
        /** There is none. */
        MISSING,
        /** It is not what the translator writes now. */
        STALE,
        /** The algorithm is wrong. */
        UNTRANSLATABLE;

        /** Whether the module has not the translation that its algorithm has. */
        public boolean differs() {
            return this == MISSING || this == STALE;
        }
    }
}
