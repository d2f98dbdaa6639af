------------------------ MODULE WellFoundedInduction ------------------------
(* Induction and recursion along relations without endless descent, as proofs   *)
(* refer to them. A relation is a set of pairs; <<x, y>> in it says that x comes *)
(* before y. TLC evaluates the definitions and skips the theorems.              *)
EXTENDS NaturalsInduction

\* Whether what R relates in two steps within S it relates in one.
\* Example: IsTransitivelyClosedOn({<<1, 2>>, <<2, 3>>, <<1, 3>>}, 1..3) = TRUE
\* Example: IsTransitivelyClosedOn({<<1, 2>>, <<2, 3>>}, 1..3) = FALSE
IsTransitivelyClosedOn(R, S) ==
  \A x, y, z \in S : <<x, y>> \in R /\ <<y, z>> \in R => <<x, z>> \in R

\* Whether no sequence in S goes down forever. TLC cannot look at all of them.
IsWellFoundedOn(R, S) == ~\E f \in [Nat -> S] : \A n \in Nat : <<f[n + 1], f[n]>> \in R

\* What comes before x.
\* Example: SetLessThan(3, {<<1, 3>>, <<2, 3>>, <<1, 2>>}, 1..3) = {1, 2}
SetLessThan(x, R, S) == {y \in S : <<y, x>> \in R}

LEMMA EmptyIsWellFounded == \A S : IsWellFoundedOn({}, S)

LEMMA IsWellFoundedOnSubset ==
  ASSUME NEW R, NEW S, NEW T \in SUBSET S, IsWellFoundedOn(R, S)
  PROVE  IsWellFoundedOn(R, T)

LEMMA IsWellFoundedOnSubrelation ==
  ASSUME NEW S, NEW R, NEW RR, RR \cap (S \X S) \subseteq R, IsWellFoundedOn(R, S)
  PROVE  IsWellFoundedOn(RR, S)

\* Without endless descent every set that is not empty has a first element, and the other way round.
THEOREM WFMin ==
  ASSUME NEW R, NEW S, IsWellFoundedOn(R, S), NEW T, T \subseteq S, T # {}
  PROVE  \E x \in T : \A y \in T : ~(<<y, x>> \in R)

THEOREM MinWF ==
  ASSUME NEW R, NEW S, \A T \in SUBSET S : T # {} => \E x \in T : \A y \in T : ~(<<y, x>> \in R)
  PROVE  IsWellFoundedOn(R, S)

LEMMA WellFoundedIsIrreflexive ==
  ASSUME NEW R, NEW S, NEW x \in S, IsWellFoundedOn(R, S)
  PROVE  <<x, x>> \notin R

LEMMA WellFoundedIsAsymmetric ==
  ASSUME NEW R, NEW S, NEW x \in S, NEW y \in S, IsWellFoundedOn(R, S), <<x, y>> \in R, <<y, x>> \in R
  PROVE  FALSE

LEMMA WFSetLessThanIrreflexive ==
  ASSUME NEW R, NEW S, NEW x \in S, IsWellFoundedOn(R, S)
  PROVE  x \notin SetLessThan(x, R, S)

LEMMA SetLessTransitive ==
  ASSUME NEW R, NEW S, NEW x \in S, NEW y \in SetLessThan(x, R, S), IsTransitivelyClosedOn(R, S)
  PROVE  SetLessThan(y, R, S) \subseteq SetLessThan(x, R, S)

\* What is true of each element as soon as it is true of all before it is true of all.
THEOREM WFInduction ==
  ASSUME NEW P(_), NEW R, NEW S, IsWellFoundedOn(R, S),
         \A x \in S : (\A y \in SetLessThan(x, R, S) : P(y)) => P(x)
  PROVE  \A x \in S : P(x)

-----------------------------------------------------------------------------
(* Recursion: Def(f, x) is the value at x, computed from the values of f before x. *)

WFDefOn(R, S, Def(_, _)) ==
  \A g, h : \A x \in S : (\A y \in SetLessThan(x, R, S) : g[y] = h[y]) => (Def(g, x) = Def(h, x))

OpDefinesFcn(f, S, Def(_, _)) == f = CHOOSE g : g = [x \in S |-> Def(g, x)]

\* Example: WFInductiveDefines(<<1, 3, 6>>, 1..3, LAMBDA f, x : IF x = 1 THEN 1 ELSE f[x - 1] + x) = TRUE
\* Example: WFInductiveDefines(<<1, 3, 7>>, 1..3, LAMBDA f, x : IF x = 1 THEN 1 ELSE f[x - 1] + x) = FALSE
WFInductiveDefines(f, S, Def(_, _)) == f = [x \in S |-> Def(f, x)]

WFInductiveUnique(S, Def(_, _)) ==
  \A g, h : WFInductiveDefines(g, S, Def) /\ WFInductiveDefines(h, S, Def) => (g = h)

THEOREM WFDefOnUnique ==
  ASSUME NEW Def(_, _), NEW R, NEW S, IsWellFoundedOn(R, S), WFDefOn(R, S, Def)
  PROVE  WFInductiveUnique(S, Def)

LEMMA WFInductiveDefLemma ==
  ASSUME NEW Def(_, _), NEW R, NEW S, NEW f, IsWellFoundedOn(R, S), IsTransitivelyClosedOn(R, S),
         WFDefOn(R, S, Def), OpDefinesFcn(f, S, Def)
  PROVE  WFInductiveDefines(f, S, Def)

THEOREM WFInductiveDef ==
  ASSUME NEW Def(_, _), NEW R, NEW S, NEW f, IsWellFoundedOn(R, S),
         WFDefOn(R, S, Def), OpDefinesFcn(f, S, Def)
  PROVE  WFInductiveDefines(f, S, Def)

THEOREM WFInductiveDefType ==
  ASSUME NEW Def(_, _), NEW f, NEW R, NEW S, NEW T, T # {}, IsWellFoundedOn(R, S),
         WFDefOn(R, S, Def), WFInductiveDefines(f, S, Def), \A g \in [S -> T], s \in S : Def(g, s) \in T
  PROVE  f \in [S -> T]

-----------------------------------------------------------------------------
(* The smallest closed relation that contains R. *)

\* Example: TransitiveClosureOn({<<1, 2>>, <<2, 3>>}, 1..3) = {<<1, 2>>, <<2, 3>>, <<1, 3>>}
TransitiveClosureOn(R, S) ==
  {p \in S \X S :
    \A U \in SUBSET (S \X S) : R \cap (S \X S) \subseteq U /\ IsTransitivelyClosedOn(U, S) => p \in U}

LEMMA TransitiveClosureThm ==
  \A R, S : /\ R \cap (S \X S) \subseteq TransitiveClosureOn(R, S)
            /\ IsTransitivelyClosedOn(TransitiveClosureOn(R, S), S)

LEMMA TransitiveClosureMinimal ==
  ASSUME NEW R, NEW S, NEW U \in SUBSET (S \X S), R \cap (S \X S) \subseteq U, IsTransitivelyClosedOn(U, S)
  PROVE  TransitiveClosureOn(R, S) \subseteq U

LEMMA TCTCTC ==
  ASSUME NEW R, NEW S, NEW i \in S, NEW j \in S, NEW k \in S,
         <<i, j>> \in TransitiveClosureOn(R, S), <<j, k>> \in TransitiveClosureOn(R, S)
  PROVE  <<i, k>> \in TransitiveClosureOn(R, S)

LEMMA TCRTC ==
  ASSUME NEW R, NEW S, NEW i \in S, NEW j \in S, NEW k \in S,
         <<i, j>> \in TransitiveClosureOn(R, S), <<j, k>> \in R
  PROVE  <<i, k>> \in TransitiveClosureOn(R, S)

LEMMA RTCTC ==
  ASSUME NEW R, NEW S, NEW i \in S, NEW j \in S, NEW k \in S,
         <<i, j>> \in R, <<j, k>> \in TransitiveClosureOn(R, S)
  PROVE  <<i, k>> \in TransitiveClosureOn(R, S)

LEMMA TransitiveClosureChopLast ==
  ASSUME NEW R, NEW S, NEW i \in S, NEW k \in S, <<i, k>> \in TransitiveClosureOn(R, S)
  PROVE  \E j \in S : <<j, k>> \in R /\ (i = j \/ <<i, j>> \in TransitiveClosureOn(R, S))

THEOREM TransitiveClosureWF ==
  ASSUME NEW R, NEW S, IsWellFoundedOn(R, S)
  PROVE  IsWellFoundedOn(TransitiveClosureOn(R, S), S)

-----------------------------------------------------------------------------
(* Relations without endless descent made from others. *)

\* Example: OpToRel(<, 1..3) = {<<1, 2>>, <<1, 3>>, <<2, 3>>}
OpToRel(_\prec_, S) == {p \in S \X S : p[1] \prec p[2]}

THEOREM NatLessThanWellFounded == IsWellFoundedOn(OpToRel(<, Nat), Nat)

\* The pairs whose images are related.
\* Example: PreImage(LAMBDA x : x % 2, 1..2, {<<0, 1>>}) = {<<2, 1>>}
PreImage(f(_), S, R) == {p \in S \X S : <<f(p[1]), f(p[2])>> \in R}

THEOREM PreImageWellFounded ==
  ASSUME NEW S, NEW T, NEW R, NEW f(_), \A s \in S : f(s) \in T, IsWellFoundedOn(R, T)
  PROVE  IsWellFoundedOn(PreImage(f, S, R), S)

\* Pairs by their first component, and where that is the same by their second.
\* Example: LexPairOrdering({<<1, 2>>}, {<<1, 2>>}, {1}, {1, 2}) = {<<<<1, 1>>, <<1, 2>>>>}
LexPairOrdering(R1, R2, S1, S2) ==
  {p \in (S1 \X S2) \X (S1 \X S2) :
    <<p[1][1], p[2][1]>> \in R1 \/ (p[1][1] = p[2][1] /\ <<p[1][2], p[2][2]>> \in R2)}

THEOREM WFLexPairOrdering ==
  ASSUME NEW R1, NEW R2, NEW S1, NEW S2, IsWellFoundedOn(R1, S1), IsWellFoundedOn(R2, S2)
  PROVE  IsWellFoundedOn(LexPairOrdering(R1, R2, S1, S2), S1 \X S2)

\* Sequences of length n by the first element in which they differ.
\* Example: LexProductOrdering({<<1, 2>>}, {1, 2}, 1) = {<<<<1>>, <<2>>>>}
LexProductOrdering(R, S, n) ==
  {p \in [1..n -> S] \X [1..n -> S] :
    \E j \in 1..n : <<p[1][j], p[2][j]>> \in R /\ \A i \in 1..(j - 1) : p[1][i] = p[2][i]}

THEOREM WFLexProductOrdering ==
  ASSUME NEW R, NEW S, NEW n \in Nat, IsWellFoundedOn(R, S)
  PROVE  IsWellFoundedOn(LexProductOrdering(R, S, n), [1..n -> S])

=============================================================================
