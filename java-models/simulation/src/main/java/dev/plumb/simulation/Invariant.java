package dev.plumb.simulation;

import dev.plumb.simulation.world.WorldState;
import java.util.function.Predicate;

/** What must be true of every state of a world. */
public record Invariant(String name, Predicate<WorldState> holds) {}
