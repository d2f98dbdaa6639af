/**
 * Two-phase commit with logs and presumed abort, after R* (Mohan, Lindsay and Obermarck, 1986): everyone may crash at any time
 * and comes back with what stands in its log. The specification is {@code specs/commit/recovery}.
 */
@NullMarked
package dev.plumb.protocols.commit.recovery;

import org.jspecify.annotations.NullMarked;
