/** Finds the processes of a behaviour, and what they send each other, in its states. */
@NullMarked
package dev.plumb.core.lanes;

import org.jspecify.annotations.NullMarked;
