------------------------------- MODULE Folds -------------------------------
(* The most general fold: all others are this one with something fixed.     *)

\* Combines f(x) of every x in the finite set S: op(f(x1), op(f(x2), ... base)), where x1 is choose(S), x2 is
\* choose(S \ {x1}) and so on. Where choose can choose in several ways, op had better not care about the order.
\* Example: MapThenFoldSet(LAMBDA x, y : x + y, 0, LAMBDA x : 2 * x, LAMBDA T : CHOOSE x \in T : TRUE, {1, 2, 3}) = 12
\* Example: MapThenFoldSet(LAMBDA x, y : <<x>> \o y, <<>>, LAMBDA x : x, LAMBDA T : CHOOSE x \in T : \A y \in T : x >= y, 1..3) = <<3, 2, 1>>
MapThenFoldSet(op(_, _), base, f(_), choose(_), S) ==
  LET rest[T \in SUBSET S] ==
        IF T = {} THEN base ELSE LET x == choose(T) IN op(f(x), rest[T \ {x}])
  IN  rest[S]

=============================================================================
