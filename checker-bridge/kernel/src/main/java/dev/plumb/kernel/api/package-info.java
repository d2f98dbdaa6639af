/**
 * What the rest of Plumb sees of a specification that is loaded into TLC's evaluator. Types of the JDK and of
 * {@code dev.plumb.traces} only: TLC's own classes stay behind the class loader of each loaded spec.
 */
@NullMarked
package dev.plumb.kernel.api;

import org.jspecify.annotations.NullMarked;
