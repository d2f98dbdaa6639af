/**
 * Paxos for a single decision after Lamport, Paxos Made Simple (2001): proposers get a majority of acceptors to vote for the
 * same value in the same ballot, and a learner finds that out. The specification is {@code specs/consensus/paxos}.
 */
@NullMarked
package dev.plumb.protocols.consensus.paxos;

import org.jspecify.annotations.NullMarked;
