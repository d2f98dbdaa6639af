/** Visits every state of a bounded transition system, and says what holds in all, in some, or sooner or later. */
@NullMarked
package dev.plumb.simulation.explore;

import org.jspecify.annotations.NullMarked;
