package dev.plumb.simulation.world;

import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.Effect;
import dev.plumb.simulation.Input;
import java.util.List;

/**
 * What happened in a step of the world.
 *
 * @param acts what nodes did about it, in order
 */
public record Happened(Move move, List<Act> acts) {

    /** A node's answer to one input. */
    public record Act(String node, Input input, List<SpecStep> notes, List<Effect> effects) {}
}
