------------------------- MODULE MCAtomicRegister --------------------------
(* AtomicRegister made ready for TLC: planted bugs and probes. CallsMax makes *)
(* the states finite, and each history of so many calls is looked at.         *)
EXTENDS AtomicRegister
-----------------------------------------------------------------------------
(* Planted bugs. Each replaces one definition of AtomicRegister, in a .cfg    *)
(* that is named after it.                                                    *)

\* A write is answered before it has taken effect, as by a server that
\* acknowledges before it stores. It may then never do so.
Hasty_MayAnswer(c) ==
  effect[c] # Pending \/ history[open[c]].op = "write"

\* A read is answered from a copy that was never told of any write.
Stale_ValueSeen(c) == Nothing

\* A write may take effect again after others have, as one that is sent twice.
Twice_MayTakeEffect(c) ==
  effect[c] = Pending \/ history[open[c]].op = "write"
-----------------------------------------------------------------------------
(* Probes: false claims, which TLC must refute.                               *)

\* No read returns a value that a call without an answer has written.
UnansweredUnseen ==
  \A i, j \in 1 .. Len(history) :
    ~ /\ history[i].op = "write" /\ ~ Answered(history[i])
      /\ history[j].op = "read" /\ Answered(history[j])
      /\ history[i].value = history[j].value

\* No two calls that were answered have overlapped.
NeverConcurrent ==
  \A i, j \in 1 .. Len(history) :
    i < j /\ Answered(history[i]) /\ Answered(history[j])
      => Precedes(history[i], history[j])
=============================================================================
