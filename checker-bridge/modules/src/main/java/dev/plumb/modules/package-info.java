/** TLA+ modules that specifications use and TLC does not bring. */
@NullMarked
package dev.plumb.modules;

import org.jspecify.annotations.NullMarked;
