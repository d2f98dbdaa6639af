-------------------------- MODULE Linearizability --------------------------
(* What it means that a history of calls of a register is linearizable: every *)
(* call seems to take effect at one moment between its start and its end.     *)
(*                                                                            *)
(* Source: M. Herlihy, J. Wing, "Linearizability: A Correctness Condition for *)
(* Concurrent Objects", section 2. ACM TOPLAS 12(3), 1990, 463-492.           *)
(*                                                                            *)
(* Left out, and why that is sound:                                           *)
(* - Objects other than one register. Locality (theorem 1 there) lets several *)
(*   be looked at one by one, and only Effect knows that this is a register.  *)
(* - Well-formedness: that a client makes one call at a time. The definition  *)
(*   does not need it.                                                        *)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANT Nothing      \* the value of a register that was never written

(* A call is a record: op is "read" or "write", value what was written or     *)
(* read, start and end are times, and end is Never if there was no answer.    *)
(* A history is a sequence of calls, in any order.                            *)

\* Later than every time, and no time: a call without an answer may take effect
\* at any moment after its start, or not at all.
Never == 0

Answered(call) == call.end # Never

\* a was over when b began. At the same moment they count as concurrent.
Precedes(a, b) == Answered(a) /\ a.end < b.start

\* The value of the register after the calls order[1 .. n] of the history h.
RECURSIVE ValueAfter(_, _, _)
ValueAfter(h, order, n) ==
  IF n = 0 THEN Nothing
  ELSE IF h[order[n]].op = "write" THEN h[order[n]].value
  ELSE ValueAfter(h, order, n - 1)

\* Every read that was answered has returned what the register held.
Legal(h, order) ==
  \A n \in 1 .. Len(order) :
    LET call == h[order[n]] IN
    call.op = "read" /\ Answered(call) => call.value = ValueAfter(h, order, n - 1)

\* No call comes behind one that began when it was over already.
KeepsRealTime(h, order) ==
  \A m, n \in 1 .. Len(order) :
    m < n => ~ Precedes(h[order[n]], h[order[m]])

\* The sequences in which each element of S stands once.
Orders(S) ==
  {order \in [1 .. Cardinality(S) -> S] :
     \A m, n \in 1 .. Cardinality(S) : m # n => order[m] # order[n]}

\* Of the calls without an answer some took effect; the others are left out.
Linearizable(h) ==
  LET answered   == {i \in 1 .. Len(h) : Answered(h[i])}
      unanswered == 1 .. Len(h) \ answered
  IN  \E some \in SUBSET unanswered :
        \E order \in Orders(answered \cup some) :
          KeepsRealTime(h, order) /\ Legal(h, order)
=============================================================================
