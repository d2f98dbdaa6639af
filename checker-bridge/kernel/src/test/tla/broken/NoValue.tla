---- MODULE NoValue ----
EXTENDS Naturals
CONSTANT N
VARIABLES x, y
Init == x = 0
Broken == x = 0 /\ y = x + "one"
Next == x' = x + N /\ UNCHANGED y
Inv == x = "zero"
====
