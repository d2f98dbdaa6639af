---- MODULE OtherGeneration ----
EXTENDS Naturals

(* --algorithm Count
variables count = 0;
begin
Up: while count < 3 do
      count := count + 1;
    end while;
end algorithm *)
\* BEGIN TRANSLATION
VARIABLES pc, count

vars == << pc, count >>

Init == (* Global variables *)
        /\ count = 0
        /\ pc = "Up"

Up == /\ pc = "Up"
      /\ IF count < 3
            THEN /\ count' = count + 1
                 /\ pc' = "Up"
            ELSE /\ pc' = "Done"
                 /\ count' = count

(* Permit stuttering to prevent deadlock on termination. *)
Terminating == pc = "Done" /\ UNCHANGED vars

Next == Up
           \/ Terminating

Spec == Init /\ [][Next]_vars

Termination == <>(pc = "Done")

\* END TRANSLATION 
====
