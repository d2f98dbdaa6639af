/** What drives a simulated world: chooses, looks at what comes of it, and keeps what failed. */
@NullMarked
package dev.plumb.simulation.drive;

import org.jspecify.annotations.NullMarked;
