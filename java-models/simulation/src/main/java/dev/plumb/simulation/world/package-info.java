/**
 * The simulated world: an immutable value, and one function that takes a step of it, all of whose choices are a
 * {@link dev.plumb.simulation.world.Chooser}'s.
 */
@NullMarked
package dev.plumb.simulation.world;

import org.jspecify.annotations.NullMarked;
