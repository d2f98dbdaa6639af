-------------------------------- MODULE Lease --------------------------------
(* A lock that one client holds at a time. *)
CONSTANT Clients   \* who may hold it
VARIABLE holder    \* a set: who holds it

Init == holder = {}

MayAcquire == holder = {}

Acquire(c) ==      \* A client gets it while nobody has it.
    /\ MayAcquire
    /\ c \notin holder
    /\ holder' = holder \union {c}

Release(c) ==      \* Who has it gives it back.
    /\ c \in holder
    /\ holder' = holder \ {c}

Next == \E c \in Clients : Acquire(c) \/ Release(c)

Spec == Init /\ [][Next]_holder

OneHolder == \A a, b \in holder : a = b
=============================================================================
