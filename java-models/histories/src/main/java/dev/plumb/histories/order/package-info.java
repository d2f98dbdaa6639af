/** Consistency models that ask for one order of all calls: linearizability and sequential consistency. */
@NullMarked
package dev.plumb.histories.order;

import org.jspecify.annotations.NullMarked;
