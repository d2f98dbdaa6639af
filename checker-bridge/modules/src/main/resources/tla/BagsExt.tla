------------------------------ MODULE BagsExt ------------------------------
(* More about bags: functions from elements to how often they are there.     *)
LOCAL INSTANCE Bags
LOCAL INSTANCE Integers
LOCAL INSTANCE Folds

\* One x more.
\* Example: BagAdd([a |-> 1], "a") = [a |-> 2]
\* Example: BagAdd([a |-> 1], "b") = [a |-> 1, b |-> 1]
BagAdd(B, x) == [e \in DOMAIN B \cup {x} |-> CopiesIn(e, B) + (IF e = x THEN 1 ELSE 0)]

\* Not a single x.
\* Example: BagRemoveAll([a |-> 2, b |-> 1], "a") = [b |-> 1]
BagRemoveAll(B, x) == [e \in DOMAIN B \ {x} |-> B[e]]

\* One x less, if there is one.
\* Example: BagRemove([a |-> 2], "a") = [a |-> 1]
\* Example: BagRemove([a |-> 1, b |-> 1], "a") = [b |-> 1]
\* Example: BagRemove([a |-> 1], "b") = [a |-> 1]
BagRemove(B, x) ==
  IF CopiesIn(x, B) > 1 THEN [B EXCEPT ![x] = @ - 1] ELSE BagRemoveAll(B, x)

\* Combines f(x) of all elements, copies of an element together; choose names the element to go first.
\* Example: MapThenFoldBag(LAMBDA x, y : x + y, 0, LAMBDA x : 1, LAMBDA S : CHOOSE x \in S : TRUE, [a |-> 2, b |-> 3]) = 5
\* Example: MapThenFoldBag(LAMBDA x, y : x \o y, <<>>, LAMBDA x : <<x>>, LAMBDA S : CHOOSE x \in S : \A y \in S : x <= y, <<2, 1>>) = <<1, 1, 2>>
MapThenFoldBag(op(_, _), base, f(_), choose(_), B) ==
  LET copies(x, n, acc) ==
        LET add[i \in 0..n] == IF i = 0 THEN acc ELSE op(f(x), add[i - 1]) IN add[n]
  IN  MapThenFoldSet(LAMBDA x, acc : copies(x, B[x], acc), base, LAMBDA x : x, choose, DOMAIN B)

\* Combines all elements, in no particular order: base with the first, as op(base, x), the result of that with the next.
\* Example: FoldBag(LAMBDA x, y : x + y, 0, <<2, 1>>) = 4
\* Example: FoldBag(LAMBDA seen, x : seen \cup {x}, {}, [a |-> 2, b |-> 1]) = {"a", "b"}
FoldBag(op(_, _), base, B) ==
  MapThenFoldBag(LAMBDA x, acc : op(acc, x), base, LAMBDA x : x, LAMBDA S : CHOOSE x \in S : TRUE, B)

\* Example: SumBag(<<2, 1, 3>>) = 13
SumBag(B) == FoldBag(LAMBDA x, y : x + y, 0, B)

\* Example: ProductBag(<<2, 1, 3>>) = 54
ProductBag(B) == FoldBag(LAMBDA x, y : x * y, 1, B)

=============================================================================
