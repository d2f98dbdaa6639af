---------------------------- MODULE SequencesExt ----------------------------
(* More about sequences: conversions, search, editing, folds, parts.          *)
(* Positions count from 1. A subsequence is consecutive unless said otherwise. *)
EXTENDS Sequences, Naturals, FiniteSets, FiniteSetsExt, Folds, Functions, Bags, TLC

-----------------------------------------------------------------------------
(* From and to sets and bags *)

\* Example: ToSet(<<1, 2, 1>>) = {1, 2}
ToSet(s) == {s[i] : i \in DOMAIN s}

\* How often each element occurs, as a bag.
\* Example: ToBag(<<"a", "b", "a">>) = [a |-> 2, b |-> 1]
ToBag(s) == [x \in ToSet(s) |-> Cardinality({i \in DOMAIN s : s[i] = x})]

\* Some sequence with each element of S once.
\* Example: Len(SetToSeq({5, 3, 4})) = 3 /\ ToSet(SetToSeq({5, 3, 4})) = {3, 4, 5}
\* Example: SetToSeq({}) = <<>>
SetToSeq(S) == FoldSet(LAMBDA x, s : <<x>> \o s, <<>>, S)

\* All sequences with each element of S once. Grown element by element: n! of them, where filtering would look at n^n.
\* Example: SetToSeqs({"a", "b"}) = {<<"a", "b">>, <<"b", "a">>}
\* Example: SetToSeqs({}) = {<<>>}
\* Example: Cardinality(SetToSeqs(1..6)) = 720
SetToSeqs(S) ==
  LET orders[T \in SUBSET S] ==
        IF T = {} THEN {<<>>} ELSE UNION {{<<x>> \o s : s \in orders[T \ {x}]} : x \in T}
  IN  orders[S]

\* The elements of S in the order of op.
\* Example: SetToSortSeq({2, 3, 1}, >) = <<3, 2, 1>>
SetToSortSeq(S, op(_, _)) == SortSeq(SetToSeq(S), op)

\* All sequences of different elements of S, of every length.
\* Example: SetToAllKPermutations({"a", "b"}) = {<<>>, <<"a">>, <<"b">>, <<"a", "b">>, <<"b", "a">>}
SetToAllKPermutations(S) == UNION {SetToSeqs(T) : T \in SUBSET S}

\* All sequences of length n.
\* Example: TupleOf({0, 1}, 2) = {0, 1} \X {0, 1}
TupleOf(set, n) == [1..n -> set]

\* All sequences up to length n.
\* Example: SeqOf({0, 1}, 2) = {<<>>, <<0>>, <<1>>, <<0, 0>>, <<0, 1>>, <<1, 0>>, <<1, 1>>}
SeqOf(set, n) == UNION {TupleOf(set, m) : m \in 0..n}

\* SeqOf by a name that reminds of Seq.
\* Example: BoundedSeq({7}, 2) = {<<>>, <<7>>, <<7, 7>>}
BoundedSeq(S, n) == SeqOf(S, n)

-----------------------------------------------------------------------------
(* Looking for elements *)

\* Example: Contains(<<1, 2>>, 2) = TRUE
\* Example: Contains(<<1, 2>>, 3) = FALSE
Contains(s, e) == \E i \in 1..Len(s) : s[i] = e

\* Whether op holds between each element and all that come after it.
\* Example: IsSorted(<<1, 2, 2>>, <=) = TRUE
\* Example: IsSorted(<<1, 2, 2>>, <) = FALSE
IsSorted(s, op(_, _)) == \A i, j \in 1..Len(s) : i < j => op(s[i], s[j])

LOCAL Matches(seq, from, to, Test(_)) == {i \in from..to : Test(seq[i])}

\* The first position whose element passes the test; 0 if there is none.
\* Example: SelectInSeq(<<5, 8, 6>>, LAMBDA x : x > 5) = 2
\* Example: SelectInSeq(<<5, 8, 6>>, LAMBDA x : x > 9) = 0
SelectInSeq(seq, Test(_)) ==
  LET found == Matches(seq, 1, Len(seq), Test) IN IF found = {} THEN 0 ELSE Min(found)

\* The same among the positions from..to; the result is a position in seq.
\* Example: SelectInSubSeq(<<7, 5, 8, 6>>, 2, 4, LAMBDA x : x > 5) = 3
\* Example: SelectInSubSeq(<<7, 5, 8, 6>>, 2, 2, LAMBDA x : x > 5) = 0
SelectInSubSeq(seq, from, to, Test(_)) ==
  LET found == Matches(seq, from, to, Test) IN IF found = {} THEN 0 ELSE Min(found)

\* The last position whose element passes the test; 0 if there is none.
\* Example: SelectLastInSeq(<<5, 8, 6>>, LAMBDA x : x > 5) = 3
\* Example: SelectLastInSeq(<<>>, LAMBDA x : x > 5) = 0
SelectLastInSeq(seq, Test(_)) ==
  LET found == Matches(seq, 1, Len(seq), Test) IN IF found = {} THEN 0 ELSE Max(found)

\* The same among the positions from..to.
\* Example: SelectLastInSubSeq(<<7, 5, 8, 6>>, 1, 3, LAMBDA x : x < 9) = 3
SelectLastInSubSeq(seq, from, to, Test(_)) ==
  LET found == Matches(seq, from, to, Test) IN IF found = {} THEN 0 ELSE Max(found)

-----------------------------------------------------------------------------
(* Editing *)

\* Example: Reverse(<<1, 2, 3>>) = <<3, 2, 1>>
Reverse(s) == [i \in 1..Len(s) |-> s[Len(s) + 1 - i]]

\* s without any e.
\* Example: Remove(<<1, 2, 1>>, 1) = <<2>>
Remove(s, e) == SelectSeq(s, LAMBDA x : x # e)

\* Example: ReplaceAll(<<1, 2, 1>>, 1, 9) = <<9, 2, 9>>
ReplaceAll(s, old, new) == [i \in 1..Len(s) |-> IF s[i] = old THEN new ELSE s[i]]

\* e becomes the element at position i; what was there and after it moves up.
\* Example: InsertAt(<<1, 2>>, 2, 9) = <<1, 9, 2>>
\* Example: InsertAt(<<1, 2>>, 3, 9) = <<1, 2, 9>>
InsertAt(s, i, e) == SubSeq(s, 1, i - 1) \o <<e>> \o SubSeq(s, i, Len(s))

\* Example: ReplaceAt(<<1, 2>>, 2, 9) = <<1, 9>>
ReplaceAt(s, i, e) == [s EXCEPT ![i] = e]

\* s without the element at position i.
\* Example: RemoveAt(<<1, 2, 3>>, 2) = <<1, 3>>
RemoveAt(s, i) == SubSeq(s, 1, i - 1) \o SubSeq(s, i + 1, Len(s))

\* s without the first element that passes the test.
\* Example: RemoveFirstMatch(<<1, 2, 3>>, LAMBDA x : x > 1) = <<1, 3>>
\* Example: RemoveFirstMatch(<<1, 2, 3>>, LAMBDA x : x > 3) = <<1, 2, 3>>
RemoveFirstMatch(s, Test(_)) ==
  LET i == SelectInSeq(s, Test) IN IF i = 0 THEN s ELSE RemoveAt(s, i)

\* s without the first e.
\* Example: RemoveFirst(<<1, 2, 1>>, 1) = <<2, 1>>
RemoveFirst(s, e) == RemoveFirstMatch(s, LAMBDA x : x = e)

\* Example: Cons(1, <<2, 3>>) = <<1, 2, 3>>
Cons(elt, seq) == <<elt>> \o seq

\* Append with its arguments swapped, as folds want it.
\* Example: Snoc(3, <<1, 2>>) = <<1, 2, 3>>
Snoc(elt, seq) == Append(seq, elt)

\* All but the last element.
\* Example: Front(<<1, 2, 3>>) = <<1, 2>>
\* Example: Front(<<>>) = <<>>
Front(s) == SubSeq(s, 1, Len(s) - 1)

\* Example: Last(<<1, 2, 3>>) = 3
\* Refused: Last(<<>>) = 3
Last(s) == s[Len(s)]

-----------------------------------------------------------------------------
(* Beginnings and ends *)

\* Whether t begins with s.
\* Example: IsPrefix(<<1>>, <<1, 2>>) = TRUE
\* Example: IsPrefix(<<2>>, <<1, 2>>) = FALSE
IsPrefix(s, t) == Len(s) <= Len(t) /\ \A i \in 1..Len(s) : s[i] = t[i]

\* Whether t begins with s and goes on.
\* Example: IsStrictPrefix(<<1>>, <<1, 2>>) = TRUE
\* Example: IsStrictPrefix(<<1>>, <<1>>) = FALSE
IsStrictPrefix(s, t) == IsPrefix(s, t) /\ s # t

\* Whether t ends with s.
\* Example: IsSuffix(<<2>>, <<1, 2>>) = TRUE
\* Example: IsSuffix(<<1>>, <<1, 2>>) = FALSE
IsSuffix(s, t) == IsPrefix(Reverse(s), Reverse(t))

\* Whether t ends with s and has more before it.
\* Example: IsStrictSuffix(<<2>>, <<1, 2>>) = TRUE
\* Example: IsStrictSuffix(<<2>>, <<2>>) = FALSE
IsStrictSuffix(s, t) == IsSuffix(s, t) /\ s # t

\* Example: Prefixes(<<1, 2>>) = {<<>>, <<1>>, <<1, 2>>}
Prefixes(s) == {SubSeq(s, 1, n) : n \in 0..Len(s)}

\* What all sequences of S begin with.
\* Example: CommonPrefixes({<<1, 2>>, <<1, 3>>}) = {<<>>, <<1>>}
CommonPrefixes(S) == {p \in UNION {Prefixes(s) : s \in S} : \A s \in S : IsPrefix(p, s)}

\* Example: LongestCommonPrefix({<<1, 2, 3>>, <<1, 2, 4>>}) = <<1, 2>>
LongestCommonPrefix(S) ==
  CHOOSE longest \in CommonPrefixes(S) : \A p \in CommonPrefixes(S) : Len(p) <= Len(longest)

\* Example: Suffixes(<<1, 2>>) = {<<>>, <<2>>, <<1, 2>>}
Suffixes(s) == {SubSeq(s, i, Len(s)) : i \in 1..(Len(s) + 1)}

-----------------------------------------------------------------------------
(* Folds *)

\* a % b for positions: b where % says 0.
\* Example: SeqMod(5, 3) = 2
\* Example: SeqMod(6, 3) = 3
SeqMod(a, b) == IF a % b = 0 THEN b ELSE a % b

\* Combines all elements, in no particular order: op should be associative and commutative.
\* Example: FoldSeq(LAMBDA x, y : {x} \cup y, {}, <<1, 2, 1>>) = {1, 2}
FoldSeq(op(_, _), base, seq) == FoldFunction(op, base, seq)

\* From left to right: op(op(base, seq[1]), seq[2]) and so on.
\* Example: FoldLeft(LAMBDA x, y : <<x, y>>, 0, <<3, 1, 2>>) = <<<<<<0, 3>>, 1>>, 2>>
FoldLeft(op(_, _), base, seq) ==
  LET upTo[n \in 0..Len(seq)] == IF n = 0 THEN base ELSE op(upTo[n - 1], seq[n])
  IN  upTo[Len(seq)]

\* From right to left: op(seq[1], op(seq[2], ... base)).
\* Example: FoldRight(LAMBDA x, y : <<x, y>>, <<3, 1, 2>>, 0) = <<3, <<1, <<2, 0>>>>>>
FoldRight(op(_, _), seq, base) ==
  LET from[n \in 1..(Len(seq) + 1)] == IF n > Len(seq) THEN base ELSE op(seq[n], from[n + 1])
  IN  from[1]

\* The same two over positions instead of elements.
\* Example: FoldLeftDomain(LAMBDA x, y : <<x, y>>, 0, <<"a", "b">>) = <<<<0, 1>>, 2>>
FoldLeftDomain(op(_, _), base, seq) == FoldLeft(op, base, [i \in DOMAIN seq |-> i])

\* Example: FoldRightDomain(LAMBDA x, y : <<x, y>>, <<"a", "b">>, 0) = <<1, <<2, 0>>>>
FoldRightDomain(op(_, _), seq, base) == FoldRight(op, [i \in DOMAIN seq |-> i], base)

-----------------------------------------------------------------------------
(* Several sequences *)

\* One after the other; strings are joined to a string.
\* Example: FlattenSeq(<<<<1, 2>>, <<>>, <<3>>>>) = <<1, 2, 3>>
\* Example: FlattenSeq(<<"ab", "c">>) = "abc"
\* Example: FlattenSeq(<<>>) = <<>>
FlattenSeq(seqs) ==
  IF seqs = <<>> THEN <<>> ELSE FoldLeft(LAMBDA s, t : s \o t, Head(seqs), Tail(seqs))

\* Pairs of the elements at the same position, as far as both sequences go.
\* Example: Zip(<<1, 2, 3>>, <<"a", "b">>) = <<<<1, "a">>, <<2, "b">>>>
Zip(s, t) == [i \in 1..Min({Len(s), Len(t)}) |-> <<s[i], t[i]>>]

\* Elements of s and t by turns, each in a sequence of its own; of two empty sequences, two empty ones.
\* Example: Interleave(<<1, 3>>, <<2, 4>>) = <<<<1>>, <<2>>, <<3>>, <<4>>>>
\* Example: Interleave(<<>>, <<>>) = <<<<>>, <<>>>>
\* Refused: Interleave(<<1>>, <<>>) = <<<<1>>>>
Interleave(s, t) ==
  CASE Len(s) = Len(t) /\ Len(s) = 0 -> <<<<>>, <<>>>>
    [] Len(s) = Len(t) /\ Len(s) > 0 ->
         [i \in 1..(2 * Len(s)) |-> IF i % 2 = 1 THEN <<s[(i + 1) \div 2]>> ELSE <<t[i \div 2]>>]

\* All subsequences.
\* Example: SubSeqs(<<1, 2, 3>>) = {<<>>, <<1>>, <<2>>, <<3>>, <<1, 2>>, <<2, 3>>, <<1, 2, 3>>}
SubSeqs(s) == {SubSeq(s, i, j) : i \in 1..(Len(s) + 1), j \in 0..Len(s)}

\* All that is left of s when any of its elements are taken out.
\* Example: AllSubSeqs(<<1, 2, 3>>) = {<<>>, <<1>>, <<2>>, <<3>>, <<1, 2>>, <<1, 3>>, <<2, 3>>, <<1, 2, 3>>}
AllSubSeqs(s) == FoldRight(LAMBDA x, rest : rest \cup {<<x>> \o r : r \in rest}, s, {<<>>})

LOCAL Occurs(s, t, i) == SubSeq(t, i, i + Len(s) - 1) = s

\* Where s begins in t for the first time.
\* Example: IndexFirstSubSeq(<<2, 3>>, <<1, 2, 3, 2, 3>>) = 2
\* Refused: IndexFirstSubSeq(<<4>>, <<1, 2, 3>>) = 0
IndexFirstSubSeq(s, t) == Min({i \in 1..(Len(t) - Len(s) + 1) : Occurs(s, t, i)})

\* t with the Len(s) elements from position i replaced by r.
\* Example: ReplaceSubSeqAt(2, <<9, 9>>, <<2>>, <<1, 2, 3>>) = <<1, 9, 9, 3>>
ReplaceSubSeqAt(i, r, s, t) == SubSeq(t, 1, i - 1) \o r \o SubSeq(t, i + Len(s), Len(t))

\* t with the first s in it replaced by r.
\* Example: ReplaceFirstSubSeq(<<9>>, <<1>>, <<1, 2, 1>>) = <<9, 2, 1>>
\* Example: ReplaceFirstSubSeq(<<9>>, <<3>>, <<1, 2, 1>>) = <<1, 2, 1>>
ReplaceFirstSubSeq(r, s, t) ==
  IF \E i \in 1..(Len(t) - Len(s) + 1) : Occurs(s, t, i)
  THEN ReplaceSubSeqAt(IndexFirstSubSeq(s, t), r, s, t)
  ELSE t

\* t with every s in it replaced by r, from left to right; what was replaced is not looked at again. An empty s is found
\* before each element.
\* Example: ReplaceAllSubSeqs(<<2, 2>>, <<1, 1>>, <<1, 1, 1>>) = <<2, 2, 1>>
\* Example: ReplaceAllSubSeqs(<<1, 1>>, <<1>>, <<1, 1>>) = <<1, 1, 1, 1>>
\* Example: ReplaceAllSubSeqs(<<4>>, <<>>, <<1, 2>>) = <<4, 1, 4, 2>>
\* Example: ReplaceAllSubSeqs(<<4>>, <<>>, <<>>) = <<4>>
RECURSIVE ReplaceAllSubSeqs(_, _, _)
ReplaceAllSubSeqs(r, s, t) ==
  IF s = t THEN r
  ELSE IF Len(s) = 0 THEN FlattenSeq([i \in 1..Len(t) |-> r \o <<t[i]>>])
  ELSE IF \A i \in 1..(Len(t) - Len(s) + 1) : ~Occurs(s, t, i) THEN t
  ELSE LET i == IndexFirstSubSeq(s, t)
           rest == SubSeq(t, i + Len(s), Len(t))
       IN  SubSeq(t, 1, i - 1) \o r \o (IF Len(rest) = 0 THEN rest ELSE ReplaceAllSubSeqs(r, s, rest))

=============================================================================
