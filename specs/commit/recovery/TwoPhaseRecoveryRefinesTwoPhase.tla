------------------- MODULE TwoPhaseRecoveryRefinesTwoPhase ------------------
(* The claim that with logs, crashes do no harm: whoever sees only what is   *)
(* decided, and not who is up, sees a behaviour of TwoPhase. Since that      *)
(* refines TCommit, so does this. Source: as for TwoPhaseRecovery.           *)
EXTENDS TwoPhaseRecovery

\* A TM that has lost its memory before it logged a commit has aborted: it will
\* never commit. What it has logged it has committed, also when that is over.
Decision ==
  IF tmLog # "none" THEN "committed"
  ELSE IF tmState = "init" THEN "init"
  ELSE "aborted"

\* Acknowledgements are none of TwoPhase's. An abort counts as sent once it is
\* decided, since it is presumed; what is presumed of a commit that is over is
\* heard by nobody who waits.
Told ==
  {m \in msgs : m.type \in {"Prepared", "Commit"}}
    \cup (IF Decision = "aborted" THEN {[type |-> "Abort"]} ELSE {})

\* A crash of a TM that is busy is TMAbort, one of an RM that is working is
\* RMChooseToAbort. All other crashes change nothing there.
TP == INSTANCE TwoPhase WITH
        RM <- RM,
        rmState <- [rm \in RM |-> Outcome(rm)],
        tmState <- Decision,
        tmPrepared <- tmPrepared,
        msgs <- Told

RefinesTwoPhase == TP!Spec

THEOREM Spec => RefinesTwoPhase
=============================================================================
