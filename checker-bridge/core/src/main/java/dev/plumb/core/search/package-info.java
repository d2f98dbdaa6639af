/** The search for a behaviour of the spec that explains a trace. It knows states and steps, but nothing of TLC. */
@NullMarked
package dev.plumb.core.search;

import org.jspecify.annotations.NullMarked;
