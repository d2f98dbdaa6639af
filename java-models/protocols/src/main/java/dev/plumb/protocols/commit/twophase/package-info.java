/**
 * Two-phase commit after Gray and Lamport, Consensus on Transaction Commit (2006), section 3: a coordinator commits a
 * transaction once all resource managers have prepared it. The specification is {@code specs/commit/twophase}.
 */
@NullMarked
package dev.plumb.protocols.commit.twophase;

import org.jspecify.annotations.NullMarked;
