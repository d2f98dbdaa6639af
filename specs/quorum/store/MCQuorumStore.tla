--------------------------- MODULE MCQuorumStore ----------------------------
(* QuorumStore with its history made ready for TLC: planted bugs and probes. *)
(* Bounds are in MCQuorumStoreFair.                                          *)
EXTENDS QuorumStoreHistory, MCQuorumStoreFair
-----------------------------------------------------------------------------
(* Planted bugs. Each replaces one definition of QuorumStore, in a .cfg that *)
(* is named after it and says which check catches it.                        *)

\* How many writes a version has taken in.
RECURSIVE Writes(_, _)
Writes(x, clients) ==
  IF clients = {} THEN 0
  ELSE LET c == CHOOSE c \in clients : TRUE
       IN  x.clock[c] + Writes(x, clients \ {c})

\* The last writer wins: of siblings a node keeps that with the greater number.
Timestamped_Kept(old, new) ==
  LET all == old \cup new
      Age(x) == Writes(x, Client)
  IN  IF all = {} THEN {}
      ELSE {CHOOSE x \in all : \A y \in all : Age(x) >= Age(y)}

\* A node keeps what has come last.
Overwriting_Kept(old, new) == IF new = {} THEN old ELSE new

\* A node that has a version takes what follows it, and no siblings.
Stubborn_Kept(old, new) ==
  IF old = {} THEN new
  ELSE Merged(old \cup {x \in new : \E y \in old : Covers(x, y)})

\* A spare forgets what it keeps before that has been delivered.
Dropped_IsDelivered(hint) == TRUE

\* After a crash a client makes a clock again that it may have made before.
Reused_Remembered(c) == Joined(seen[c])[c]
-----------------------------------------------------------------------------
(* Probes: false claims, which TLC must refute.                              *)

\* No read has two versions.
NobodyReadsSiblings ==
  \A i \in Answered("read") : Cardinality(history[i].versions) <= 1

\* No read has the version of a write that was not answered.
UnansweredUnseen ==
  \A i, j \in 1 .. Len(history) :
    ~ /\ history[i].op = "write" /\ history[i].end = L!Never
      /\ history[j].op = "read" /\ history[j].end # L!Never
      /\ \E x \in history[i].versions : Has(history[j].versions, x)

\* All homes have the same when no call is open.
NobodyLags == (\A c \in Client : phase[c] = "idle") => Converged
=============================================================================
