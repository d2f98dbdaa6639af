package dev.plumb.core;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What TLA+'s parser says about a module.
 *
 * @param message one sentence
 * @param nextStep likely cause and what to do next; may be empty
 */
public record Finding(Severity severity, Optional<Place> place, String message, String nextStep) {
    /** Whether the module can be used all the same. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /**
     * Some characters of a line.
     *
     * @param line counted from 1
     * @param column counted from 1, where a tab ends at a multiple of 8
     * @param length of what is meant, as far as it stands on that line; at least 1
     */
    public record Place(Path file, int line, int column, int length) {}
}
