---- MODULE NoValue ----
EXTENDS Naturals
CONSTANT N
VARIABLES x, y
Init == x = 0
Broken == x = 0 /\ y = x + "one"
Next == x' = x + N /\ UNCHANGED y
Infinite == \E i \in Nat : x' = i /\ UNCHANGED y
Half == x' = x
Inv == x = "zero"
====
