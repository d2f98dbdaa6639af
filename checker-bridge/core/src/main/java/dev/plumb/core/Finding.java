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
    public record Place(Path file, int line, int column, int length) {
        private static final int TAB = 8;

        /** The place of some characters in a file's text. */
        static Place in(Path file, String text, int offset, int length) {
            String before = text.substring(0, offset);
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            int column = before.substring(before.lastIndexOf('\n') + 1)
                    .chars()
                    .reduce(0, (width, c) -> width + (c == '\t' ? TAB - width % TAB : 1));
            return new Place(file, line, column + 1, length);
        }
    }
}
