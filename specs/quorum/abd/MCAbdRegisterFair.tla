------------------------- MODULE MCAbdRegisterFair --------------------------
(* AbdRegister without a history made ready for TLC: bounds, and who goes on.*)
(* Progress is checked here, where there are fewer states.                   *)
EXTENDS AbdRegister

CONSTANT CallsMax      \* so many calls in a behaviour, at most

ASSUME Writer \subseteq Client
ASSUME Nothing \notin Value
ASSUME IsFiniteSet(Replica)

RECURSIVE Calls(_)
Calls(c) == IF c = 0 THEN 0 ELSE turn[c] + Calls(c - 1)

Bounded_MayCall(c) == Calls(N) < CallsMax

\* The first client makes one call and the second two: enough for a write and for
\* two reads one after the other.
Staggered_MayCall(c) == turn[c] < c

\* In models with more calls only the first client can crash, while it is having
\* its first version stored, and replicas do not answer twice.
Seldom_MayCrash(c) == c = 1 /\ turn[c] = 1 /\ phase[c] = "storing"

Once_MayReport(r, c) == \A m \in reports[c] : m.from # r
-----------------------------------------------------------------------------
(* How many replicas must go on: a majority, and no less.                    *)

One == CHOOSE r \in Replica : TRUE

AllButOne == Replica \ {One}

OnlyOne == {One}
-----------------------------------------------------------------------------
(* For pictures: who the processes are.                                      *)

PlumbLanes == Client \cup Replica
=============================================================================
