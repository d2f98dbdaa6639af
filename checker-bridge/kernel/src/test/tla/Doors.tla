------------------------------- MODULE Doors -------------------------------
\* Formulas to be opened: what TLC says of them is plain, and why is what counts.
EXTENDS Naturals, Sequences
CONSTANT Room
VARIABLES door, log, free
vars == <<door, log, free>>

Init == door = [r \in Room |-> "shut"] /\ log = <<>> /\ free = {1, 2}

IsOpen(r) == door[r] = "open"

MayOpen(r) ==
  /\ ~ IsOpen(r)
  /\ Len(log) < 3

Open(r) ==
  /\ MayOpen(r)
  /\ \E n \in free : free' = free \ {n}
  /\ door' = [door EXCEPT ![r] = "open"]
  /\ log' = Append(log, r)

Shut(r) ==
  /\ IsOpen(r)
  /\ door' = [door EXCEPT ![r] = "shut"]
  /\ UNCHANGED <<log, free>>

Forget ==
  /\ log # <<>>
  /\ log' = <<>>
  /\ UNCHANGED <<door, free>>

Take(n) == free' = free \ {n} /\ UNCHANGED <<door, log>>

Next == (\E r \in Room : Open(r) \/ Shut(r)) \/ Forget \/ \E n \in free \ {1, 2} : Take(n)

Spec == Init /\ [][Next]_vars /\ \A r \in Room : WF_vars(Shut(r))
-----------------------------------------------------------------------------
OneOpen == \A q, r \in Room : IsOpen(q) /\ IsOpen(r) => q = r
SomeShut == \E r \in Room : door[r] = "shut"
Roomy == IF log = <<>> THEN free = {1, 2} ELSE 1 \in free \/ 2 \in free \/ Len(log) = 0
Guarded == log # <<>> /\ log[1] = "a"
TooShort == log[3] = "a" \/ free = {1, 2}
StaysShut == [][\A r \in Room : door'[r] = "shut"]_door
AgainOpen == \A r \in Room : []<>(IsOpen(r))
Answered == \A r \in Room : IsOpen("a") ~> (r \in {"b"} /\ IsOpen("b"))
=============================================================================
