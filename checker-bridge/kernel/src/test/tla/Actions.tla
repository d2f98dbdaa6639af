------------------------------ MODULE Actions ------------------------------
(* Every shape in which Next can reach an action. *)
EXTENDS Naturals, Sequences

CONSTANTS Node, Limit

VARIABLES
  x,    \* x[n]: the counter of a node
  msgs, \* what was sent and not yet received
  log   \* what was received

Init == x = [n \in Node |-> 0] /\ msgs = {} /\ log = <<>>

Inc(n, by) ==
  /\ x[n] + by <= Limit
  /\ x' = [x EXCEPT ![n] = @ + by]
  /\ UNCHANGED <<msgs, log>>

Send(n) ==
  /\ x[n] > 0
  /\ msgs' = msgs \cup {[from |-> n, val |-> x[n]]}
  /\ UNCHANGED <<x, log>>

Receive(m) ==
  /\ Len(log) < 2
  /\ msgs' = msgs \ {m}
  /\ log' = Append(log, m.val)
  /\ UNCHANGED x

Swap(a, b) ==
  /\ x' = [x EXCEPT ![a] = x[b], ![b] = x[a]]
  /\ UNCHANGED <<msgs, log>>

Clear ==
  /\ log' = <<>>
  /\ UNCHANGED <<x, msgs>>

Local(n) == Send(n) \/ \E by \in 1..2 : Inc(n, by)

Next ==
  \/ \E n \in Node : Local(n)
  \/ \E m \in
       IF /\ Limit > 0
          /\ \/ log = <<>>
             \/ Len(log) < 2
       THEN msgs
       ELSE {}
     : Receive(m)
  \/ \E <<a, b>> \in Node \X Node : Swap(a, b)
  \/ LET Reset(n) ==
           /\ x[n] = Limit
           /\ x' = [x EXCEPT ![n] = 0]
           /\ UNCHANGED <<msgs, log>>
         Each(n) == Reset(n) \/ Clear
     IN  (\E n \in Node : Each(n))

Spec == Init /\ [][Next]_<<x, msgs, log>>

----
Plain == log' = <<0>> /\ UNCHANGED <<x, msgs>>
Hidden == Clear
Conjoined == Limit > 0 /\ (Plain \/ Hidden)
=============================================================================
