---------------------- MODULE LamportMutexRefinesMutex ----------------------
(* The claim that Lamport's algorithm excludes: whoever sees only which      *)
(* processes have asked and which have entered sees a behaviour of Mutex.    *)
(* Source: as for LamportMutex. It says more than the invariant Exclusive:   *)
(* it forbids steps too, such as that of a process that enters unasked.      *)
EXTENDS LamportMutex

\* A request of a process's own is what makes it wait, until it is inside.
Phase(p) ==
  IF p \in inside THEN "inside"
  ELSE IF asked[p][p] # 0 THEN "waiting"
  ELSE "idle"

\* Receiving leaves the phases alone: those are stuttering steps of Mutex.
M == INSTANCE Mutex WITH phase <- [p \in Process |-> Phase(p)]

RefinesMutex == M!Spec

THEOREM Spec => RefinesMutex
=============================================================================
