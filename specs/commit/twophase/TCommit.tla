------------------------------ MODULE TCommit ------------------------------
(* Transaction commit, seen from outside: a transaction ran at several       *)
(* resource managers (RMs), and they must agree on how it ends. Either all   *)
(* of them commit it or all of them abort it. The module says what any       *)
(* commit protocol may show of its RMs, not how they reach agreement.        *)
(*                                                                           *)
(* Source: J. Gray, L. Lamport, "Consensus on Transaction Commit", section   *)
(* 2. ACM TODS 31(1), 2006, 133-160; Microsoft Research MSR-TR-2003-96.      *)
(*                                                                           *)
(* Left out, and why that is sound:                                          *)
(* - Messages, coordinators, logs: a step here reads the state of every RM   *)
(*   at once. No implementation can; each must show that it refines this.    *)
(* - The reason for which an RM prepares or aborts. Any RM may do either, so *)
(*   whatever an implementation's reasons are, they only narrow the choice.  *)
(* - Progress. Nobody is ever obliged to take a step here: this is a safety  *)
(*   specification, and it holds of a protocol that stops half-way.          *)

CONSTANT RM         \* the resource managers that take part in the transaction

VARIABLE rmState    \* rmState[rm] is how far the resource manager rm has come

vars == rmState

\* working: still busy, it may refuse; prepared: it has promised to do what is
\* decided; committed and aborted are final.
TypeOK == rmState \in [RM -> {"working", "prepared", "committed", "aborted"}]

\* No RM has committed while another one has aborted.
Consistent ==
  \A a, b \in RM : ~ (rmState[a] = "committed" /\ rmState[b] = "aborted")

Init == rmState = [rm \in RM |-> "working"]
-----------------------------------------------------------------------------
\* Commitment is settled: every RM has made its promise, and none has broken it.
CanCommit == \A rm \in RM : rmState[rm] \in {"prepared", "committed"}

\* Nobody has committed so far, so that it is not too late to abort.
NotCommitted == \A rm \in RM : rmState[rm] # "committed"

\* rm promises to commit or abort as is decided. Enabled while rm is working.
Prepare(rm) ==
  /\ rmState[rm] = "working"
  /\ rmState' = [rmState EXCEPT ![rm] = "prepared"]

\* rm commits. Enabled if rm is prepared and every RM is prepared or has
\* committed already.
Commit(rm) ==
  /\ rmState[rm] = "prepared"
  /\ CanCommit
  /\ rmState' = [rmState EXCEPT ![rm] = "committed"]

\* rm aborts. Enabled if rm has not finished and no RM has committed.
Abort(rm) ==
  /\ rmState[rm] \in {"working", "prepared"}
  /\ NotCommitted
  /\ rmState' = [rmState EXCEPT ![rm] = "aborted"]

Next == \E rm \in RM : Prepare(rm) \/ Commit(rm) \/ Abort(rm)

Spec == Init /\ [][Next]_vars
-----------------------------------------------------------------------------
THEOREM Spec => [](TypeOK /\ Consistent)
=============================================================================
