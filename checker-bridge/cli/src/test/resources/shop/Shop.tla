-------------------------------- MODULE Shop --------------------------------
(* A shop that is supplied while it is open. Of the faults that it can have, some are noticed and some are not. *)
EXTENDS Naturals
CONSTANT Room            \* how many things it has room for
VARIABLES stock, open    \* how many things it has; whether customers may come in
vars == <<stock, open>>
-----------------------------------------------------------------------------
Init == stock = 0 /\ open = TRUE

Supply ==
    /\ open
    /\ stock < Room
    /\ stock' = stock + 1
    /\ UNCHANGED open

Sell ==
    /\ stock > 1
    /\ stock' = stock - 1
    /\ UNCHANGED open

Close ==
    /\ open
    /\ stock # Room
    /\ open' = FALSE
    /\ UNCHANGED stock

Open ==
    /\ ~open
    /\ open' = TRUE
    /\ UNCHANGED stock

Next == \/ Supply
        \/ Sell
        \/ Close
        \/ Open

Fairness == SF_vars(Supply) /\ WF_vars(Sell) /\ WF_vars(Open)
Spec == Init /\ [][Next]_vars /\ Fairness
-----------------------------------------------------------------------------
TypeOK == stock \in 0..Room /\ open \in BOOLEAN
Anything == stock = stock
AlwaysOpen == open
IsSupplied == <>(stock > 0)
=============================================================================
