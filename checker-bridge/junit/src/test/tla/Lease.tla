---- MODULE Lease ----
\* A lock that one client holds at a time.
CONSTANT Clients
VARIABLE holder \* of the lock: a set of at most one client

Init == holder = {}
Acquire(c) == holder = {} /\ holder' = {c}
Release(c) == c \in holder /\ holder' = holder \ {c}
Next == \E c \in Clients : Acquire(c) \/ Release(c)
Spec == Init /\ [][Next]_holder

AtMostOne == \A a, b \in holder : a = b
Never == holder = {}
====
