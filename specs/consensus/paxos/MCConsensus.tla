---------------------------- MODULE MCConsensus -----------------------------
(* Consensus made ready for TLC: a finite set of values is all that it takes.*)
EXTENDS Consensus, FiniteSets, Naturals

\* With one value there is nothing to agree on.
ASSUME IsFiniteSet(Value)
ASSUME Cardinality(Value) >= 2

\* There is no step once a value is chosen. TLC calls that deadlock, so
\* MCConsensus.cfg turns its check off, and asks instead for a step until then.
StopsOnlyWhenChosen == ENABLED Next \/ chosen # {}
=============================================================================
