--------------------------- MODULE FiniteSetsExt ---------------------------
(* More about finite sets: folds, sums, subsets of a size, choice.          *)
EXTENDS Integers, FiniteSets, Folds, Functions

\* Combines the elements of a set, in no particular order: op should be associative and commutative.
\* Example: FoldSet(LAMBDA x, y : x + y, 0, 1..10) = 55
\* Example: FoldSet(LAMBDA x, y : x + y, 7, {}) = 7
FoldSet(op(_, _), base, set) ==
  MapThenFoldSet(op, base, LAMBDA x : x, LAMBDA S : CHOOSE x \in S : TRUE, set)

\* Example: SumSet(1..4) = 10
\* Example: SumSet({}) = 0
SumSet(set) == FoldSet(+, 0, set)

\* Example: ProductSet(1..4) = 24
\* Example: ProductSet({}) = 1
ProductSet(set) == FoldSet(LAMBDA x, y : x * y, 1, set)

\* FoldSet by its earlier name and with its arguments in another order.
\* Example: ReduceSet(LAMBDA x, y : x + y, {1, 2}, 3) = 6
ReduceSet(op(_, _), set, acc) == FoldSet(op, acc, set)

\* The sum of op(x) over all x, which need not be different for different x.
\* Example: MapThenSumSet(LAMBDA r : r.n, {[id |-> 1, n |-> 5], [id |-> 2, n |-> 5]}) = 10
MapThenSumSet(op(_), set) ==
  MapThenFoldSet(+, 0, op, LAMBDA S : CHOOSE x \in S : TRUE, set)

\* UNION by another name.
\* Example: FlattenSet({{1, 2}, {2, 3}}) = {1, 2, 3}
FlattenSet(S) == UNION S

\* What is in one of the two sets and not in the other.
\* Example: SymDiff({1, 2}, {2, 3}) = {1, 3}
SymDiff(A, B) == (A \ B) \cup (B \ A)

\* How many elements satisfy P.
\* Example: Quantify(1..9, LAMBDA n : n % 2 = 0) = 4
Quantify(S, P(_)) == Cardinality({s \in S : P(s)})

\* The subsets of S that have k elements. In Java, because those of other sizes need not be looked at.
\* Example: kSubset(2, 1..3) = {{1, 2}, {1, 3}, {2, 3}}
\* Example: kSubset(0, 1..3) = {{}}
\* Example: kSubset(4, 1..3) = {}
\* Example: Cardinality(kSubset(2, 1..40)) = 780
kSubset(k, S) == {T \in SUBSET S : Cardinality(T) = k}

\* The largest number of a set that is not empty.
\* Example: Max({3, 1, 2}) = 3
\* Refused: Max({}) = 0
Max(S) == CHOOSE x \in S : \A y \in S : y <= x

\* The smallest number of a set that is not empty.
\* Example: Min({3, 1, 2}) = 1
\* Refused: Min({}) = 0
Min(S) == CHOOSE x \in S : \A y \in S : x <= y

\* All ways of taking one element from each of the given sets, as sets.
\* Example: Choices({{1, 2}, {3}}) = {{1, 3}, {2, 3}}
\* Example: Choices({{1, 2}, {2, 3}}) = {{1, 2}, {1, 3}, {2}, {2, 3}}
\* Example: Choices({}) = {{}}
\* Example: Choices({{1}, {}}) = {}
Choices(Sets) ==
  FoldSet(LAMBDA T, taken : {c \cup {x} : c \in taken, x \in T}, {{}}, Sets)

\* The one element that satisfies P; an error if there is none and also if there are several.
\* Example: ChooseUnique(2..5, LAMBDA x : x % 3 = 1) = 4
\* Refused: ChooseUnique(1..5, LAMBDA x : x % 3 = 1) = 4
ChooseUnique(S, P(_)) == CHOOSE x \in S : P(x) /\ \A y \in S : P(y) => y = x

=============================================================================
