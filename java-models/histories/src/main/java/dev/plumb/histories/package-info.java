/** What clients saw of a service, and whether a consistency model allows it. */
@NullMarked
package dev.plumb.histories;

import org.jspecify.annotations.NullMarked;
