---------------------- MODULE RaftRefinesReplicatedLog ----------------------
(* The claim that Raft keeps a log: what its leaders ever knew committed     *)
(* grows and never changes, across crashes and elections.                    *)
(* Source: as for Raft.                                                      *)
EXTENDS Raft

L == INSTANCE ReplicatedLog WITH Entry <- Entry, committed <- Committed

RefinesReplicatedLog == L!Spec

THEOREM Spec => RefinesReplicatedLog
=============================================================================
