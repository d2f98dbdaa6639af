------------------------------- MODULE Endless ------------------------------
(* More states than anybody waits for. *)
EXTENDS Naturals
VARIABLES x, y
Init == x = 0 /\ y = 0
Next == (x' = x + 1 /\ y' = y) \/ (y' = y + 1 /\ x' = x)
Near == x + y < 100
TypeOK == x \in Nat /\ y \in Nat
=============================================================================
