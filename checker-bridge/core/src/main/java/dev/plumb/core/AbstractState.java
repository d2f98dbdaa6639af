package dev.plumb.core;

import dev.plumb.kernel.api.SpecState;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A state of some code in the variables of the spec, and which of the spec's steps from there the code has shown. */
final class AbstractState {
    private final SpecState state;
    private final BitSet shown = new BitSet();
    private long @Nullable [] next;

    AbstractState(SpecState state) {
        this.state = state;
    }

    long print() {
        return state.fingerprint();
    }

    /**
     * Whether the spec has a step from here to there, which then is shown.
     *
     * @param steps tells where the spec's steps lead, and is asked once
     */
    synchronized boolean leadsTo(long print, Function<SpecState, long[]> steps) {
        if (next == null) {
            next = Arrays.stream(steps.apply(state)).sorted().distinct().toArray();
        }
        int index = Arrays.binarySearch(next, print);
        if (index >= 0) {
            shown.set(index);
        }
        return index >= 0;
    }

    synchronized boolean hasShown(long print) {
        int index = next == null ? -1 : Arrays.binarySearch(next, print);
        return index >= 0 && shown.get(index);
    }
}
