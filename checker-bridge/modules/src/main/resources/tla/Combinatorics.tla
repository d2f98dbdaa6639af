---------------------------- MODULE Combinatorics ----------------------------
(* Counting arrangements and selections.                                      *)
EXTENDS Naturals

\* In how many orders n things can be put.
\* Example: factorial[0] = 1
\* Example: factorial[5] = 120
factorial[n \in Nat] == IF n = 0 THEN 1 ELSE n * factorial[n - 1]

\* How many sets of k things there are among n. Computed by multiplying k fractions, each step of which is whole, so that
\* numbers stay small where factorials would overflow; for k > n it is 0.
\* Example: choose(5, 2) = 10
\* Example: choose(30, 3) = 4060
\* Example: choose(2, 3) = 0
choose(n, k) ==
  LET upTo[i \in 0..k] == IF i = 0 THEN 1 ELSE (upTo[i - 1] * (n + 1 - i)) \div i
  IN  IF k > n THEN 0 ELSE upTo[k]

=============================================================================
