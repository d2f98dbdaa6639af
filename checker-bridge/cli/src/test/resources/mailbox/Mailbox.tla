------------------------------ MODULE Mailbox -------------------------------
(* Letters are sent and received. Which can be received depends on the state: Next quantifies over a variable. *)
EXTENDS Naturals
VARIABLES msgs,     \* the letters on their way
          got       \* the letters that have arrived
-----------------------------------------------------------------------------
Init == msgs = {} /\ got = {}

Send(m) ==
    /\ msgs' = msgs \cup {m}
    /\ UNCHANGED got

Receive(m) ==
    /\ m \notin got
    /\ msgs' = msgs \ {m}
    /\ got' = got \cup {m}

Next == (\E m \in 1..3 : Send(m)) \/ (\E m \in msgs : Receive(m))
Spec == Init /\ [][Next]_<<msgs, got>>
=============================================================================
