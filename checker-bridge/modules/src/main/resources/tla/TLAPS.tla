------------------------------- MODULE TLAPS --------------------------------
(* The names by which a proof tells its prover what to try. To TLC they are all *)
(* TRUE: a specification that comes with proofs can be checked, and its proofs  *)
(* are read but not checked.                                                    *)

(* Provers, with the time that is their own choice *)
SMT == TRUE
CVC3 == TRUE
CVC4 == TRUE
Yices == TRUE
veriT == TRUE
Zipper == TRUE
Z3 == TRUE
Spass == TRUE
LS4 == TRUE
PTL == TRUE
Zenon == TRUE
Isa == TRUE
SimpleArithmetic == TRUE
IsaWithSetExtensionality == TRUE

(* Provers with a time limit, or a tactic *)
SMTT(X) == TRUE
CVC3T(X) == TRUE
CVC4T(X) == TRUE
YicesT(X) == TRUE
veriTT(X) == TRUE
ZipperT(X) == TRUE
Z3T(X) == TRUE
SpassT(X) == TRUE
LS4T(X) == TRUE
ZenonT(X) == TRUE
IsaT(X) == TRUE
IsaM(X) == TRUE

IsaMT(X, Y) == TRUE

(* Several provers, one after the other *)
AllProvers == TRUE
AllSMT == TRUE
AllIsa == TRUE

AllProversT(X) == TRUE
AllSMTT(X) == TRUE
AllIsaT(X) == TRUE

(* Tactics of Isabelle, and Zenon's patience, by their older names *)
Auto == TRUE
SlowAuto == TRUE
SlowerAuto == TRUE
SlowestAuto == TRUE
Force == TRUE
SlowForce == TRUE
SlowerForce == TRUE
SlowestForce == TRUE
SimplifyAndSolve == TRUE
SlowSimplifyAndSolve == TRUE
SlowerSimplifyAndSolve == TRUE
SlowestSimplifyAndSolve == TRUE
Simplification == TRUE
SlowSimplification == TRUE
SlowerSimplification == TRUE
SlowestSimplification == TRUE
Blast == TRUE
SlowBlast == TRUE
SlowerBlast == TRUE
SlowestBlast == TRUE
AutoBlast == TRUE
SlowZenon == TRUE
SlowerZenon == TRUE
VerySlowZenon == TRUE
SlowestZenon == TRUE

(* What to do about ENABLED and action composition *)
ExpandENABLED == TRUE
ExpandCdot == TRUE
AutoUSE == TRUE
Lambdify == TRUE
ENABLEDaxioms == TRUE
LevelComparison == TRUE
Trivial == TRUE

(* Intermediate forms of a proof manager; nothing that TLC is given says them. *)
EnabledWrapper(Op(_)) == FALSE
CdotWrapper(Op(_)) == FALSE

\* Sets with the same elements are the same.
THEOREM SetExtensionality == \A S, T : (\A x : x \in S <=> x \in T) => S = T

\* There is always something else.
THEOREM NoSetContainsEverything == \A S : \E x : x \notin S

=============================================================================
