------------------------------ MODULE Reasons ------------------------------
(* Every way in which an action can fail to be a step. *)
EXTENDS Naturals

CONSTANT Node

VARIABLES x, s

Init == x = [n \in Node |-> 0] /\ s = {}

IsReady(n) ==
  /\ x[n] >= 0
  /\ x[n] > 3     \* the guilty one

Guarded(n) ==
  /\ TRUE
  /\ IsReady(n)
  /\ UNCHANGED <<x, s>>

WithLet(n) ==
  LET double == 2 * x[n]
  IN  /\ double = 8
      /\ UNCHANGED <<x, s>>

WithIf(n) ==
  IF x[n] = 0
  THEN s = {n} /\ UNCHANGED <<x, s>>
  ELSE UNCHANGED <<x, s>>

WithCase(n) ==
  CASE x[n] = 1 -> UNCHANGED <<x, s>>
    [] x[n] = 0 -> x[n] = 9 /\ UNCHANGED <<x, s>>

OneInstance(n) ==
  \E m \in {n} : x[m] = 5 /\ UNCHANGED <<x, s>>

ManyInstances ==
  \E m \in Node : x[m] = 5 /\ UNCHANGED <<x, s>>

NoInstance ==
  \E m \in s : UNCHANGED <<x, s>>

ForAll ==
  /\ UNCHANGED <<x, s>>
  /\ \A m \in Node : /\ x[m] = 0
                     /\ x'[m] = 0

AnyOf(n) ==
  /\ \/ x[n] = 1
     \/ x[n] = 2
  /\ UNCHANGED <<x, s>>

Primed(n) ==
  /\ x' = [x EXCEPT ![n] = 1]
  /\ s' = s
  /\ x'[n] = 2

PassedOn(new) == new = 3
PrimedArgument(n) ==
  /\ UNCHANGED x
  /\ s' = {3}
  /\ \A v \in {1} : PassedOn(x'[n])

Broken(n) ==
  /\ x[n] = 0
  /\ x[n] = "zero"
  /\ UNCHANGED <<x, s>>

Works(n) ==
  /\ x' = [x EXCEPT ![n] = 1]
  /\ s' = {n}

Next ==
  \/ \E n \in Node :
       \/ Guarded(n) \/ WithLet(n) \/ WithIf(n) \/ WithCase(n) \/ OneInstance(n)
       \/ AnyOf(n) \/ Primed(n) \/ PrimedArgument(n) \/ Broken(n) \/ Works(n)
  \/ ManyInstances
  \/ NoInstance
  \/ ForAll
=============================================================================
