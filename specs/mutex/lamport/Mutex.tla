------------------------------- MODULE Mutex --------------------------------
(* Mutual exclusion, seen from outside: processes ask for a resource, have   *)
(* it for a while and give it back, and no two of them have it at once. The  *)
(* module says what any algorithm may show of its processes.                 *)
(*                                                                           *)
(* Source: L. Lamport, "Time, Clocks, and the Ordering of Events in a        *)
(* Distributed System". CACM 21(7), 1978, 558-565: condition (I) there.      *)
(*                                                                           *)
(* Left out, and why that is sound:                                          *)
(* - How the processes find out whose turn it is. A step here looks at all   *)
(*   of them at once; an algorithm must show that it refines this.           *)
(* - Condition (II), that requests are granted in the order in which they    *)
(*   were made, and (III), that every request is granted. Both only take     *)
(*   behaviours away; LamportMutex states what it has of them by itself.     *)

CONSTANT Process    \* who asks for the resource

VARIABLE phase      \* phase[p] is what the process p is doing

vars == phase

\* idle: it does not need the resource; waiting: it has asked; inside: it has it.
TypeOK == phase \in [Process -> {"idle", "waiting", "inside"}]

Exclusive ==
  \A p, q \in Process : phase[p] = "inside" /\ phase[q] = "inside" => p = q

Init == phase = [p \in Process |-> "idle"]
-----------------------------------------------------------------------------
\* p asks for the resource. Enabled while it is idle.
Ask(p) ==
  /\ phase[p] = "idle"
  /\ phase' = [phase EXCEPT ![p] = "waiting"]

\* p gets the resource. Enabled if p waits and nobody has it.
Get(p) ==
  /\ phase[p] = "waiting"
  /\ \A q \in Process : phase[q] # "inside"
  /\ phase' = [phase EXCEPT ![p] = "inside"]

\* p gives the resource back. Enabled while it has it.
GiveBack(p) ==
  /\ phase[p] = "inside"
  /\ phase' = [phase EXCEPT ![p] = "idle"]

Next == \E p \in Process : Ask(p) \/ Get(p) \/ GiveBack(p)

Spec == Init /\ [][Next]_vars
-----------------------------------------------------------------------------
THEOREM Spec => [](TypeOK /\ Exclusive)
=============================================================================
