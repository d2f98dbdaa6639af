--------------------------- MODULE MCAbdRegister ----------------------------
(* AbdRegister with its history made ready for TLC: planted bugs and probes. *)
(* Bounds are in MCAbdRegisterFair.                                          *)
EXTENDS AbdRegisterHistory, MCAbdRegisterFair
-----------------------------------------------------------------------------
(* Planted bugs. Each replaces one definition of AbdRegister, in a .cfg that *)
(* is named after it and says which check catches it.                        *)

\* A read returns what it has found, and does not wait until it is stored.
Hasty_IsStored(c) == op[c] = "read" \/ IsQuorum(acks[c])

\* Half of the replicas are taken for a majority.
Meager_IsQuorum(R) == 2 * Cardinality(R) >= Cardinality(Replica)

\* Each of several writers takes itself for the only one, and does not ask.
Lonely_IsAlone(c) == TRUE

\* After a crash a writer uses a number again that it may have used before.
Reused_Remembered(c) == 0
-----------------------------------------------------------------------------
(* Probes: false claims, which TLC must refute.                              *)

\* No read returns the value of a write that was not answered.
UnansweredUnseen ==
  \A i, j \in 1 .. Len(history) :
    ~ /\ history[i].op = "write" /\ history[i].end = L!Never
      /\ history[j].op = "read" /\ history[j].end # L!Never
      /\ history[i].value = history[j].value

\* All replicas know the same version when no call is open.
NobodyLags ==
  (\A c \in Client : phase[c] = "idle") =>
    \A r, s \in Replica : stored[r] = stored[s]

\* Not two versions with the same number.
NoTies ==
  \A m, n \in stores : m.version.num = n.version.num => m.version = n.version
=============================================================================
