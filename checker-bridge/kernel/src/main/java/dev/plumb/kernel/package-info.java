/** The door to TLC's evaluator: {@link dev.plumb.kernel.Kernel} loads a specification into a TLC of its own. */
@NullMarked
package dev.plumb.kernel;

import org.jspecify.annotations.NullMarked;
