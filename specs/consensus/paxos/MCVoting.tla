------------------------------ MODULE MCVoting ------------------------------
(* Voting made ready for TLC: bounds, planted bugs and probes.               *)
EXTENDS VotingRefinesConsensus

ASSUME IsFiniteSet(Value) /\ Cardinality(Value) >= 2
ASSUME IsFiniteSet(Acceptor) /\ Acceptor # {}
ASSUME BallotMax \in Nat

\* When every acceptor is at the last ballot and has voted there, or cannot,
\* nobody moves. Before that, somebody can.
StopsOnlyAtTheEnd ==
  ENABLED Next \/ \A a \in Acceptor : maxBal[a] = BallotMax
-----------------------------------------------------------------------------
(* Planted bugs. Each replaces one definition of Voting, in a .cfg that is   *)
(* named after it.                                                           *)

\* An acceptor votes for whatever is proposed.
Blind_SafeAt(b, v) == TRUE

\* An acceptor votes in ballots that it has promised to leave alone.
Forgetful_MayVoteAt(a, b) == TRUE

\* Half of the acceptors are taken for a majority.
Meager_Quorum ==
  {Q \in SUBSET Acceptor : 2 * Cardinality(Q) >= Cardinality(Acceptor)}
-----------------------------------------------------------------------------
(* Probes: false claims, which TLC must refute.                              *)

NothingChosen == chosen = {}

\* Once an acceptor has voted for a value it never votes for another one.
NobodyChangesItsMind ==
  \A a \in Acceptor : \A s, t \in votes[a] : s[2] = t[2]
=============================================================================
