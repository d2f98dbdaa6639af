------------------------------ MODULE MCMutex -------------------------------
(* Mutex made ready for TLC. A finite set of processes is all that it takes. *)
EXTENDS Mutex, FiniteSets, Naturals

\* Without another process there is nobody to exclude.
ASSUME IsFiniteSet(Process)
ASSUME Cardinality(Process) >= 2
=============================================================================
