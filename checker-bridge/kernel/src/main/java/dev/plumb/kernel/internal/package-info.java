/** The only code that is compiled against TLC's classes. It is loaded anew, with them, for every spec. */
@NullMarked
package dev.plumb.kernel.internal;

import org.jspecify.annotations.NullMarked;
