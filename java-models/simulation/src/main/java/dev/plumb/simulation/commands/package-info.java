/** What {@code plumb} can do with simulated worlds. */
@NullMarked
package dev.plumb.simulation.commands;

import org.jspecify.annotations.NullMarked;
