---- MODULE NoInit ----
VARIABLE x
Next == x' = x
====
