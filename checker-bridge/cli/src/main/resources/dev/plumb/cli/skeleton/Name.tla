---- MODULE @Name@ ----
(* One client at a time holds it.                                           *)

CONSTANT Client     \* who may ask for it

VARIABLE holders    \* who holds it

vars == <<holders>>

TypeOK == holders \subseteq Client

\* What clients count on.
OneHolder == \A a, b \in holders : a = b

Init == holders = {}

\* c asks for it while nobody holds it.
Acquire(c) ==
  /\ holders = {}
  /\ holders' = {c}

\* c gives back what it holds.
Release(c) ==
  /\ c \in holders
  /\ holders' = holders \ {c}

Next == \E c \in Client : Acquire(c) \/ Release(c)

Spec == Init /\ [][Next]_vars
====
