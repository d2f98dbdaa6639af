package dev.plumb.report;

import dev.plumb.kernel.api.SourceRange;
import dev.plumb.traces.Source;
import java.util.List;
import java.util.Optional;

/**
 * What whoever reads a build's result should look at, and where.
 *
 * @param rule what is wrong, in a word that stays the same: {@code invariant-violated}, {@code PLUMB-S01}
 * @param title a few words
 * @param message a sentence
 * @param place where to look first
 * @param related where to look next
 * @param flow the steps that lead there, in their order
 */
record Annotation(
        Level level,
        String rule,
        String title,
        String message,
        Optional<Place> place,
        List<Place> related,
        List<Place> flow) {
    /** How bad it is. */
    enum Level {
        ERROR,
        WARNING
    }

    /**
     * Some characters of a file.
     *
     * @param file its path as far as it is known, else its name
     * @param line counted from 1; 0 for the whole file
     * @param column counted from 1; 0 for the whole line
     * @param endColumn inclusive; 0 for the rest of the line
     * @param what stands there, in a few words
     */
    record Place(String file, int line, int column, int endLine, int endColumn, String what) {
        static Place of(Checked checked, SourceRange range, String what) {
            String file = range.module() + ".tla";
            return new Place(
                    checked.path(file).orElse(file),
                    range.beginLine(),
                    range.beginColumn(),
                    range.endLine(),
                    range.endColumn(),
                    what);
        }

        static Place of(Source source, String what) {
            return new Place(source.file(), source.line(), source.column(), source.line(), 0, what);
        }

        /** A file as a whole. */
        static Place of(String file) {
            return new Place(file, 0, 0, 0, 0, "");
        }
    }

    /** One that says no more than where to look. */
    static Annotation of(Level level, String rule, String title, String message, Place place) {
        return new Annotation(level, rule, title, message, Optional.of(place), List.of(), List.of());
    }
}
