------------------------------ MODULE TwoPhase ------------------------------
(* Two-phase commit: a transaction manager (TM) makes the resource managers  *)
(* (RMs) of one transaction agree to commit or to abort it. First every RM   *)
(* promises to do as it is told, it prepares; then the TM decides: commit if *)
(* it has all promises, abort whenever it likes.                             *)
(*                                                                           *)
(* Source: J. Gray, L. Lamport, "Consensus on Transaction Commit", section   *)
(* 3. ACM TODS 31(1), 2006, 133-160; Microsoft Research MSR-TR-2003-96. The  *)
(* states and steps are those of the paper's specification.                  *)
(*                                                                           *)
(* Left out, and why that is sound:                                          *)
(* - The TM's request to prepare. RMs prepare of their own accord: waiting   *)
(*   for a request would only take behaviours away.                          *)
(* - The refusal that an RM sends when it aborts. All it does is make the TM *)
(*   abort, and the TM may do that here at any time. Timeouts, likewise.     *)
(* - Loss, delay and duplication of messages. msgs holds whatever was ever   *)
(*   sent. A step that a message enables may be taken late, again, or never, *)
(*   so that a lost message is one that nobody reads.                        *)
(* - Crashes. One that is down takes no steps, which nothing here forbids.   *)
(*   Who comes back must know its own state: an implementation has to log it *)
(*   before it sends a message that tells of it.                             *)
(* - Other transactions. They share no state with this one.                  *)

CONSTANT RM       \* the resource managers that take part in the transaction

VARIABLES
  rmState,        \* rmState[rm] is how far the resource manager rm has come
  tmState,        \* the TM's decision, "init" as long as there is none
  tmPrepared,     \* the RMs of whose promise the TM has heard
  msgs            \* all messages that were ever sent; none is ever removed

vars == <<rmState, tmState, tmPrepared, msgs>>

\* A promise names the RM that gives it. A decision goes to every RM: it is one
\* message, that each of them can read.
Message == [type : {"Prepared"}, rm : RM] \cup [type : {"Commit", "Abort"}]

\* working: still busy, it may refuse; prepared: it has promised to do what is
\* decided; committed and aborted are final.
TypeOK ==
  /\ rmState \in [RM -> {"working", "prepared", "committed", "aborted"}]
  /\ tmState \in {"init", "committed", "aborted"}
  /\ tmPrepared \subseteq RM
  /\ msgs \subseteq Message

\* No RM has committed while another one has aborted.
Consistent ==
  \A a, b \in RM : ~ (rmState[a] = "committed" /\ rmState[b] = "aborted")

Init ==
  /\ rmState = [rm \in RM |-> "working"]
  /\ tmState = "init"
  /\ tmPrepared = {}
  /\ msgs = {}
-----------------------------------------------------------------------------
(* The guards on which agreement rests. Each has a name, so that a model can *)
(* replace it by a faulty one; see MCTwoPhase.                               *)

\* The TM has not decided yet.
Undecided == tmState = "init"

\* The TM has every promise.
AllPrepared == tmPrepared = RM

\* rm has neither promised anything nor finished.
Working(rm) == rmState[rm] = "working"
-----------------------------------------------------------------------------
(* Steps of the transaction manager.                                         *)

\* The TM takes note of rm's promise. Enabled while the TM is undecided and rm
\* has sent it. Hearing of it a second time changes nothing.
TMRcvPrepared(rm) ==
  /\ Undecided
  /\ [type |-> "Prepared", rm |-> rm] \in msgs
  /\ tmPrepared' = tmPrepared \cup {rm}
  /\ UNCHANGED <<rmState, tmState, msgs>>

\* The TM decides to commit and says so to every RM. Enabled while the TM is
\* undecided and has the promise of every RM.
TMCommit ==
  /\ Undecided
  /\ AllPrepared
  /\ tmState' = "committed"
  /\ msgs' = msgs \cup {[type |-> "Commit"]}
  /\ UNCHANGED <<rmState, tmPrepared>>

\* The TM decides to abort and says so to every RM. Enabled while the TM is
\* undecided, whatever it has heard: an RM refused, or it waited long enough.
TMAbort ==
  /\ Undecided
  /\ tmState' = "aborted"
  /\ msgs' = msgs \cup {[type |-> "Abort"]}
  /\ UNCHANGED <<rmState, tmPrepared>>
-----------------------------------------------------------------------------
(* Steps of a resource manager.                                              *)

\* rm promises to do what is decided. Enabled while rm is working.
RMPrepare(rm) ==
  /\ Working(rm)
  /\ rmState' = [rmState EXCEPT ![rm] = "prepared"]
  /\ msgs' = msgs \cup {[type |-> "Prepared", rm |-> rm]}
  /\ UNCHANGED <<tmState, tmPrepared>>

\* rm aborts alone, and tells nobody. Enabled while rm is working: whoever has
\* promised must wait for the decision.
RMChooseToAbort(rm) ==
  /\ Working(rm)
  /\ rmState' = [rmState EXCEPT ![rm] = "aborted"]
  /\ UNCHANGED <<tmState, tmPrepared, msgs>>

\* rm learns of the decision to commit, and commits. Enabled once that was sent,
\* whatever rm's state: that rm has prepared follows from AllPrepared.
RMRcvCommitMsg(rm) ==
  /\ [type |-> "Commit"] \in msgs
  /\ rmState' = [rmState EXCEPT ![rm] = "committed"]
  /\ UNCHANGED <<tmState, tmPrepared, msgs>>

\* rm learns of the decision to abort, and aborts. Enabled once that was sent,
\* whatever rm's state: that rm has not committed follows from Undecided.
RMRcvAbortMsg(rm) ==
  /\ [type |-> "Abort"] \in msgs
  /\ rmState' = [rmState EXCEPT ![rm] = "aborted"]
  /\ UNCHANGED <<tmState, tmPrepared, msgs>>

Next ==
  \/ TMCommit
  \/ TMAbort
  \/ \E rm \in RM : \/ TMRcvPrepared(rm)
                    \/ RMPrepare(rm)
                    \/ RMChooseToAbort(rm)
                    \/ RMRcvCommitMsg(rm)
                    \/ RMRcvAbortMsg(rm)

Spec == Init /\ [][Next]_vars
-----------------------------------------------------------------------------
(* Progress. The paper leaves it out of the specification, and Spec does so  *)
(* too; with these assumptions about who keeps working, it can be checked.   *)

\* The TM does not stay undecided for ever.
TMFairness == WF_vars(TMCommit \/ TMAbort)

\* An RM does not stop for ever while there is something that it can do.
RMFairness ==
  \A rm \in RM : WF_vars(\/ RMPrepare(rm)
                         \/ RMChooseToAbort(rm)
                         \/ RMRcvCommitMsg(rm)
                         \/ RMRcvAbortMsg(rm))

FairSpec == Spec /\ TMFairness /\ RMFairness

\* Every RM finishes. Without TMFairness it need not: prepared RMs then wait for
\* ever for a TM that is gone. The protocol blocks, which is its known weakness.
Termination == \A rm \in RM : <>(rmState[rm] \in {"committed", "aborted"})
-----------------------------------------------------------------------------
THEOREM Spec => [](TypeOK /\ Consistent)
THEOREM FairSpec => Termination
=============================================================================
