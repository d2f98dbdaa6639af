/**
 * Three-phase commit after Skeen, Nonblocking Commit Protocols (1981): whoever is left when others crash can end the
 * transaction, as long as whoever does not answer has crashed. The specification is {@code specs/commit/threephase}.
 */
@NullMarked
package dev.plumb.protocols.commit.threephase;

import org.jspecify.annotations.NullMarked;
