-------------------------- MODULE TwoPhaseRecovery --------------------------
(* Two-phase commit with crashes: everyone may lose its memory at any time,  *)
(* and comes back with what stands in its log. The resource managers (RMs)   *)
(* log a promise and an outcome; the transaction manager (TM) logs only that *)
(* it commits, and later that this is over. So a TM that knows nothing of a  *)
(* transaction has aborted it, or will never be asked: abort is presumed,    *)
(* and needs neither a log record nor acknowledgements. A commit is          *)
(* acknowledged by every RM; then the TM may forget it.                      *)
(*                                                                           *)
(* Source: C. Mohan, B. Lindsay, R. Obermarck, "Transaction Management in    *)
(* the R* Distributed Database Management System", section 3.1 (presumed     *)
(* abort). ACM TODS 11(4), 1986, 378-396.                                    *)
(*                                                                           *)
(* Left out, and why that is sound:                                          *)
(* - Log records that need not be forced. What is in a log here is on disk;  *)
(*   a record that may be lost is one on which nothing here depends.         *)
(* - The RMs' request to be told (the TM answers of its own accord), loss,   *)
(*   delay and duplication: msgs is what was ever sent, as in TwoPhase.      *)
(* - Read-only RMs and trees of TMs, which are optimizations of the paper.   *)

CONSTANT RM       \* the resource managers that take part in the transaction

VARIABLES
  rmState,        \* rmState[rm] is how far rm has come, "down" after a crash
  rmLog,          \* rmLog[rm] is the last record in its log, or "none"
  tmState,        \* what the TM knows, "down" after a crash
  tmLog,          \* the last record in the TM's log, or "none"
  tmPrepared,     \* the RMs of whose promise the TM has heard
  tmAcked,        \* the RMs of whose commit the TM has heard
  msgs            \* all messages that were ever sent; none is ever removed

vars == <<rmState, rmLog, tmState, tmLog, tmPrepared, tmAcked, msgs>>
rmVars == <<rmState, rmLog>>
tmVars == <<tmState, tmLog, tmPrepared, tmAcked>>

Message ==
  [type : {"Prepared", "Ack"}, rm : RM] \cup [type : {"Commit", "Abort"}]

\* In memory an RM is working, or what its log says; one that is working has
\* nothing in its log. The TM is busy with the transaction, or has committed it,
\* or knows nothing of it: it has aborted, or forgotten what is over.
TypeOK ==
  /\ rmState \in [RM -> {"working", "prepared", "committed", "aborted", "down"}]
  /\ rmLog \in [RM -> {"none", "prepared", "committed", "aborted"}]
  /\ tmState \in {"init", "committed", "nothing", "down"}
  /\ tmLog \in {"none", "committed", "ended"}
  /\ tmPrepared \subseteq RM
  /\ tmAcked \subseteq RM
  /\ msgs \subseteq Message

Init ==
  /\ rmState = [rm \in RM |-> "working"]
  /\ rmLog = [rm \in RM |-> "none"]
  /\ tmState = "init"
  /\ tmLog = "none"
  /\ tmPrepared = {}
  /\ tmAcked = {}
  /\ msgs = {}
-----------------------------------------------------------------------------
(* What atomicity rests on. Each has a name, so that a model can replace it  *)
(* by a faulty one; see MCTwoPhaseRecovery.                                  *)

\* What rm's log says once it has promised.
PromiseRecord == "prepared"

\* What the TM's log says once it has committed.
CommitRecord == "committed"

\* How rm goes on after a crash: what it did not promise it aborts.
Recovered(record) == IF record = "none" THEN "aborted" ELSE record

\* Every RM has the outcome in its log, so that none will ask.
AllAcked == tmAcked = RM

\* Whoever knows nothing says that the transaction was aborted.
Presumed == "Abort"
-----------------------------------------------------------------------------
(* Steps of the transaction manager.                                         *)

\* The TM takes note of rm's promise. Enabled while it is busy and rm has sent it.
TMRcvPrepared(rm) ==
  /\ tmState = "init"
  /\ [type |-> "Prepared", rm |-> rm] \in msgs
  /\ tmPrepared' = tmPrepared \cup {rm}
  /\ UNCHANGED <<rmVars, tmState, tmLog, tmAcked, msgs>>

\* The TM logs that it commits, and says so. Enabled while it is busy and has the
\* promise of every RM.
TMCommit ==
  /\ tmState = "init"
  /\ tmPrepared = RM
  /\ tmState' = "committed"
  /\ tmLog' = CommitRecord
  /\ msgs' = msgs \cup {[type |-> "Commit"]}
  /\ UNCHANGED <<rmVars, tmPrepared, tmAcked>>

\* The TM aborts and forgets. Enabled while it is busy.
TMAbort ==
  /\ tmState = "init"
  /\ tmState' = "nothing"
  /\ msgs' = msgs \cup {[type |-> "Abort"]}
  /\ UNCHANGED <<rmVars, tmLog, tmPrepared, tmAcked>>

\* The TM hears that rm has committed. Enabled while it remembers the commit and
\* rm has sent it.
TMRcvAck(rm) ==
  /\ tmState = "committed"
  /\ [type |-> "Ack", rm |-> rm] \in msgs
  /\ tmAcked' = tmAcked \cup {rm}
  /\ UNCHANGED <<rmVars, tmState, tmLog, tmPrepared, msgs>>

\* The TM forgets a commit. Enabled once all RMs have acknowledged it.
TMEnd ==
  /\ tmState = "committed"
  /\ AllAcked
  /\ tmState' = "nothing"
  /\ tmLog' = "ended"
  /\ UNCHANGED <<rmVars, tmPrepared, tmAcked, msgs>>

\* The TM says what it knows, for whoever may ask. Enabled while it is up and not
\* busy.
TMAnswer ==
  /\ tmState \in {"committed", "nothing"}
  /\ msgs' = msgs \cup
               {[type |-> IF tmState = "committed" THEN "Commit" ELSE Presumed]}
  /\ UNCHANGED <<rmVars, tmVars>>

\* The TM crashes. Enabled while it is up. It forgets the promises as well: that
\* tmPrepared keeps them has no effect, and is for the refinement mapping to see.
\* What was acknowledged it asks for again.
TMCrash ==
  /\ tmState # "down"
  /\ tmState' = "down"
  /\ tmAcked' = {}
  /\ UNCHANGED <<rmVars, tmLog, tmPrepared, msgs>>

\* The TM comes back. Enabled while it is down. It knows what its log says.
TMRecover ==
  /\ tmState = "down"
  /\ tmState' = IF tmLog = "committed" THEN "committed" ELSE "nothing"
  /\ UNCHANGED <<rmVars, tmLog, tmPrepared, tmAcked, msgs>>
-----------------------------------------------------------------------------
(* Steps of a resource manager.                                              *)

\* rm logs its promise, and sends it. Enabled while it is working.
RMPrepare(rm) ==
  /\ rmState[rm] = "working"
  /\ rmState' = [rmState EXCEPT ![rm] = "prepared"]
  /\ rmLog' = [rmLog EXCEPT ![rm] = PromiseRecord]
  /\ msgs' = msgs \cup {[type |-> "Prepared", rm |-> rm]}
  /\ UNCHANGED tmVars

\* rm aborts alone, and tells nobody. Enabled while it is working. No record is
\* needed: without one it aborts after a crash.
RMChooseToAbort(rm) ==
  /\ rmState[rm] = "working"
  /\ rmState' = [rmState EXCEPT ![rm] = "aborted"]
  /\ UNCHANGED <<rmLog, tmVars, msgs>>

\* rm learns that the transaction was committed, logs it and says so. Enabled
\* once that was sent, while rm has promised; one that has committed acknowledges
\* again.
RMRcvCommitMsg(rm) ==
  /\ [type |-> "Commit"] \in msgs
  /\ rmState[rm] \in {"prepared", "committed"}
  /\ rmState' = [rmState EXCEPT ![rm] = "committed"]
  /\ rmLog' = [rmLog EXCEPT ![rm] = "committed"]
  /\ msgs' = msgs \cup {[type |-> "Ack", rm |-> rm]}
  /\ UNCHANGED tmVars

\* rm learns that the transaction was aborted. Enabled once that was sent, while
\* rm does not know the outcome: whoever asks has to believe the answer.
RMRcvAbortMsg(rm) ==
  /\ [type |-> "Abort"] \in msgs
  /\ rmState[rm] \in {"working", "prepared"}
  /\ rmState' = [rmState EXCEPT ![rm] = "aborted"]
  /\ rmLog' = [rmLog EXCEPT ![rm] = IF @ = "none" THEN "none" ELSE "aborted"]
  /\ UNCHANGED <<tmVars, msgs>>

\* rm crashes. Enabled while it is up.
RMCrash(rm) ==
  /\ rmState[rm] # "down"
  /\ rmState' = [rmState EXCEPT ![rm] = "down"]
  /\ UNCHANGED <<rmLog, tmVars, msgs>>

\* rm comes back with what its log says. Enabled while it is down.
RMRecover(rm) ==
  /\ rmState[rm] = "down"
  /\ rmState' = [rmState EXCEPT ![rm] = Recovered(rmLog[rm])]
  /\ UNCHANGED <<rmLog, tmVars, msgs>>

Next ==
  \/ TMCommit
  \/ TMAbort
  \/ TMEnd
  \/ TMAnswer
  \/ TMCrash
  \/ TMRecover
  \/ \E rm \in RM : \/ TMRcvPrepared(rm)
                    \/ TMRcvAck(rm)
                    \/ RMPrepare(rm)
                    \/ RMChooseToAbort(rm)
                    \/ RMRcvCommitMsg(rm)
                    \/ RMRcvAbortMsg(rm)
                    \/ RMCrash(rm)
                    \/ RMRecover(rm)

Spec == Init /\ [][Next]_vars
-----------------------------------------------------------------------------
(* What it is for.                                                           *)

\* How the transaction stands at rm, whether rm is up or not: one that is down
\* without a record has aborted, for that is what it will do.
Outcome(rm) ==
  IF rmState[rm] = "down" THEN Recovered(rmLog[rm]) ELSE rmState[rm]

\* No RM has committed while another one has aborted.
Consistent ==
  \A a, b \in RM : ~ (Outcome(a) = "committed" /\ Outcome(b) = "aborted")

\* The TM forgets a commit only when no RM needs it any more.
ForgetsWhenOver ==
  tmLog = "ended" => \A rm \in RM : rmLog[rm] = "committed"

\* The weakness of two-phase commit: those who are up have promised, no outcome was
\* sent, and the TM is down. A commit that was logged and lost on its way looks the
\* same to them; here whatever was sent can be heard.
Blocked ==
  /\ tmState = "down"
  /\ \A rm \in RM : rmState[rm] \in {"prepared", "down"}
  /\ \E rm \in RM : rmState[rm] = "prepared"
  /\ \A m \in msgs : m.type \notin {"Commit", "Abort"}

\* What an RM can do, besides crashing and coming back.
GoesOn(rm) ==
  \/ RMPrepare(rm)
  \/ RMChooseToAbort(rm)
  \/ RMRcvCommitMsg(rm)
  \/ RMRcvAbortMsg(rm)

\* They can do nothing but wait.
WaitsWhenBlocked == Blocked => \A rm \in RM : ~ ENABLED GoesOn(rm)
-----------------------------------------------------------------------------
(* Progress: whoever crashes comes back, and does not crash again and again  *)
(* just when it could do something (hence the strong fairness).              *)

TMFairness ==
  /\ WF_vars(TMRecover)
  /\ SF_vars(TMCommit \/ TMAbort)
  /\ SF_vars(TMAnswer)

RMFairness ==
  \A rm \in RM :
    /\ WF_vars(RMRecover(rm))
    /\ SF_vars(RMPrepare(rm) \/ RMChooseToAbort(rm))
    /\ SF_vars(RMRcvCommitMsg(rm) \/ RMRcvAbortMsg(rm))

FairSpec == Spec /\ TMFairness /\ RMFairness

\* Every RM finishes.
Termination == \A rm \in RM : <>(Outcome(rm) \in {"committed", "aborted"})
-----------------------------------------------------------------------------
THEOREM Spec => [](TypeOK /\ Consistent /\ ForgetsWhenOver /\ WaitsWhenBlocked)
THEOREM FairSpec => Termination
=============================================================================
