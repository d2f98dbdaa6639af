---- MODULE Latch ----
(* What a lamp is seen from afar: something that is set. *)
VARIABLE set
Init == set = FALSE
Next == set' = ~set
Spec == Init /\ [][Next]_set
Again == []<>set /\ WF_set(Next)
====
