/** Goals for Maven. Each has the command line look at a project, and tells the build what came of it. */
@NullMarked
package dev.plumb.maven;

import org.jspecify.annotations.NullMarked;
