---------------------------- MODULE VectorClocks ----------------------------
(* The order that vector clocks put events in. A clock is a function from       *)
(* processes to how many of their events had been seen; one that is missing     *)
(* counts as 0.                                                                 *)
EXTENDS Naturals, Sequences, Functions
LOCAL INSTANCE TLC

LOCAL At(c, p) == IF p \in DOMAIN c THEN c[p] ELSE 0

\* Whether each event knows of something that those before it do not: none comes after one that knows of it, none twice.
\* Example: IsCausalOrder(<<[a |-> 1], [a |-> 1, b |-> 1]>>, LAMBDA e : e) = TRUE
\* Example: IsCausalOrder(<<[a |-> 1, b |-> 1], [a |-> 1]>>, LAMBDA e : e) = FALSE
\* Example: IsCausalOrder(<<[a |-> 1], [a |-> 1]>>, LAMBDA e : e) = FALSE
IsCausalOrder(log, clock(_)) ==
  \A i \in 1..Len(log) : \A j \in 1..(i - 1) :
    \E p \in DOMAIN clock(log[i]) : clock(log[i])[p] > At(clock(log[j]), p)

\* Whether all that the event knows of has been put in order: seen counts the events of each process.
LOCAL Ready(c, n, seen) ==
  /\ At(c, n) = At(seen, n) + 1
  /\ \A p \in DOMAIN c \ {n} : c[p] <= At(seen, p)

\* The log put in an order that its clocks allow: of the events that may come next always the first of the log. clock, node
\* and domain tell an event's clock, its process, and the processes that a clock counts. An event whose clock never fits,
\* because one that it knows of is missing or there twice, is an error: the log is never shortened.
\* Example: CausalOrder(<<[n |-> "b", c |-> [a |-> 1, b |-> 1]], [n |-> "a", c |-> [a |-> 1]]>>, LAMBDA e : e.c, LAMBDA e : e.n, LAMBDA c : DOMAIN c) = <<[n |-> "a", c |-> [a |-> 1]], [n |-> "b", c |-> [a |-> 1, b |-> 1]]>>
\* Refused: CausalOrder(<<[n |-> "a", c |-> [a |-> 2]]>>, LAMBDA e : e.c, LAMBDA e : e.n, LAMBDA c : DOMAIN c) = <<>>
\* Refused: CausalOrder(<<[n |-> "a", c |-> [a |-> 1]], [n |-> "a", c |-> [a |-> 1]]>>, LAMBDA e : e.c, LAMBDA e : e.n, LAMBDA c : DOMAIN c) = <<>>
CausalOrder(log, clock(_), node(_), domain(_)) ==
  LET known(e) == [p \in domain(clock(e)) |-> clock(e)[p]]
      Fits(e, seen) == Ready(known(e), node(e), seen)
      next[left \in SUBSET (1..Len(log)), seen \in [Range([i \in 1..Len(log) |-> node(log[i])]) -> Nat]] ==
        IF left = {} THEN <<>>
        ELSE LET ready == {i \in left : Fits(log[i], seen)}
                 first == CHOOSE i \in ready : \A j \in ready : i <= j
             IN  IF Assert(ready # {}, <<"CausalOrder: the clocks of these events fit nowhere", {log[i] : i \in left}>>)
                 THEN <<log[first]>> \o next[left \ {first}, [seen EXCEPT ![node(log[first])] = @ + 1]]
                 ELSE <<>>
  IN  next[1..Len(log), [p \in {node(log[i]) : i \in 1..Len(log)} |-> 0]]

=============================================================================
