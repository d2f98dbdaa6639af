------------------------- MODULE AbdRegisterHistory -------------------------
(* AbdRegister with what its clients see: a history of calls, which must be  *)
(* linearizable. The history is written only, no step depends on it.         *)
(*                                                                           *)
(* Source: as for AbdRegister; what linearizable means is that of Herlihy    *)
(* and Wing, see Linearizability.                                            *)
(*                                                                           *)
(* Why a history and no refinement: when a write is over it can still be     *)
(* open whether a read that began before that returns the new value or the   *)
(* old one; that depends on the majority of reports that it goes on with.    *)
(* Likewise, with several writers, whether a write that goes on comes before *)
(* one that is over, or after it. A refinement mapping to a register that    *)
(* changes at one moment would have to know that then: it needs prophecy.    *)
EXTENDS AbdRegister, Sequences

VARIABLES
  history,      \* all calls so far, in the order of their starts
  open,         \* open[c] is the place in history of c's call, or 0
  now           \* counts beginnings and ends, the moments that clients see

seen == <<history, open, now>>

L == INSTANCE Linearizability WITH Nothing <- Nothing

\* What the clients have seen is linearizable at every moment.
SeenLinearizable == L!Linearizable(history)

\* The value of a read that has not been answered.
Unknown == "unknown"

HistoryInit ==
  /\ Init
  /\ history = <<>>
  /\ open = [c \in Client |-> 0]
  /\ now = 1

\* c's call begins.
Begins(c, what, v) ==
  /\ history' = Append(history, [op |-> what, value |-> v, start |-> now,
                                 end |-> L!Never])
  /\ open' = [open EXCEPT ![c] = Len(history) + 1]
  /\ now' = now + 1

\* c's call is answered.
Ends(c) ==
  /\ history' = [history EXCEPT ![open[c]].end = now,
                                ![open[c]].value = version[c].val]
  /\ open' = [open EXCEPT ![c] = 0]
  /\ now' = now + 1
-----------------------------------------------------------------------------
(* The steps of AbdRegister that clients see.                                *)

CallRead(c) == BeginRead(c) /\ Begins(c, "read", Unknown)

CallWrite(c, v) ==
  /\ BeginWrite(c, v) \/ WriteAtOnce(c, v)
  /\ Begins(c, "write", v)

Answer(c) == Return(c) /\ Ends(c)

\* The call is never answered, though its writes may still arrive.
Abandon(c) ==
  /\ Crash(c)
  /\ open' = [open EXCEPT ![c] = 0]
  /\ UNCHANGED <<history, now>>

-----------------------------------------------------------------------------
(* The steps of AbdRegister that clients do not see.                         *)

UnseenWriteBack(c) == WriteBack(c) /\ UNCHANGED seen

UnseenWriteNewer(c) == WriteNewer(c) /\ UNCHANGED seen

UnseenReport(r, c, k) == Report(r, c, k) /\ UNCHANGED seen

UnseenStore(r, c, k) == Store(r, c, k) /\ UNCHANGED seen

HistoryNext ==
  \E c \in Client :
    \/ CallRead(c)
    \/ \E v \in Value : CallWrite(c, v)
    \/ UnseenWriteBack(c)
    \/ UnseenWriteNewer(c)
    \/ Answer(c)
    \/ Abandon(c)
    \/ \E r \in Replica, k \in 1 .. turn[c] :
         UnseenReport(r, c, k) \/ UnseenStore(r, c, k)

HistorySpec == HistoryInit /\ [][HistoryNext]_<<vars, seen>>
-----------------------------------------------------------------------------
THEOREM HistorySpec => Spec /\ []SeenLinearizable
=============================================================================
