-------------------------------- MODULE Odd --------------------------------
(* What TLC represents lazily, cannot enumerate, or cannot evaluate. *)
EXTENDS Naturals, FiniteSets, Sequences

CONSTANT Impl

VARIABLES x, y

Init == x = 0 /\ y = {}

\* The bound is infinite: only an event that gives v can take it.
Put(v) == x' = v /\ UNCHANGED y
Through(v) == Put(v)

\* Its first argument has no value before the step.
After(new, old) == x' = 7 /\ y' = {new, old}

\* Its argument is a set that nobody wants to enumerate.
Choose(from, v) == v \in from /\ y' = v /\ UNCHANGED x

\* It can be evaluated while x is a number below 2.
Fails(v) == x' = (IF x < 2 THEN x + v ELSE v + "one") /\ UNCHANGED y

Lazy ==
  /\ x' = [f |-> [i \in {1, 3} |-> SUBSET {i}], g |-> [{1} -> {2, 3}]]
  /\ y' = [i \in 3..4 |-> {j \in 1..4 : j < i}]

\* x is never said to be anything.
Forgets == y' = {1}

Huge == x' = 0..100000 /\ UNCHANGED y

Abstract == FALSE /\ UNCHANGED <<x, y>>
Concrete == x' = 42 /\ UNCHANGED y

Next ==
  \/ \E v \in Nat : Through(v)
  \/ After(x', x)
  \/ \E v \in {{1}} : Choose(SUBSET (1..60), v)
  \/ \E v \in 1..2 : Fails(v)
  \/ Lazy
  \/ Forgets
  \/ Huge
  \/ Abstract

=============================================================================
