/** A trace and a spec as TLA+ modules that stock TLC checks: the independent witness of our own search. */
@NullMarked
package dev.plumb.core.witness;

import org.jspecify.annotations.NullMarked;
