/** Checks and their outcomes: a model by TLC, a trace by the kernel. Never sees a user's classes. */
@NullMarked
package dev.plumb.core;

import org.jspecify.annotations.NullMarked;
