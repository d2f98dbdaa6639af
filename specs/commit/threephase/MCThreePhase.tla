---------------------------- MODULE MCThreePhase ----------------------------
(* ThreePhase made ready for TLC: planted bugs and probes. N is all that it  *)
(* takes to make the states finite.                                          *)
EXTENDS ThreePhaseRefinesTCommit

ASSUME N >= 2
ASSUME Left \subseteq RM \cup {TM}
-----------------------------------------------------------------------------
(* Planted bugs. Each replaces one definition of ThreePhase, in a .cfg that  *)
(* is named after it and says which check catches it.                        *)

\* The coordinator commits before all know that it is going to.
Hasty_AllPrecommitted == TRUE

\* A backup decides before it has brought all others to its state.
Lone_AllAligned(b) == TRUE

\* A backup aborts whatever it knows.
Timid_BackupOutcome(b) == "aborted"
-----------------------------------------------------------------------------
(* Probes: false claims, which TLC must refute.                              *)

\* No transaction is committed by a backup.
OnlyTheCoordinatorCommits ==
  \A rm \in RM : rmState[rm] = "committed" => tmState = "committed"

\* Nobody who knew that all have promised is brought back to merely promised.
NothingIsTakenBack ==
  [][\A rm \in RM : ~ (rmState[rm] = "precommitted"
                         /\ rmState'[rm] = "prepared")]_vars
=============================================================================
