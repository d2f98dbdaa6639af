----------------------------- MODULE MCTCommit ------------------------------
(* TCommit made ready for TLC: bounds, and a check in place of TLC's own for *)
(* deadlock. A finite RM is all that it takes to make the states finite.     *)
EXTENDS TCommit, FiniteSets, Naturals

\* With fewer than two RMs there is nobody to disagree with.
ASSUME IsFiniteSet(RM)
ASSUME Cardinality(RM) >= 2

\* Once every RM has finished there is no further step. TLC calls that deadlock,
\* so MCTCommit.cfg turns its check off, and asks instead that there is a step
\* until then.
StopsOnlyWhenFinished ==
  \/ ENABLED Next
  \/ \A rm \in RM : rmState[rm] \in {"committed", "aborted"}
=============================================================================
