package dev.plumb.traces;

/** What was wrong in a trace but could be read: one sentence each. */
final class TraceWarnings {
    private TraceWarnings() {}

    static String lastLineIsTorn(Source source) {
        return source + " was not written to its end, so it is left out: the recorded program probably stopped there.";
    }

    static String zipIsTorn(String path) {
        return path + " was not zipped to its end, so what it should hold behind is left out: the recorded program"
                + " probably stopped there.";
    }

    static String loopIsNotClosed(Source source) {
        return source + " says that the last state leads back to an earlier one; that step is not looked at.";
    }

    static String eventsDependOnLostOnes(int count) {
        return count + (count == 1 ? " event depends" : " events depend")
                + " on what was lost with a torn last line and so "
                + (count == 1 ? "is" : "are") + " left out.";
    }

    static String defaultIsNotInTheTrace(Source source, String variable) {
        return source + " sets " + variable + " to a default value that is not in the trace, so the variable is not"
                + " compared there.";
    }
}
