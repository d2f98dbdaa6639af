------------------------- MODULE MCTwoPhaseRecovery -------------------------
(* TwoPhaseRecovery made ready for TLC: bounds, planted bugs and probes. A   *)
(* finite RM is all that it takes to make the states finite.                 *)
EXTENDS TwoPhaseRecoveryRefinesTwoPhase, FiniteSets, Naturals

\* With fewer than two RMs there is nobody to disagree with.
ASSUME IsFiniteSet(RM)
ASSUME Cardinality(RM) >= 2
-----------------------------------------------------------------------------
(* Planted bugs. Each replaces one definition of TwoPhaseRecovery, in a .cfg *)
(* that is named after it and says which check catches it.                   *)

\* An RM sends its promise without having logged it.
Forgetful_PromiseRecord == "none"

\* The TM tells of a commit without having logged it.
Fickle_CommitRecord == "none"

\* The TM forgets a commit when some RM has acknowledged it.
Premature_AllAcked == tmAcked # {}

\* Whoever knows nothing says that the transaction was committed.
Optimistic_Presumed == "Commit"

\* An RM whose log has no record takes its work up again. All agree in the end,
\* but what it did in its memory before the crash is lost.
Revived_Recovered(record) == IF record = "none" THEN "working" ELSE record

\* No bug but the known weakness: a TM may be gone for ever.
Mortal_TMFairness == TRUE
-----------------------------------------------------------------------------
(* Probes: false claims, which TLC must refute.                              *)

\* Nobody has to wait for a TM that had all promises when it crashed.
NeverBlocked == ~ (Blocked /\ tmPrepared = RM)

\* The TM never forgets a commit.
NeverEnds == tmLog # "ended"

\* Nobody is told to abort by a TM that has forgotten.
PresumedUnsaid ==
  ~ (tmLog = "ended" /\ [type |-> "Abort"] \in msgs)
=============================================================================
