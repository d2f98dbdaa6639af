----------------------- MODULE VotingRefinesConsensus -----------------------
(* The claim that votes choose at most one value, and for good: whoever sees *)
(* only what has a majority in some ballot sees a behaviour of Consensus.    *)
(* Source: as for Voting.                                                    *)
EXTENDS Voting

\* Most votes leave chosen as it is: they are stuttering steps of Consensus.
C == INSTANCE Consensus WITH Value <- Value, chosen <- chosen

RefinesConsensus == C!Spec

THEOREM Spec => RefinesConsensus
=============================================================================
