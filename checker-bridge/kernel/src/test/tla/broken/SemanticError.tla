---- MODULE SemanticError ----
VARIABLE x
Init == x = Zero
Next == x' = x
====
