------------------------- MODULE QuorumStoreHistory -------------------------
(* QuorumStore with what its clients see: a history of calls. If strict      *)
(* quorums meet, a read is at least as new as every write that was over when *)
(* it began: it is regular. It is not linearizable: of two reads during a    *)
(* write the first may have the new version and the second the old one, since*)
(* a read does not wait for its repair. The history is written only, no step *)
(* depends on it.                                                            *)
(*                                                                           *)
(* Source: as for QuorumStore. Regular: L. Lamport, "On Interprocess         *)
(* Communication", part II. Distributed Computing 1(2), 1986, 86-101; here   *)
(* with versions that may be siblings. Linearizable: see Linearizability.    *)
EXTENDS QuorumStore, Sequences

CONSTANT Nothing      \* what a read has of an object that was never written

VARIABLES
  history,      \* all calls so far, in the order of their starts
  open,         \* open[c] is the place in history of c's call, or 0
  now           \* counts beginnings and ends, the moments that clients see

noted == <<history, open, now>>

L == INSTANCE Linearizability WITH Nothing <- Nothing

HistoryInit ==
  /\ Init
  /\ history = <<>>
  /\ open = [c \in Client |-> 0]
  /\ now = 1

\* c's call begins; of a write it is known what it will have stored.
Begins(c, what) ==
  /\ history' = Append(history, [op |-> what, versions |-> seen'[c],
                                 start |-> now, end |-> L!Never])
  /\ open' = [open EXCEPT ![c] = Len(history) + 1]
  /\ now' = now + 1

\* c's call is answered.
Ends(c) ==
  /\ history' = [history EXCEPT ![open[c]].end = now,
                                ![open[c]].versions = seen'[c]]
  /\ open' = [open EXCEPT ![c] = 0]
  /\ now' = now + 1
-----------------------------------------------------------------------------
(* The steps of QuorumStore that clients see.                                *)

CallRead(c) == BeginRead(c) /\ Begins(c, "read")

CallWrite(c, v) == BeginWrite(c, v) /\ Begins(c, "write")

Answer(c) == (EndRead(c) \/ EndWrite(c)) /\ Ends(c)

\* The call is never answered, though its write may still arrive.
Abandon(c) ==
  /\ Crash(c)
  /\ open' = [open EXCEPT ![c] = 0]
  /\ UNCHANGED <<history, now>>

-----------------------------------------------------------------------------
(* The steps of QuorumStore that clients do not see.                         *)

UnseenReport(h, c, k) == Report(h, c, k) /\ UNCHANGED noted

UnseenStore(h, c, k) == Store(h, c, k) /\ UNCHANGED noted

UnseenKeepHint(s, h, c, k) == KeepHint(s, h, c, k) /\ UNCHANGED noted

UnseenHandOff(s, h) == HandOff(s, h) /\ UNCHANGED noted

UnseenDropHint(s, h) == DropHint(s, h) /\ UNCHANGED noted

HistoryNext ==
  \/ \E c \in Client :
       \/ CallRead(c)
       \/ \E v \in Value : CallWrite(c, v)
       \/ Answer(c)
       \/ Abandon(c)
       \/ \E h \in Home, k \in 1 .. turn[c] :
            \/ UnseenReport(h, c, k)
            \/ UnseenStore(h, c, k)
            \/ \E s \in Spare : UnseenKeepHint(s, h, c, k)
  \/ \E s \in Spare, h \in Home : UnseenHandOff(s, h) \/ UnseenDropHint(s, h)

HistorySpec == HistoryInit /\ [][HistoryNext]_<<vars, noted>>
-----------------------------------------------------------------------------
(* What clients are promised.                                                *)

\* The calls of this kind that were answered.
Answered(what) ==
  {i \in 1 .. Len(history) : history[i].op = what /\ L!Answered(history[i])}

\* Some of these versions is x, or follows it.
Has(versions, x) == \E y \in versions : Covers(y, x)

\* A read is at least as new as every write that was over when it began.
ReadsAreRegular ==
  \A w \in Answered("write"), r \in Answered("read") :
    L!Precedes(history[w], history[r])
      => \A x \in history[w].versions : Has(history[r].versions, x)

\* What was acknowledged is somewhere, if need be with a spare.
NothingIsLost ==
  \A w \in Answered("write") : \A x \in history[w].versions :
    \/ \E h \in Home : Has(stored[h], x)
    \/ \E s \in Spare : \E hint \in hints[s] : Has(hint.versions, x)

\* The history of a register. With one writer there are no siblings, so that a
\* read has one value.
ValueOf(versions) ==
  IF versions = {} THEN Nothing ELSE (CHOOSE x \in versions : TRUE).val

SeenLinearizable ==
  L!Linearizable([i \in 1 .. Len(history) |->
    [op    |-> history[i].op,    value |-> ValueOf(history[i].versions),
     start |-> history[i].start, end   |-> history[i].end]])
-----------------------------------------------------------------------------
THEOREM R + W > N /\ ~ Sloppy /\ HistorySpec => []ReadsAreRegular
THEOREM HistorySpec => Spec /\ [](W > 0 => NothingIsLost)
=============================================================================
