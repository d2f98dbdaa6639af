/** What clients of a simulated world call and hear, as a history, and while worlds are explored. */
@NullMarked
package dev.plumb.simulation.clients;

import org.jspecify.annotations.NullMarked;
