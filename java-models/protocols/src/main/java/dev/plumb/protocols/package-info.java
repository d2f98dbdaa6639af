/** What several protocols share. Each has a package below, named like the folder of its specification. */
@NullMarked
package dev.plumb.protocols;

import org.jspecify.annotations.NullMarked;
