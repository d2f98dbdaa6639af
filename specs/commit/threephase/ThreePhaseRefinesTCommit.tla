---------------------- MODULE ThreePhaseRefinesTCommit ----------------------
(* The claim that three-phase commit commits a transaction correctly, as     *)
(* long as the network holds: whoever sees only its RMs sees a behaviour of  *)
(* TCommit. Source: as for ThreePhase.                                       *)
EXTENDS ThreePhase

\* That all have promised is nothing that TCommit's RMs know.
TC == INSTANCE TCommit WITH
        RM <- RM,
        rmState <- [rm \in RM |-> IF rmState[rm] = "precommitted"
                                  THEN "prepared" ELSE rmState[rm]]

RefinesTCommit == TC!Spec

THEOREM Spec => RefinesTCommit
=============================================================================
