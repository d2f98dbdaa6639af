package dev.plumb.simulation.drive;

import dev.plumb.simulation.world.Chooser;
import dev.plumb.simulation.world.WorldState;

/** A chooser that looks at the world before it chooses. */
interface Watching extends Chooser {

    /** The world is in this state, and its next step is chosen. */
    void watch(WorldState state);
}
