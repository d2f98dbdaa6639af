/** What must come before what, and the circles in it that show that a model forbids a history. */
@NullMarked
package dev.plumb.histories.graph;

import org.jspecify.annotations.NullMarked;
