----------------------------- MODULE Functions -----------------------------
(* Functions as values: cutting them down, turning them round, folding them. *)
EXTENDS Integers, Folds

\* f on the part S of its domain.
\* Example: Restrict([a |-> 1, b |-> 2], {"a"}) = [a |-> 1]
Restrict(f, S) == [x \in S |-> f[x]]

\* f on those arguments that pass the test.
\* Example: RestrictDomain(<<7, 8, 9>>, LAMBDA x : x < 3) = <<7, 8>>
RestrictDomain(f, Test(_)) == Restrict(f, {x \in DOMAIN f : Test(x)})

\* f on those arguments whose values pass the test.
\* Example: RestrictValues([a |-> 1, b |-> 2], LAMBDA y : y = 2) = [b |-> 2]
RestrictValues(f, Test(_)) == Restrict(f, {x \in DOMAIN f : Test(f[x])})

\* Whether narrow is wide cut down to a part of its domain.
\* Example: IsRestriction([a |-> 1], [a |-> 1, b |-> 2]) = TRUE
\* Example: IsRestriction([a |-> 3], [a |-> 1, b |-> 2]) = FALSE
\* Example: IsRestriction([c |-> 1], [a |-> 1, b |-> 2]) = FALSE
IsRestriction(narrow, wide) ==
  /\ DOMAIN narrow \subseteq DOMAIN wide
  /\ \A x \in DOMAIN narrow : wide[x] = narrow[x]

\* All values that f takes.
\* Example: Range([a |-> 1, b |-> 2, c |-> 1]) = {1, 2}
Range(f) == {f[x] : x \in DOMAIN f}

\* T applied to the values of f and g, argument by argument, on the domain of f.
\* Example: Pointwise([a |-> 1, b |-> 2], [a |-> 10, b |-> 20], +) = [a |-> 11, b |-> 22]
Pointwise(f, g, T(_, _)) == [x \in DOMAIN f |-> T(f[x], g[x])]

\* For each t in T some s in S with f[s] = t; for a t that f never takes, any s.
\* Example: Inverse([a |-> 1, b |-> 2], {"a", "b"}, {1, 2}) = [n \in {1, 2} |-> IF n = 1 THEN "a" ELSE "b"]
Inverse(f, S, T) == [t \in T |-> CHOOSE s \in S : t \in Range(f) => f[s] = t]

\* The inverse of f on all its values.
\* Example: AntiFunction(<<"x", "y">>) = [x |-> 1, y |-> 2]
AntiFunction(f) == Inverse(f, DOMAIN f, Range(f))

\* Whether different arguments have different values.
\* Example: IsInjective(<<1, 2>>) = TRUE
\* Example: IsInjective(<<1, 1>>) = FALSE
IsInjective(f) == \A a, b \in DOMAIN f : a # b => f[a] # f[b]

\* The functions from S to T that take no value twice.
\* Example: Injection({1, 2}, {"a", "b"}) = {<<"a", "b">>, <<"b", "a">>}
\* Example: Injection({1, 2}, {"a"}) = {}
Injection(S, T) == {f \in [S -> T] : IsInjective(f)}

\* The functions from S to T that take every value.
\* Example: Surjection({1, 2}, {"a"}) = {<<"a", "a">>}
\* Example: Surjection({1}, {"a", "b"}) = {}
Surjection(S, T) == {f \in [S -> T] : T \subseteq Range(f)}

\* The functions from S to T that take every value once.
\* Example: Bijection({1, 2}, {"a", "b"}) = {<<"a", "b">>, <<"b", "a">>}
Bijection(S, T) == {f \in Injection(S, T) : T \subseteq Range(f)}

\* Whether there are such functions at all.
\* Example: ExistsInjection({1}, {"a", "b"}) = TRUE
\* Example: ExistsInjection({1, 2}, {"a"}) = FALSE
ExistsInjection(S, T) == Injection(S, T) # {}

\* Example: ExistsSurjection({1, 2}, {"a"}) = TRUE
\* Example: ExistsSurjection({1}, {"a", "b"}) = FALSE
ExistsSurjection(S, T) == Surjection(S, T) # {}

\* Example: ExistsBijection({1, 2}, {"a", "b"}) = TRUE
\* Example: ExistsBijection({1}, {"a", "b"}) = FALSE
ExistsBijection(S, T) == Bijection(S, T) # {}

\* Combines the values of fun at the given indices, in no particular order: op should be associative and commutative.
\* Example: FoldFunctionOnSet(LAMBDA x, y : x + y, 0, <<4, 5, 6>>, {1, 3}) = 10
FoldFunctionOnSet(op(_, _), base, fun, indices) ==
  MapThenFoldSet(op, base, LAMBDA i : fun[i], LAMBDA S : CHOOSE i \in S : TRUE, indices)

\* The same for all values of fun.
\* Example: FoldFunction(LAMBDA x, y : {x} \cup y, {}, <<1, 2, 1>>) = {1, 2}
FoldFunction(op(_, _), base, fun) == FoldFunctionOnSet(op, base, fun, DOMAIN fun)

\* Example: SumFunctionOnSet(<<4, 5, 6>>, {1, 2}) = 9
SumFunctionOnSet(fun, indices) == FoldFunctionOnSet(+, 0, fun, indices)

\* Example: SumFunction(<<4, 5, 6>>) = 15
SumFunction(fun) == SumFunctionOnSet(fun, DOMAIN fun)

=============================================================================
