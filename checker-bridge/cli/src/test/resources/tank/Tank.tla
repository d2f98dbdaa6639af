-------------------------------- MODULE Tank --------------------------------
(* A tank that is filled and drained, a unit at a time: small enough to see what is printed about it. *)
EXTENDS Naturals
CONSTANT Capacity   \* how many units it holds
VARIABLE level      \* how many units are in it
-----------------------------------------------------------------------------
Init == level = 0

Fill ==
    /\ level < Capacity
    /\ level' = level + 1

Drain(n) ==
    /\ level >= n
    /\ level' = level - n

Next == Fill \/ \E n \in 1..2 : Drain(n)
Spec == Init /\ [][Next]_level
-----------------------------------------------------------------------------
TypeOK == level \in 0..Capacity
NeverFull == level < Capacity
FillsUp == <>(level = Capacity)
=============================================================================
