------------------------------ MODULE Relation ------------------------------
(* Relations on a set S: functions R from S \X S to BOOLEAN. Each property is    *)
(* there twice; the one named ...Under takes an operator such as < instead of R. *)
EXTENDS Naturals, FiniteSets
LOCAL INSTANCE Folds
LOCAL INSTANCE TLC

LOCAL Of(op(_, _), S) == [x, y \in S |-> op(x, y)]

\* Everything is related to itself.
\* Example: IsReflexive([x, y \in 1..3 |-> x <= y], 1..3) = TRUE
\* Example: IsReflexive([x, y \in 1..3 |-> x < y], 1..3) = FALSE
IsReflexive(R, S) == \A x \in S : R[x, x]

\* Example: IsReflexiveUnder(<=, 1..3) = TRUE
\* Example: IsReflexiveUnder(<, 1..3) = FALSE
IsReflexiveUnder(op(_, _), S) == IsReflexive(Of(op, S), S)

\* Nothing is related to itself.
\* Example: IsIrreflexive([x, y \in 1..3 |-> x < y], 1..3) = TRUE
\* Example: IsIrreflexive([x, y \in 1..3 |-> x <= y], 1..3) = FALSE
IsIrreflexive(R, S) == \A x \in S : ~R[x, x]

\* Example: IsIrreflexiveUnder(<, 1..3) = TRUE
\* Example: IsIrreflexiveUnder(<=, 1..3) = FALSE
IsIrreflexiveUnder(op(_, _), S) == IsIrreflexive(Of(op, S), S)

\* What is related is related both ways.
\* Example: IsSymmetric([x, y \in 1..3 |-> x = y], 1..3) = TRUE
\* Example: IsSymmetric([x, y \in 1..3 |-> x < y], 1..3) = FALSE
IsSymmetric(R, S) == \A x, y \in S : R[x, y] => R[y, x]

\* Example: IsSymmetricUnder(=, 1..3) = TRUE
\* Example: IsSymmetricUnder(<, 1..3) = FALSE
IsSymmetricUnder(op(_, _), S) == IsSymmetric(Of(op, S), S)

\* No two different things are related both ways.
\* Example: IsAntiSymmetric([x, y \in 1..3 |-> x <= y], 1..3) = TRUE
\* Example: IsAntiSymmetric([x, y \in 1..3 |-> x # y], 1..3) = FALSE
IsAntiSymmetric(R, S) == \A x, y \in S : R[x, y] /\ R[y, x] => x = y

\* Example: IsAntiSymmetricUnder(<=, 1..3) = TRUE
\* Example: IsAntiSymmetricUnder(#, 1..3) = FALSE
IsAntiSymmetricUnder(op(_, _), S) == IsAntiSymmetric(Of(op, S), S)

\* Nothing is related both ways, not even to itself.
\* Example: IsAsymmetric([x, y \in 1..3 |-> x < y], 1..3) = TRUE
\* Example: IsAsymmetric([x, y \in 1..3 |-> x <= y], 1..3) = FALSE
IsAsymmetric(R, S) == \A x, y \in S : R[x, y] => ~R[y, x]

\* Example: IsAsymmetricUnder(<, 1..3) = TRUE
\* Example: IsAsymmetricUnder(<=, 1..3) = FALSE
IsAsymmetricUnder(op(_, _), S) == IsAsymmetric(Of(op, S), S)

\* What is related in two steps is related in one.
\* Example: IsTransitive([x, y \in 1..3 |-> x < y], 1..3) = TRUE
\* Example: IsTransitive([x, y \in 1..3 |-> x # y], 1..3) = FALSE
IsTransitive(R, S) == \A x, y, z \in S : R[x, y] /\ R[y, z] => R[x, z]

\* Example: IsTransitiveUnder(<, 1..3) = TRUE
\* Example: IsTransitiveUnder(#, 1..3) = FALSE
IsTransitiveUnder(op(_, _), S) == IsTransitive(Of(op, S), S)

\* Like < where not everything can be compared.
\* Example: IsStrictlyPartiallyOrdered([x, y \in 1..3 |-> x < y], 1..3) = TRUE
\* Example: IsStrictlyPartiallyOrdered([x, y \in 1..3 |-> x <= y], 1..3) = FALSE
IsStrictlyPartiallyOrdered(R, S) == IsIrreflexive(R, S) /\ IsAntiSymmetric(R, S) /\ IsTransitive(R, S)

\* Example: IsStrictlyPartiallyOrderedUnder(<, 1..3) = TRUE
\* Example: IsStrictlyPartiallyOrderedUnder(<=, 1..3) = FALSE
IsStrictlyPartiallyOrderedUnder(op(_, _), S) == IsStrictlyPartiallyOrdered(Of(op, S), S)

\* Like <= where not everything can be compared.
\* Example: IsPartiallyOrdered([x, y \in 1..3 |-> x <= y], 1..3) = TRUE
\* Example: IsPartiallyOrdered([x, y \in 1..3 |-> x < y], 1..3) = FALSE
IsPartiallyOrdered(R, S) == IsReflexive(R, S) /\ IsAntiSymmetric(R, S) /\ IsTransitive(R, S)

\* Example: IsPartiallyOrderedUnder(<=, 1..3) = TRUE
\* Example: IsPartiallyOrderedUnder(<, 1..3) = FALSE
IsPartiallyOrderedUnder(op(_, _), S) == IsPartiallyOrdered(Of(op, S), S)

\* Like <.
\* Example: IsStrictlyTotallyOrdered([x, y \in 1..3 |-> x < y], 1..3) = TRUE
\* Example: IsStrictlyTotallyOrdered([x, y \in 1..3 |-> x <= y], 1..3) = FALSE
IsStrictlyTotallyOrdered(R, S) ==
  IsStrictlyPartiallyOrdered(R, S) /\ \A x, y \in S : x = y \/ R[x, y] \/ R[y, x]

\* Example: IsStrictlyTotallyOrderedUnder(<, 1..3) = TRUE
\* Example: IsStrictlyTotallyOrderedUnder(<=, 1..3) = FALSE
IsStrictlyTotallyOrderedUnder(op(_, _), S) == IsStrictlyTotallyOrdered(Of(op, S), S)

\* Like <=.
\* Example: IsTotallyOrdered([x, y \in 1..3 |-> x <= y], 1..3) = TRUE
\* Example: IsTotallyOrdered([x, y \in 1..3 |-> x = y], 1..3) = FALSE
IsTotallyOrdered(R, S) == IsPartiallyOrdered(R, S) /\ \A x, y \in S : R[x, y] \/ R[y, x]

\* Example: IsTotallyOrderedUnder(<=, 1..3) = TRUE
\* Example: IsTotallyOrderedUnder(=, 1..3) = FALSE
IsTotallyOrderedUnder(op(_, _), S) == IsTotallyOrdered(Of(op, S), S)

\* What can be reached in one step or more. Grown by one intermediate point at a time (Warshall), each time evaluated at
\* once: left to itself TLC would look everything up again through all the earlier ones.
\* Example: TransitiveClosure([x, y \in 1..3 |-> y = x + 1], 1..3) = [x, y \in 1..3 |-> x < y]
TransitiveClosure(R, S) ==
  LET via(z, Q) == TLCEval([x, y \in S |-> Q[x, y] \/ (Q[x, z] /\ Q[z, y])])
  IN  MapThenFoldSet(via, [x, y \in S |-> R[x, y]], LAMBDA z : z, LAMBDA T : CHOOSE z \in T : TRUE, S)

\* What can be reached in any number of steps, none included.
\* Example: ReflexiveTransitiveClosure([x, y \in 1..3 |-> y = x + 1], 1..3) = [x, y \in 1..3 |-> x <= y]
ReflexiveTransitiveClosure(R, S) ==
  LET closure == TransitiveClosure(R, S) IN [x, y \in S |-> x = y \/ closure[x, y]]

\* Whether everything can be reached from everywhere.
\* Example: IsConnected([x, y \in 0..2 |-> y = (x + 1) % 3], 0..2) = TRUE
\* Example: IsConnected([x, y \in 0..2 |-> y = x + 1], 0..2) = FALSE
IsConnected(R, S) ==
  LET closure == ReflexiveTransitiveClosure(R, S) IN \A x, y \in S : closure[x, y]

=============================================================================
