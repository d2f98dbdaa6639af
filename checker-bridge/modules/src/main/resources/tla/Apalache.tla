------------------------------ MODULE Apalache ------------------------------
(* Hints for the symbolic model checker of this name, which TLC takes at their   *)
(* plain meaning.                                                                *)
LOCAL INSTANCE Sequences

\* Gives x the value e.
\* Example: (3 := 3) = TRUE
\* Example: (3 := 4) = FALSE
x := e == x = e

\* Some value of bounded size; without types there is only this one.
\* Example: Gen(3) = {}
Gen(size) == {}

\* The sequence of the first maxSeqLen values of a function.
\* Example: FunAsSeq([i \in 1..3 |-> 2 * i], 2) = <<2, 4>>
FunAsSeq(fn, maxSeqLen) == SubSeq(fn, 1, maxSeqLen)

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
