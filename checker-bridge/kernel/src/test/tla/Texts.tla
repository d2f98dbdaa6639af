------------------------------- MODULE Texts -------------------------------
(* What is hard to copy out of Next: operators of a LET that use the names around it, *)
(* operators as arguments, lists over several lines, functions and recursion in a LET. *)
EXTENDS Naturals

CONSTANT Node

VARIABLES x, y

Init ==
  /\ x \in {0, 1}
  /\ \/ y = [n \in Node |-> 0]
     \/ y = [n \in Node |-> 1]

Set(n, v) == v < 4 /\ y' = [y EXCEPT ![n] = v] /\ UNCHANGED x

Map(Op(_), n) == Set(n, Op(y[n]))

Double(v) == 2 * v

Either(Op(_), n) == Map(Op, n) \/ Map(Double, n)

Next ==
  ( \/ \E n \in Node, v \in 1..2 :
          LET w == v + x
              RECURSIVE Twice(_)
              Twice(k) == IF k = 0 THEN 0 ELSE 2 + Twice(k - 1)
              Bounded(k) ==   \* uses w and n
                \/ Set(n, k + w)
                \/ Set(n, Twice(k) + w)
              f[k \in 0..3] == IF k = 0 THEN w ELSE f[k - 1]
          IN  ( \E k \in {f[0],
                          f[1] + 1} :
                  Bounded(k) )
    \/ \E n \in Node : Either(Double, n)
    \/ \E n \in Node : Set(n,
                           IF /\ x = 0
                              /\ \/ y[n] = 0
                                 \/ y[n] = 1
                           THEN 3
                           ELSE 2)
    \/ x' = 1 - x /\ UNCHANGED y )

Spec == Init /\ [][Next]_<<x, y>>
=============================================================================
