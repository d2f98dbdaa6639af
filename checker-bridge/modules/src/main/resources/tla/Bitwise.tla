------------------------------- MODULE Bitwise -------------------------------
(* Natural numbers as strings of bits.                                        *)
LOCAL INSTANCE Integers

\* Applies f to the lowest bits of x and y, then goes on with the others, until both are used up.
LOCAL OnBits(f(_, _), x, y) ==
  LET rest[a, b \in Nat] ==
        IF a = 0 /\ b = 0 THEN 0 ELSE f(a % 2, b % 2) + 2 * rest[a \div 2, b \div 2]
  IN  rest[x, y]

\* Bits that are 1 in both.
\* Example: 6 & 3 = 2
\* Refused: (-1) & 3 = 3
x & y == OnBits(LAMBDA a, b : a * b, x, y)

\* Bits that are 1 in either.
\* Example: 6 | 3 = 7
x | y == OnBits(LAMBDA a, b : a + b - a * b, x, y)

\* Bits that differ.
\* Example: 6 ^^ 3 = 5
x ^^ y == OnBits(LAMBDA a, b : (a + b) % 2, x, y)

\* Flips the bits of a up to its highest 1.
\* Example: Not(10) = 5
\* Example: Not(0) = 0
Not(a) == OnBits(LAMBDA b, c : 1 - b, a, 0)

\* n without its pos lowest bits. Bit by bit, because 2 ^ pos is soon too large for TLC.
\* Example: shiftR(13, 2) = 3
\* Example: shiftR(13, 40) = 0
RECURSIVE shiftR(_, _)
shiftR(n, pos) == IF pos = 0 THEN n ELSE shiftR(n \div 2, pos - 1)

=============================================================================
