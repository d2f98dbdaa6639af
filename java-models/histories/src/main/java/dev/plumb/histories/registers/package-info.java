/** Consistency models for registers with copies, in which clients need not agree on one order. */
@NullMarked
package dev.plumb.histories.registers;

import org.jspecify.annotations.NullMarked;
