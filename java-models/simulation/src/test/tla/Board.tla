---------------------------------- MODULE Board ----------------------------------
(* A notice board, of which readers have copies that may be old. What clients read is no part of it: where a copy is shown *)
(* for the board, no step is wrong, and only the clients can tell.                                                          *)
EXTENDS Naturals

CONSTANT Readers    \* who has a copy

VARIABLES
    value,          \* what stands on the board
    posted,         \* whatever stood there
    copies          \* what each reader has

vars == <<value, posted, copies>>

Init ==
    /\ value = 0
    /\ posted = {}
    /\ copies = [r \in Readers |-> 0]

\* Somebody writes something else on the board.
Post(v) ==
    /\ value' = v
    /\ posted' = posted \cup {v}
    /\ UNCHANGED copies

\* A reader gets what stands or stood on the board.
Copy(r) ==
    /\ \E v \in posted : copies' = [copies EXCEPT ![r] = v]
    /\ UNCHANGED <<value, posted>>

Next ==
    \/ \E v \in 1..3 : Post(v)
    \/ \E r \in Readers : Copy(r)

Spec == Init /\ [][Next]_vars
==================================================================================
