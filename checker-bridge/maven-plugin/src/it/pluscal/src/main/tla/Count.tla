---- MODULE Count ----
EXTENDS Naturals

(* --algorithm Count
variables count = 0;
begin
Up: while count < 3 do
      count := count + 2;
    end while;
end algorithm *)
\* BEGIN TRANSLATION (chksum(pcal) = "cedb9f4d" /\ chksum(tla) = "b1fd286")
VARIABLES count, pc

vars == << count, pc >>

Init == (* Global variables *)
        /\ count = 0
        /\ pc = "Up"

Up == /\ pc = "Up"
      /\ IF count < 3
            THEN /\ count' = count + 1
                 /\ pc' = "Up"
            ELSE /\ pc' = "Done"
                 /\ count' = count

(* Allow infinite stuttering to prevent deadlock on termination. *)
Terminating == pc = "Done" /\ UNCHANGED vars

Next == Up
           \/ Terminating

Spec == Init /\ [][Next]_vars

Termination == <>(pc = "Done")

\* END TRANSLATION 
====
