------------------------------ MODULE Apalache ------------------------------
(* Hints for the symbolic model checker of this name, which TLC takes at their   *)
(* plain meaning.                                                                *)
LOCAL INSTANCE Integers
LOCAL INSTANCE SequencesExt

\* Gives x the value e.
\* Example: (3 := 3) = TRUE
\* Example: (3 := 4) = FALSE
x := e == x = e

\* Some value of bounded size; without types there is only this one.
\* Example: Gen(3) = {}
Gen(size) == {}

\* Some element.
\* Example: Guess({3}) = 3
Guess(S) == CHOOSE x \in S : TRUE

\* The sequence of F(1) to F(N).
\* Example: MkSeq(3, LAMBDA i : 2 * i) = <<2, 4, 6>>
MkSeq(N, F(_)) == [i \in 1..N |-> F(i)]

\* The sequence of the first len values of a function; capacity bounds len for a solver.
\* Example: FunAsSeq([i \in 1..3 |-> 2 * i], 2, 3) = <<2, 4>>
FunAsSeq(fn, len, capacity) == MkSeq(len, LAMBDA i : fn[i])

\* The function of a set of pairs; where two pairs begin alike, either counts.
\* Example: SetAsFun({<<"a", 1>>, <<"b", 2>>}) = [a |-> 1, b |-> 2]
SetAsFun(S) == [x \in {p[1] : p \in S} |-> (CHOOSE p \in S : p[1] = x)[2]]

\* Folds with the accumulator on the left, in the order in which TLC's CHOOSE takes the elements.
\* Example: ApaFoldSet(LAMBDA acc, x : acc + x, 0, {1, 2, 3}) = 6
\* Example: ApaFoldSet(LAMBDA acc, x : <<acc, x>>, 0, {1, 2}) = <<<<0, 1>>, 2>>
ApaFoldSet(op(_, _), base, S) == FoldLeft(op, base, SetToSeq(S))

\* Example: ApaFoldSeqLeft(LAMBDA acc, x : <<acc, x>>, 0, <<1, 2>>) = <<<<0, 1>>, 2>>
ApaFoldSeqLeft(op(_, _), base, seq) == FoldLeft(op, base, seq)

\* F applied N times, to x and the number of the time.
\* Example: Repeat(LAMBDA x, i : <<x, i>>, 2, 0) = <<<<0, 1>>, 2>>
\* Example: Repeat(LAMBDA x, i : x + i, -1, 10) = 10
Repeat(F(_, _), N, x) == FoldLeft(F, x, MkSeq(N, LAMBDA i : i))

\* Says that what exists may be named.
\* Example: Skolem(\E i \in 1..3 : i = 2) = TRUE
Skolem(e) == e

\* Says that a set is to be listed.
\* Example: Expand(SUBSET {1}) = {{}, {1}}
Expand(S) == S

\* Says that a comparison of a cardinality with a constant is to be unrolled.
\* Example: ConstCardinality(2 > 1) = TRUE
ConstCardinality(cardExpr) == cardExpr

=============================================================================
