----------------------------- MODULE MCTwoPhase -----------------------------
(* TwoPhase made ready for TLC: bounds, planted bugs and probes. A finite RM *)
(* is all that it takes to make the states finite.                           *)
EXTENDS TwoPhaseRefinesTCommit, FiniteSets, Naturals

\* With fewer than two RMs there is nobody to disagree with.
ASSUME IsFiniteSet(RM)
ASSUME Cardinality(RM) >= 2
-----------------------------------------------------------------------------
(* Planted bugs. Each replaces one definition of TwoPhase, in a .cfg that is *)
(* named after it and says which check catches it.                           *)

\* A majority is enough for consensus, not for commit: the others may abort.
Hasty_AllPrepared ==
  2 * Cardinality(tmPrepared) > Cardinality(RM)

\* An RM loses its promise, say in a restart, and aborts though TM counts on it.
Forgetful_Working(rm) ==
  rmState[rm] \in {"working", "prepared"}

\* The TM loses its decision to commit, say in a restart, and aborts. Some RMs
\* learn of the one decision and some of the other.
Fickle_Undecided ==
  tmState # "aborted"

\* An RM that aborted starts over, and prepares. No state is inconsistent, but
\* it takes back what was final.
Revived_Working(rm) ==
  rmState[rm] \in {"working", "aborted"}

\* No bug but the known weakness: a TM may be gone for ever.
Mortal_TMFairness == TRUE
-----------------------------------------------------------------------------
(* Probes: false claims, which TLC must refute. If one of them held, then    *)
(* the checks would have passed for want of anything to look at.             *)

\* Some RM never commits.
NotAllCommitted ==
  \E rm \in RM : rmState[rm] # "committed"

\* No RM is told to abort after it has prepared.
NoneAbortedAfterPreparing ==
  \A rm \in RM : rmState[rm] = "aborted"
                   => [type |-> "Prepared", rm |-> rm] \notin msgs
=============================================================================
