-------------------------------- MODULE Twin --------------------------------
(* The variables and constants of module Actions, meaning something else. *)
EXTENDS Naturals
CONSTANTS Node, Limit
VARIABLES log, x
Init == log \in Node /\ x = Limit
Send(n) == log' = n /\ x' = x + 1
Next == \E n \in Node : Send(n)
=============================================================================
