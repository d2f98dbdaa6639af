/** The programming model of the Java implementations, and what runs them: nodes are pure functions, runners do the rest. */
@NullMarked
package dev.plumb.simulation;

import org.jspecify.annotations.NullMarked;
