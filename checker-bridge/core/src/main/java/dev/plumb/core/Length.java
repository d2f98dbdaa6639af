package dev.plumb.core;

import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.Outcome.Violates;
import dev.plumb.core.tlc.Mode;
import java.util.Optional;

/** Whether there may be a shorter counterexample than the one that is shown: what the way in which it was found says. */
final class Length {
    private final CheckOptions options;
    private final boolean hasView;

    Length(CheckOptions options, Config config) {
        this.options = options;
        this.hasView = config.name("VIEW").isPresent();
    }

    /** Whether it was found at random, and so has steps that have nothing to do with it. */
    boolean isRandom() {
        return options.mode() instanceof Mode.Simulation;
    }

    /** Of one that is shown as TLC found it; empty where nothing is known. */
    Optional<String> inWords(Outcome outcome, int states) {
        boolean endsBehaviour = outcome instanceof Outcome.Deadlocks
                || (outcome instanceof Violates violates
                        && (violates.kind() == PropertyKind.INVARIANT
                                || violates.kind() == PropertyKind.ACTION_PROPERTY));
        if (!endsBehaviour || !(options.mode() instanceof Mode.BreadthFirst)) {
            return Optional.empty();
        } else if (options.workers() == 1 && !hasView) {
            return Optional.of("shortest (proven by breadth-first search to depth " + states + ")");
        }
        return Optional.of("not proven shortest: only one worker without a VIEW finds the shortest first");
    }

    /** Of one that was shortened, from so many states. */
    static String inWords(int foundWith, int states, boolean isMinimal) {
        String shortened = foundWith == states ? "" : ", shortened from " + foundWith + " states";
        return (isMinimal ? "minimal, not proven shortest" : "not proven shortest") + shortened;
    }
}
