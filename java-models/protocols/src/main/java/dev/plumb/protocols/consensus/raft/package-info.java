/**
 * Raft after Ongaro and Ousterhout, In Search of an Understandable Consensus Algorithm (2014): servers elect one of them to
 * lead a term, and keep copies of its log, from which each carries out what is committed. Names are those of figure 2 of the
 * paper. The specification is {@code specs/consensus/raft}.
 */
@NullMarked
package dev.plumb.protocols.consensus.raft;

import org.jspecify.annotations.NullMarked;
