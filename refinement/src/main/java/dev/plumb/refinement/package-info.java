/**
 * How Java names what the specification names: the annotation that ties a method to an action, and the recorder.
 *
 * <p>This package is loaded into the JVM of the recorded service. It sees the JDK and {@code plumb-traces} only.
 */
@NullMarked
package dev.plumb.refinement;

import org.jspecify.annotations.NullMarked;
