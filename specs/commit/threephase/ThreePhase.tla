----------------------------- MODULE ThreePhase -----------------------------
(* Three-phase commit: between the promises and the outcome the coordinator  *)
(* tells everyone that it is going to commit. So nobody commits while        *)
(* somebody who is up does not know that all have promised, and those who    *)
(* are left when it crashes can end the transaction among themselves:        *)
(* two-phase commit would block. What it takes for granted is that whoever   *)
(* does not answer has crashed. A partition breaks that, and atomicity with  *)
(* it; see MCThreePhase_Partition.cfg.                                       *)
(*                                                                           *)
(* Source: D. Skeen, "Nonblocking Commit Protocols", sections 5 and 6. ACM   *)
(* SIGMOD 1981, 133-142: the central site protocol, and the termination      *)
(* protocol in which a backup first brings all others to its own state.      *)
(*                                                                           *)
(* Left out, and why that is sound:                                          *)
(* - Messages. The protocol is synchronous: what is sent arrives before      *)
(*   anybody can think that the sender has crashed. So a request, what it    *)
(*   does to its receiver and the answer are one step here. A coordinator    *)
(*   that crashes in the middle of a broadcast has reached some of them.     *)
(* - Recovery. Who crashes stays away; what it must find out when it comes   *)
(*   back is the same as in two-phase commit.                                *)
(* - Elections. The lowest number that is heard of takes over.               *)
EXTENDS Naturals

CONSTANTS
  N,            \* how many resource managers (RMs) there are
  Left          \* the processes on one side of a partition, if there is one

VARIABLES
  rmState,      \* rmState[rm] is how far rm has come, or came before its crash
  tmState,      \* how far the coordinator has come
  promised,     \* the RMs of whose promise the coordinator has heard
  up,           \* the processes that have not crashed
  split         \* whether the network is partitioned

vars == <<rmState, tmState, promised, up, split>>

\* Numbers, because the lowest one takes over.
RM == 1 .. N

\* The coordinator.
TM == 0

\* prepared: it has promised; precommitted: it knows that all have.
TypeOK ==
  /\ rmState \in [RM -> {"working", "prepared", "precommitted",
                         "committed", "aborted"}]
  /\ tmState \in {"init", "precommitted", "committed", "aborted"}
  /\ promised \subseteq RM
  /\ up \subseteq RM \cup {TM}
  /\ split \in BOOLEAN

Init ==
  /\ rmState = [rm \in RM |-> "working"]
  /\ tmState = "init"
  /\ promised = {}
  /\ up = RM \cup {TM}
  /\ split = FALSE
-----------------------------------------------------------------------------
(* What atomicity rests on. Each has a name, so that a model can replace it  *)
(* by a faulty one; see MCThreePhase.                                        *)

\* p gets an answer of q. If it gets none it takes q for crashed.
Hears(p, q) == q \in up /\ (split => (p \in Left) = (q \in Left))

Finished(rm) == rmState[rm] \in {"committed", "aborted"}

\* Everyone of whom the coordinator hears knows that it is going to commit.
AllPrecommitted ==
  \A rm \in RM : Hears(TM, rm) => rmState[rm] = "precommitted"

\* Everyone of whom the backup b hears is in its state, or has finished.
AllAligned(b) ==
  \A rm \in RM : Hears(b, rm) => rmState[rm] = rmState[b] \/ Finished(rm)

\* How a backup ends the transaction: it commits if it knows that all promised.
BackupOutcome(b) == IF rmState[b] = "precommitted" THEN "committed" ELSE "aborted"
-----------------------------------------------------------------------------
(* Steps of the coordinator, and of an RM when it asks.                      *)

Becomes(rm, state) == rmState' = [rmState EXCEPT ![rm] = state]

\* Phase 1: rm promises. Enabled while the coordinator is asking and rm working.
Prepare(rm) ==
  /\ TM \in up /\ tmState = "init"
  /\ Hears(TM, rm)
  /\ rmState[rm] = "working"
  /\ Becomes(rm, "prepared")
  /\ promised' = promised \cup {rm}
  /\ UNCHANGED <<tmState, up, split>>

\* rm aborts by itself. Enabled while it is working.
ChooseToAbort(rm) ==
  /\ rm \in up
  /\ rmState[rm] = "working"
  /\ Becomes(rm, "aborted")
  /\ UNCHANGED <<tmState, promised, up, split>>

\* The coordinator is going to commit. Enabled once all have promised.
TMPrecommit ==
  /\ TM \in up /\ tmState = "init"
  /\ promised = RM
  /\ tmState' = "precommitted"
  /\ UNCHANGED <<rmState, promised, up, split>>

\* Phase 2: rm is told so. Enabled while it does not know.
Precommit(rm) ==
  /\ TM \in up /\ tmState = "precommitted"
  /\ Hears(TM, rm)
  /\ rmState[rm] = "prepared"
  /\ Becomes(rm, "precommitted")
  /\ UNCHANGED <<tmState, promised, up, split>>

\* The coordinator commits. Enabled once everyone knows who has not crashed.
TMCommit ==
  /\ TM \in up /\ tmState = "precommitted"
  /\ AllPrecommitted
  /\ tmState' = "committed"
  /\ UNCHANGED <<rmState, promised, up, split>>

\* The coordinator aborts. Enabled until it has made up its mind to commit.
TMAbort ==
  /\ TM \in up /\ tmState = "init"
  /\ tmState' = "aborted"
  /\ UNCHANGED <<rmState, promised, up, split>>

\* Phase 3: rm is told the outcome. Enabled once there is one, until rm has it.
Finish(rm) ==
  /\ TM \in up /\ tmState \in {"committed", "aborted"}
  /\ Hears(TM, rm)
  /\ ~ Finished(rm)
  /\ Becomes(rm, tmState)
  /\ UNCHANGED <<tmState, promised, up, split>>
-----------------------------------------------------------------------------
(* Steps of those who are left.                                              *)

\* b is the first of those who are left: it hears neither of the coordinator nor
\* of an RM before it.
IsBackup(b) ==
  /\ b \in up
  /\ ~ Hears(b, TM)
  /\ \A rm \in RM : rm < b => ~ Hears(b, rm)

\* The backup b brings rm to its own state. Enabled while neither has finished
\* nor is still working.
Align(b, rm) ==
  /\ IsBackup(b)
  /\ Hears(b, rm)
  /\ rmState[b] \in {"prepared", "precommitted"}
  /\ rmState[rm] \in {"prepared", "precommitted"} \ {rmState[b]}
  /\ Becomes(rm, rmState[b])
  /\ UNCHANGED <<tmState, promised, up, split>>

\* The backup b ends the transaction. Enabled once all others are in its state;
\* while one is still working it waits, for that one aborts.
BackupDecide(b) ==
  /\ IsBackup(b)
  /\ rmState[b] \in {"prepared", "precommitted"}
  /\ AllAligned(b)
  /\ Becomes(b, BackupOutcome(b))
  /\ UNCHANGED <<tmState, promised, up, split>>

\* The backup b tells rm how it has ended. Enabled until rm has finished.
BackupFinish(b, rm) ==
  /\ IsBackup(b)
  /\ Hears(b, rm)
  /\ Finished(b)
  /\ ~ Finished(rm)
  /\ Becomes(rm, rmState[b])
  /\ UNCHANGED <<tmState, promised, up, split>>
-----------------------------------------------------------------------------
(* What goes wrong.                                                          *)

\* p crashes, for good. Enabled always; whoever has crashed stays away, and when it
\* crashes again that changes nothing.
Crash(p) ==
  /\ up' = up \ {p}
  /\ UNCHANGED <<rmState, tmState, promised, split>>

\* The network breaks in two. No step of the protocol, which takes for granted
\* that it does not; PartitionSpec has it.
Partition ==
  /\ ~ split
  /\ split' = TRUE
  /\ UNCHANGED <<rmState, tmState, promised, up>>

Next ==
  \/ TMPrecommit
  \/ TMCommit
  \/ TMAbort
  \/ Crash(TM)
  \/ \E rm \in RM :
       \/ Prepare(rm)
       \/ ChooseToAbort(rm)
       \/ Precommit(rm)
       \/ Finish(rm)
       \/ BackupDecide(rm)
       \/ Crash(rm)
       \/ \E b \in RM : Align(b, rm) \/ BackupFinish(b, rm)

Spec == Init /\ [][Next]_vars

PartitionSpec == Init /\ [][Next \/ Partition]_vars
-----------------------------------------------------------------------------
(* What it is for.                                                           *)

\* No RM has committed while another one has aborted, whether it is up or not.
Consistent ==
  \A a, b \in RM : ~ (rmState[a] = "committed" /\ rmState[b] = "aborted")

\* Nobody commits while somebody does not know that all have promised, unless
\* that one has crashed: what two-phase commit lacks (section 4 of the paper).
CommitsWhenKnown ==
  \A a, b \in RM :
    rmState[a] = "committed" /\ b \in up
      => rmState[b] \in {"precommitted", "committed"}
-----------------------------------------------------------------------------
(* Progress: those who have not crashed go on.                               *)

Fairness ==
  /\ WF_vars(TMPrecommit \/ TMAbort)
  /\ WF_vars(TMCommit)
  /\ \A rm \in RM :
       /\ WF_vars(Prepare(rm) \/ ChooseToAbort(rm))
       /\ WF_vars(Precommit(rm))
       /\ WF_vars(Finish(rm))
       /\ WF_vars(BackupDecide(rm))
       /\ \A b \in RM : WF_vars(Align(b, rm) \/ BackupFinish(b, rm))

FairSpec == Spec /\ Fairness

\* Every RM finishes or crashes, whoever else does.
NonBlocking == \A rm \in RM : <>(Finished(rm) \/ rm \notin up)
-----------------------------------------------------------------------------
THEOREM Spec => [](TypeOK /\ Consistent /\ CommitsWhenKnown)
THEOREM FairSpec => NonBlocking
=============================================================================
