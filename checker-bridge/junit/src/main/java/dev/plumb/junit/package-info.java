/** Models and traces as JUnit 5 tests. */
@NullMarked
package dev.plumb.junit;

import org.jspecify.annotations.NullMarked;
