------------------------- MODULE PaxosRefinesVoting -------------------------
(* The claim that Paxos makes acceptors vote as Voting demands: they see the *)
(* votes of others only through messages, and still never vote for what is   *)
(* not safe. Since Voting refines Consensus, so does Paxos.                  *)
(* Source: as for Paxos.                                                     *)
EXTENDS Paxos

\* A promise is a step that raises maxBal, a vote is one that adds to votes.
\* What proposers and learners do changes neither.
V == INSTANCE Voting WITH votes <- votes, maxBal <- maxBal

RefinesVoting == V!Spec

THEOREM Spec => RefinesVoting
=============================================================================
