------------------------------- MODULE TLCExt -------------------------------
(* What a specification can ask of TLC beyond the module TLC. A TLC that brings *)
(* this module itself uses its own, and has more than there is here.            *)
LOCAL INSTANCE TLC
LOCAL INSTANCE Integers
LOCAL INSTANCE Sequences
LOCAL INSTANCE FiniteSets

\* a = b, and both are printed where it is false.
\* Example: AssertEq(1 + 1, 2) = TRUE
\* Example: AssertEq(1 + 1, 3) = FALSE
AssertEq(a, b) == a = b \/ (PrintT("AssertEq: these differ") /\ PrintT(a) /\ PrintT(b) /\ FALSE)

\* Whether the evaluation of exp is an error with this message. In Java.
\* Example: AssertError("The first argument of Assert evaluated to FALSE; the second argument was:\n\"no\"", Assert(FALSE, "no"))
\* Example: ~AssertError("no", Assert(FALSE, "yes"))
\* Example: ~AssertError("no", TRUE)
AssertError(err, exp) == CHOOSE b : b \in BOOLEAN

\* TLCGet(key), or defaultVal where nothing was set. In Java.
\* Example: TLCGetOrDefault(4711, "none") = "none"
TLCGetOrDefault(key, defaultVal) == CHOOSE v : TRUE

\* TLCGet, and the value set to Op of it and val.
\* Example: TLCGetAndSet(4712, +, 3, 1) = 1 /\ TLCGetOrDefault(4712, 0) = 4
TLCGetAndSet(key, Op(_, _), val, defaultVal) ==
  LET old == TLCGetOrDefault(key, defaultVal)
  IN  CHOOSE v \in {old} : TLCSet(key, Op(old, val))

\* The model value of this name. In Java.
\* Example: ToString(TLCModelValue("m")) = "m"
TLCModelValue(str) == CHOOSE v : ToString(v) = str

\* Example: TLCNoOp(3) = 3
TLCNoOp(val) == val

\* The value of the expression; this TLC does not keep it.
\* Example: TLCCache(1 + 1, {3}) = 2
TLCCache(expression, closure) == expression

\* The fingerprint of a value, cut to the size of TLC's numbers. In Java.
\* Example: TLCFP(<<1, 2>>) = TLCFP([i \in 1..2 |-> i])
\* Example: TLCFP(1) # TLCFP(2)
TLCFP(var) == CHOOSE i \in Int : TRUE

\* TRUE where exp is; there is nobody to be asked about other steps.
\* Example: PickSuccessor(TRUE) = TRUE
\* Refused: PickSuccessor(FALSE)
PickSuccessor(exp) ==
  exp \/ Assert(FALSE, "PickSuccessor asks whether to take a step, and Plumb runs TLC with nobody to be asked.")

\* The behaviour that TLC took to the current state, as a sequence of records of the variables. TLC takes it once more for
\* that, so it is for invariants and constraints of small models; in the next-state relation it is an error. In Java.
\* Refused: Trace = <<>>
Trace == CHOOSE behaviour : TRUE

\* What was violated, as a graph: a set of pairs of a number and a state, and a set of the steps between them. Both are
\* empty while nothing is violated, and this TLC evaluates nothing afterwards.
\* Example: CounterExample.state = {}
CounterExample == [action |-> {}, state |-> {}]

\* The states of a counterexample in their order.
\* Example: ToTrace([action |-> {}, state |-> {<<2, [x |-> 7]>>, <<1, [x |-> 5]>>}]) = <<[x |-> 5], [x |-> 7]>>
\* Example: ToTrace(CounterExample) = <<>>
ToTrace(CE) == [i \in 1..Cardinality(CE.state) |-> (CHOOSE s \in CE.state : s[1] = i)[2]]

\* TRUE; the expression is evaluated when a simulation takes the step, and never in model checking. This TLC has no means
\* to do so in a simulation, so it is an error there. In Java.
\* Example: TLCDefer(Assert(FALSE, "never evaluated")) = TRUE
TLCDefer(expression) == TRUE

\* The value of the definition of this name that the root module has. In Java.
\* Example: TLCEvalDefinition("CounterExample") = CounterExample
\* Refused: TLCEvalDefinition("NoSuchDefinition")
\* Refused: TLCEvalDefinition("TLCNoOp")
TLCEvalDefinition(definitionName) == CHOOSE value : TRUE

=============================================================================
