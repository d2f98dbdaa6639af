package dev.plumb.refinement;

import org.jspecify.annotations.Nullable;

/**
 * A place in the code that takes steps of one action, held in a constant:
 *
 * <pre>{@code
 * private static final ActionSite PREPARE = ActionSite.of("RMPrepare");
 * …
 * recorder.step(PREPARE)       // this line is what a report shows
 * }</pre>
 *
 * <p>The line is found by walking the stack when the first step begins, and never again; so each place needs a constant
 * of its own.
 */
public final class ActionSite {
    private final String action;
    private volatile @Nullable String fileAndLine;

    private ActionSite(String action) {
        this.action = action;
    }

    /** A place, wherever it will turn out to be, that takes steps of the action. */
    public static ActionSite of(String action) {
        return new ActionSite(action);
    }

    /** The name of the action as it stands in the specification. */
    public String action() {
        return action;
    }

    /** To be asked by what the recorded code calls: whoever is first is the place. */
    String fileAndLine() {
        String known = fileAndLine;
        if (known == null) {
            known = CallSite.fileAndLine();
            fileAndLine = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return action;
    }
}
