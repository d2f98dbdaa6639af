------------------------- MODULE MCQuorumStoreFair --------------------------
(* QuorumStore without a history made ready for TLC: bounds, and who goes on.*)
(* Progress is checked here, where there are fewer states.                   *)
EXTENDS QuorumStore, Sequences

CONSTANT Plan         \* Plan[c] are the calls that c makes, in their order

ASSUME IsFiniteSet(Home)
ASSUME DOMAIN Plan = Client
ASSUME R \in 1 .. N /\ W \in 1 .. N

WriteAndTwoReads == [c1 |-> <<"write">>, c2 |-> <<"read", "read">>]
WriteAndRead     == [c1 |-> <<"write">>, c2 |-> <<"read">>]
TwoWritesAndRead == [c1 |-> <<"write", "read">>, c2 |-> <<"write">>]
WriteTwice       == [c1 |-> <<"write", "write">>]

IsNext(c, what) ==
  /\ turn[c] < Len(Plan[c])
  /\ Plan[c][turn[c] + 1] = what

Planned_MayRead(c) == IsNext(c, "read")
Planned_MayWrite(c) == IsNext(c, "write")

\* Where crashes are not what it is about.
Never_MayCrash(c) == FALSE

\* Enough for all answers but those of a home that changes its mind.
Once_MayReport(h, c) == \A m \in reports[c] : m.from # h

\* Some home, the only one for which hints are kept.
One == CHOOSE h \in Home : TRUE

One_MayKeepHint(s, h) == h = One

\* Requests do not get through to one of the homes, so that only a hint does.
AllButOne == Home \ {One}
-----------------------------------------------------------------------------
(* For pictures: who the processes are, and what they send each other. What  *)
(* a node has stored is no message.                                          *)

PlumbLanes == Client \cup Home \cup Spare

PlumbMessages == {"requests", "reports"}
=============================================================================
