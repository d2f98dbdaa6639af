---- MODULE Lights ----
(* Lamps that go on and off, for formulas over behaviours. *)
EXTENDS Naturals, TLC
CONSTANT Lamp
VARIABLES on, n
vars == <<on, n>>
Init == on = {} /\ n = 0
Light(l) == l \notin on /\ on' = on \cup {l} /\ n' = (n + 1) % 3
Dark(l) == l \in on /\ on' = on \ {l} /\ UNCHANGED n
Next == \E l \in Lamp : Light(l) \/ Dark(l)
Fair(A) == WF_vars(A)
Spec == Init /\ [][Next]_vars /\ \A l \in Lamp : Fair(Light(l)) /\ SF_vars(Dark(l))
Halt == Init /\ [][Next]_vars

EachAgain == \A l \in Lamp : []<>(l \in on)
SomeAgain == \E l \in Lamp : []<>(l \in on)
EachStays == \A l \in Lamp : <>[](l \in on)
Follows == \A l \in Lamp : l \in on ~> l \notin on
Counts == [][n' = n \/ n' = (n + 1) % 3]_n
NeverCounts == [][FALSE]_n
CountsAgain == []<><<n' # n>>_n
CanLight == []ENABLED (\E l \in Lamp : Light(l))
WeakLight == WF_vars(\E l \in Lamp : Light(l))
StrongDark == \A l \in Lamp : SF_vars(Dark(l))
WeakDark == \A l \in Lamp : WF_vars(Dark(l))
Either == EachStays \/ ~EachAgain
IfThen == IF n = 0 THEN <>(n = 1) ELSE FALSE
Same == []<>(n = 1) <=> []<>(n = 2)
Always(F) == []F
Parameter == Always(<>(n = 1))
InLet == LET Later == <>(n = 1) IN []Later
Implied == n = 1 => <>(n = 2)
InAll == \A l \in on : []<>(l \in on)
InSome == \A l \in Lamp : \A m \in {l} : []<>(m \in on)
Start == n = 0
Two == 2
Max == Two + 1
Lit == [lamps |-> on, next |-> n + 1]
Risen == n' - n
Infinite == Nat
Level == TLCGet("level")
Deeper == [n |-> Level]
Wrong == n + on
M == INSTANCE Latch WITH set <- on # {}
Latched == M!Spec
Reset == M!Again
====
