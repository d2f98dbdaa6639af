/** The command line: flags become requests, outcomes become text and exit codes. No logic of its own. */
@NullMarked
package dev.plumb.cli;

import org.jspecify.annotations.NullMarked;
