/** Holds a bounded system against its specification, in both directions. */
@NullMarked
package dev.plumb.simulation.conform;

import org.jspecify.annotations.NullMarked;
