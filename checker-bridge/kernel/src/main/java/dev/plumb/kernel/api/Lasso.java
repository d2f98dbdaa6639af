package dev.plumb.kernel.api;

import java.util.List;

/**
 * An infinite behaviour: its states, the last of which is followed by that at {@code loopsTo} again, and so on for ever. A
 * behaviour that ends in stuttering loops to its last state.
 *
 * @param loopsTo index of the first state of the loop
 */
public record Lasso(List<SpecState> states, int loopsTo) {
    public Lasso {
        if (loopsTo < 0 || loopsTo >= states.size()) {
            throw new IllegalArgumentException("no state " + loopsTo + " of " + states.size());
        }
    }
}
