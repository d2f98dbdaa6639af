/** Everything that Plumb brings, run: the demo, and the tests that hold specs, models, traces and code together. */
@NullMarked
package dev.plumb.catalogue;

import org.jspecify.annotations.NullMarked;
