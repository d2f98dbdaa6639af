/**
 * What was seen: values, events and traces, and how they stand on disk.
 *
 * <p>This package is loaded into the JVM of the recorded service. It sees the JDK and {@code jackson-core} only.
 */
@NullMarked
package dev.plumb.traces;

import org.jspecify.annotations.NullMarked;
