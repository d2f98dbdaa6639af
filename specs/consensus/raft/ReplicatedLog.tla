---------------------------- MODULE ReplicatedLog ----------------------------
(* What a replicated log is for: a sequence of commands that are committed.  *)
(* It grows at its end, and what it has it keeps. Each place of it is a      *)
(* consensus: it gets one entry, for good.                                   *)
(* Source: the log of the replicated state machine in F. Schneider,          *)
(* "Implementing Fault-Tolerant Services Using the State Machine Approach".  *)
(* ACM Computing Surveys 22(4), 1990, 299-319.                               *)
(* Left out: who appends what, and how many copies there are.                *)
EXTENDS Naturals, Sequences

CONSTANT
  Entry         \* what can stand in a log

VARIABLE
  committed     \* the entries that are committed, in order

vars == committed

TypeOK == committed \in Seq(Entry)

Init == committed = <<>>

\* Some entries are committed, behind those that are.
Extend ==
  /\ Len(committed') > Len(committed)
  /\ SubSeq(committed', 1, Len(committed)) = committed

Next == Extend

Spec == Init /\ [][Next]_vars
=============================================================================
