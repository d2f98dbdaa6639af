/** TLC as a child process: how it is started, what it prints, what that means. */
@NullMarked
package dev.plumb.core.tlc;

import org.jspecify.annotations.NullMarked;
