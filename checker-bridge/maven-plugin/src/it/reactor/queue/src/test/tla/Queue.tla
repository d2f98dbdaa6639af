-------------------------------- MODULE Queue --------------------------------
EXTENDS Naturals, Sequences
VARIABLE queue

Init == queue = <<>>
Put == Len(queue) < 3 /\ queue' = Append(queue, "item")
Take == queue # <<>> /\ queue' = Tail(queue)
Next == Put \/ Take
Spec == Init /\ [][Next]_queue

Bounded == Len(queue) <= 3
=============================================================================
