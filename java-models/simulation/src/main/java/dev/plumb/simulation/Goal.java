package dev.plumb.simulation;

import dev.plumb.simulation.world.WorldState;
import java.util.function.Predicate;

/** What a world is to come to, and not only may. */
public record Goal(Kind kind, String name, Predicate<WorldState> isReached) {

    /** Who has to come there. */
    public enum Kind {
        /** Some behaviour: else the world is not the one that was meant, and what holds in it says little. */
        SOMETIMES,
        /** Every behaviour that is fair. */
        EVENTUALLY
    }
}
