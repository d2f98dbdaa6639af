----------------------- MODULE TwoPhaseRefinesTCommit -----------------------
(* The claim that two-phase commit commits a transaction correctly: whoever  *)
(* sees only its RMs sees a behaviour of TCommit. Source: as for TwoPhase.   *)
(* It is all that TCommit says, and stronger than the invariant Consistent:  *)
(* it forbids steps too, such as that of an RM that aborted and prepares.    *)
EXTENDS TwoPhase

\* The identity: both modules mean the same by RM and rmState. Steps of the TM
\* leave rmState alone, so that they are stuttering steps of TCommit.
TC == INSTANCE TCommit WITH RM <- RM, rmState <- rmState

RefinesTCommit == TC!Spec

THEOREM Spec => RefinesTCommit
=============================================================================
