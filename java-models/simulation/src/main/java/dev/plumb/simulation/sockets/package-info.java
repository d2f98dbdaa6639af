/** A simulated run, had again by real processes that talk over TCP and write to real files. */
@NullMarked
package dev.plumb.simulation.sockets;

import org.jspecify.annotations.NullMarked;
