package dev.plumb.traces;

import java.util.Optional;

/**
 * A mistake of the user's, or of what the user gave us: it is told in a sentence, with its place, likely cause and next
 * step, and never with a stack trace.
 *
 * <p>The code is stable; {@link Kind} decides about the exit code. Each message has one factory, beside what raises it.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of thing was wrong. */
    public enum Kind {
        /** How Plumb was called. */
        USAGE,
        /** A trace, a constant, a file: what was handed in cannot be read or does not fit the specification. */
        INPUT,
        /** There was nothing to check, which must not pass for a check that found nothing. */
        NOTHING,
        /** The specification or its {@code .cfg} cannot be loaded or evaluated. */
        SPEC,
        /** What Plumb runs on: the TLC jar, the JVM, the disk. */
        TOOL
    }

    private final Kind kind;
    private final String code;
    private final transient Optional<Source> source;
    private final String nextStep;

    /**
     * @param code stable, for example {@code PLUMB-T01}
     * @param what one sentence: what happened
     * @param source where, if that is a place in a file
     * @param nextStep likely cause and what to do next; may be empty
     */
    public Problem(Kind kind, String code, String what, Optional<Source> source, String nextStep) {
        super(what, null, false, false);
        this.kind = kind;
        this.code = code;
        this.source = source;
        this.nextStep = nextStep;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String what() {
        return String.valueOf(getMessage());
    }

    public Optional<Source> source() {
        return source;
    }

    public String nextStep() {
        return nextStep;
    }

    /** This problem with a place, if it has none yet. */
    public Problem at(Source place) {
        return source.isPresent() ? this : new Problem(kind, code, what(), Optional.of(place), nextStep);
    }

    /** The whole message: code, place and sentence on the first line, the next step indented below. */
    public String text() {
        String place = source.map(s -> s + ": ").orElse("");
        String below = nextStep.isEmpty() ? "" : "\n  " + nextStep.replace("\n", "\n  ");
        return code + " " + place + what() + below;
    }
}
