---- MODULE Wrong ----
EXTENDS Naturals

(* --algorithm Count
variables count = 0;
begin
Up: while count < 3 do
      count := ;
    end while;
end algorithm *)
====
