----------------------------- MODULE Consensus ------------------------------
(* Consensus, seen from outside: of the values that were proposed one is     *)
(* chosen, once and for all. The module says what any algorithm may show of  *)
(* its choice, not how the choice is made.                                   *)
(*                                                                           *)
(* Source: L. Lamport, "Paxos Made Simple", section 2.1: the requirements on *)
(* safety. ACM SIGACT News 32(4), 2001, 51-58.                               *)
(*                                                                           *)
(* Left out, and why that is sound:                                          *)
(* - Who proposes what. Value is the set of the values that were proposed.   *)
(* - Who learns of the choice. A learner must have read it from chosen,      *)
(*   which is a property of a specification that has learners.               *)
(* - Progress. That nothing is ever chosen is allowed.                       *)

CONSTANT Value      \* the values that were proposed

VARIABLE chosen     \* the values that have been chosen

vars == chosen

TypeOK == chosen \subseteq Value

\* No two values are chosen.
Agreement == \A v, w \in chosen : v = w

Init == chosen = {}
-----------------------------------------------------------------------------
\* v is chosen. Enabled while nothing is.
Choose(v) ==
  /\ chosen = {}
  /\ chosen' = {v}

Next == \E v \in Value : Choose(v)

Spec == Init /\ [][Next]_vars
-----------------------------------------------------------------------------
THEOREM Spec => [](TypeOK /\ Agreement)
=============================================================================
