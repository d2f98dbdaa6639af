---------------- MODULE EveryKind ----------------
\* A behaviour of Kinds, as the sequence of its states.
EXTENDS Integers, TLC   \* for -1, for :> and @@
CONSTANTS m1, m2

Behaviour == <<
  \* 1: initial state
  [n |-> 1, s |-> {"a", "b"}, t |-> <<m1>>],
  \* 2: Act("a (b")
  [n |-> -2, s |-> {}, t |-> (m2 :> [f |-> TRUE])]
>>
================================
