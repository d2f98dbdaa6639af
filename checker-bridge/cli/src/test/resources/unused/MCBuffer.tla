------------------------------ MODULE MCBuffer ------------------------------
EXTENDS Buffer, TLC, Integers
LOCAL Helper(n) == n .. 3
MCSize == 3
OnlyInConfig == items \in Seq({1})
OnlyInManifest == Put
Copy == INSTANCE Store WITH kept <- items
Bound == Copy!Full
(* Mentioned == *)
=============================================================================
