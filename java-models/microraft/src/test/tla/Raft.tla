-------------------------------- MODULE Raft --------------------------------
(* Raft as one can watch it from outside an implementation: through what it   *)
(* writes to stable storage, the messages it sends, and the operations that   *)
(* it applies. Each step here is one such call. What happens between them, in *)
(* memory, is nobody's business but the implementation's.                     *)
(*                                                                            *)
(* Source: D. Ongaro, J. Ousterhout, "In Search of an Understandable          *)
(* Consensus Algorithm", USENIX ATC 2014, figure 2.                           *)
(*                                                                            *)
(* Left out, and why that is sound:                                           *)
(* - Pre-votes: they change nothing that is observed here.                    *)
(* - Snapshots, changes of membership, and transfer of leadership. A program  *)
(*   that makes them takes steps which are not here, so its trace is refused. *)
(* - Loss, delay and duplication. msgs holds whatever was ever sent; a step   *)
(*   that a message enables may be taken late, again, or never.               *)
(* - When a leader's own log reaches its disk. It may count itself before.    *)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANTS
  Server,         \* the members of the group, all of which vote
  Value,          \* operations that clients ask for
  Nobody          \* no server: whom one votes for who has not voted

VARIABLES
  term,           \* term[n] is the latest term that n knows of, on its disk
  votedFor,       \* votedFor[n] is whom n has voted for in that term, on its disk
  log,            \* log[n] is the sequence of its entries
  leads,          \* leads[n] is whether n believes to lead its term
  applied,        \* applied[n] is how many entries of its log n has applied
  msgs            \* all messages that were ever sent; none is ever removed

vars == <<term, votedFor, log, leads, applied, msgs>>

Entry == [term : Nat, value : Value]

TypeOK ==
  /\ term \in [Server -> Nat]
  /\ votedFor \in [Server -> Server \cup {Nobody}]
  /\ \A n \in Server : \A i \in DOMAIN log[n] : log[n][i] \in Entry
  /\ leads \in [Server -> BOOLEAN]
  /\ \A n \in Server : applied[n] \in 0 .. Len(log[n])

\* At most one leader a term (election safety).
OneLeader ==
  \A a, b \in Server : leads[a] /\ leads[b] /\ term[a] = term[b] => a = b

\* Entries of the same index and term are the same, and so are all before them.
LogMatching ==
  \A a, b \in Server : \A i \in DOMAIN log[a] \cap DOMAIN log[b] :
    log[a][i].term = log[b][i].term => SubSeq(log[a], 1, i) = SubSeq(log[b], 1, i)

\* What two servers have applied is the same, as far as both have come
\* (state machine safety).
SameApplied ==
  \A a, b \in Server : \A i \in 1 .. applied[a] : i <= applied[b] => log[a][i] = log[b][i]

Init ==
  /\ term = [n \in Server |-> 0]
  /\ votedFor = [n \in Server |-> Nobody]
  /\ log = [n \in Server |-> << >>]
  /\ leads = [n \in Server |-> FALSE]
  /\ applied = [n \in Server |-> 0]
  /\ msgs = {}
-----------------------------------------------------------------------------
TermAt(n, i) == IF i = 0 THEN 0 ELSE log[n][i].term
LastTerm(n) == TermAt(n, Len(log[n]))
IsMajority(servers) == 2 * Cardinality(servers) > Cardinality(Server)

Received(n) == {m \in msgs : m.to = n}
Send(m) == msgs' = msgs \cup {m}

(* The guards on which agreement rests, by name, so that a model can replace  *)
(* them by faulty ones.                                                       *)

\* Whose log is as new as that of n: by its last term, then by its length.
IsUpToDate(m, n) ==
  \/ m.lastTerm > LastTerm(n)
  \/ /\ m.lastTerm = LastTerm(n)
     /\ m.lastIndex >= Len(log[n])

HasNotVoted(n) == votedFor[n] = Nobody

\* Who has voted for n in its term.
VotersOf(n) ==
  {n} \cup {m.from : m \in {r \in Received(n) : r.type = "Vote" /\ r.term = term[n] /\ r.granted}}

\* Whose logs are the leader's up to i, as far as it has heard.
HoldersOf(n, i) ==
  {n} \cup {m.from : m \in {r \in Received(n) : r.type = "Appended" /\ r.term = term[n] /\ r.lastIndex >= i}}

\* Only an entry of its own term does a leader commit by counting; those
\* before it follow.
IsCommitted(n, i) ==
  \E j \in i .. Len(log[n]) : log[n][j].term = term[n] /\ IsMajority(HoldersOf(n, j))

Fits(m, n) == m.prevIndex <= Len(log[n]) /\ TermAt(n, m.prevIndex) = m.prevTerm

\* An entry of m that n has in another way.
Conflicts(m, n, i) ==
  /\ i \in m.prevIndex + 1 .. m.prevIndex + Len(m.entries)
  /\ i <= Len(log[n])
  /\ log[n][i].term # m.entries[i - m.prevIndex].term

AppendsTo(n) == {m \in Received(n) : m.type = "Append" /\ m.term = term[n] /\ Fits(m, n)}
-----------------------------------------------------------------------------
\* n writes a later term: that of a message, or the next one, to stand in it.
AdoptTerm(n, t) ==
  /\ t > term[n]
  /\ \/ t = term[n] + 1
     \/ \E m \in Received(n) : m.term = t
  /\ term' = [term EXCEPT ![n] = t]
  /\ votedFor' = [votedFor EXCEPT ![n] = Nobody]
  /\ leads' = [leads EXCEPT ![n] = FALSE]
  /\ UNCHANGED <<log, applied, msgs>>

\* n writes that it votes for itself, or for one who asked with a log as new.
Vote(n, c) ==
  /\ HasNotVoted(n)
  /\ \/ c = n
     \/ \E m \in Received(n) :
          /\ m.type = "VoteRequest" /\ m.from = c /\ m.term = term[n]
          /\ IsUpToDate(m, n)
  /\ votedFor' = [votedFor EXCEPT ![n] = c]
  /\ UNCHANGED <<term, log, leads, applied, msgs>>

\* n stops leading within its term: too few have answered it for a while.
StepDown(n) ==
  /\ leads[n]
  /\ leads' = [leads EXCEPT ![n] = FALSE]
  /\ UNCHANGED <<term, votedFor, log, applied, msgs>>

\* n, which stands for election, asks another one for its vote.
RequestVote(n, to) ==
  /\ votedFor[n] = n /\ ~leads[n] /\ to # n
  /\ Send([type |-> "VoteRequest", from |-> n, to |-> to, term |-> term[n],
           lastTerm |-> LastTerm(n), lastIndex |-> Len(log[n])])
  /\ UNCHANGED <<term, votedFor, log, leads, applied>>

\* n answers one who asked. To grant, it must have voted.
AnswerVote(n, to, granted) ==
  /\ \E m \in Received(n) : m.type = "VoteRequest" /\ m.from = to
  /\ granted => votedFor[n] = to
  /\ Send([type |-> "Vote", from |-> n, to |-> to, term |-> term[n], granted |-> granted])
  /\ UNCHANGED <<term, votedFor, log, leads, applied>>

\* A majority has voted for n.
BecomeLeader(n) ==
  /\ ~leads[n] /\ votedFor[n] = n
  /\ IsMajority(VotersOf(n))
  /\ leads' = [leads EXCEPT ![n] = TRUE]
  /\ UNCHANGED <<term, votedFor, log, applied, msgs>>

\* A leader writes an operation to its log.
Propose(n, v) ==
  /\ leads[n]
  /\ log' = [log EXCEPT ![n] = Append(@, [term |-> term[n], value |-> v])]
  /\ UNCHANGED <<term, votedFor, leads, applied, msgs>>

\* A leader sends the entries after prev up to last, perhaps none.
SendEntries(n, to, prev, last) ==
  /\ leads[n] /\ to # n
  /\ prev <= last /\ last <= Len(log[n])
  /\ Send([type |-> "Append", from |-> n, to |-> to, term |-> term[n],
           prevIndex |-> prev, prevTerm |-> TermAt(n, prev),
           entries |-> SubSeq(log[n], prev + 1, last), committed |-> applied[n]])
  /\ UNCHANGED <<term, votedFor, log, leads, applied>>

\* n drops the entries from i on, because its leader has another one there.
Truncate(n, i) ==
  /\ ~leads[n]
  /\ \E m \in AppendsTo(n) : Conflicts(m, n, i)
  /\ i > applied[n]
  /\ log' = [log EXCEPT ![n] = SubSeq(@, 1, i - 1)]
  /\ UNCHANGED <<term, votedFor, leads, applied, msgs>>

\* n writes the entries of its leader that it does not have yet.
AppendEntries(n) ==
  /\ ~leads[n]
  /\ \E m \in AppendsTo(n) :
       /\ \A i \in 1 .. Len(log[n]) : ~Conflicts(m, n, i)
       /\ m.prevIndex + Len(m.entries) > Len(log[n])
       /\ log' = [log EXCEPT ![n] = @ \o SubSeq(m.entries, Len(@) + 1 - m.prevIndex, Len(m.entries))]
  /\ UNCHANGED <<term, votedFor, leads, applied, msgs>>

\* n tells its leader up to where it has the leader's log.
AnswerAppended(n, to, last) ==
  /\ \E m \in AppendsTo(n) :
       /\ m.from = to
       /\ last <= m.prevIndex + Len(m.entries) /\ last <= Len(log[n])
       /\ \A i \in 1 .. last : ~Conflicts(m, n, i)
  /\ Send([type |-> "Appended", from |-> n, to |-> to, term |-> term[n], lastIndex |-> last])
  /\ UNCHANGED <<term, votedFor, log, leads, applied>>

\* n refuses what was sent to it: it is of an earlier term, or does not fit.
RefuseEntries(n, to) ==
  /\ \E m \in Received(n) :
       /\ m.type = "Append" /\ m.from = to
       /\ \/ m.term < term[n]
          \/ (m.term = term[n] /\ ~Fits(m, n))
  /\ Send([type |-> "Refused", from |-> n, to |-> to, term |-> term[n]])
  /\ UNCHANGED <<term, votedFor, log, leads, applied>>

\* n applies the next entry: it has counted a majority, or its leader says so.
Apply(n) ==
  /\ applied[n] < Len(log[n])
  /\ LET i == applied[n] + 1
     IN \/ (leads[n] /\ IsCommitted(n, i))
        \/ \E m \in AppendsTo(n) :
             /\ i <= m.committed /\ i <= m.prevIndex + Len(m.entries)
             /\ \A k \in 1 .. i : ~Conflicts(m, n, k)
  /\ applied' = [applied EXCEPT ![n] = @ + 1]
  /\ UNCHANGED <<term, votedFor, log, leads, msgs>>

\* n comes back after a crash: it knows what is on its disk, and applies anew.
Restart(n) ==
  /\ leads' = [leads EXCEPT ![n] = FALSE]
  /\ applied' = [applied EXCEPT ![n] = 0]
  /\ UNCHANGED <<term, votedFor, log, msgs>>

Next ==
  \E n \in Server :
    \/ \E t \in {term[n] + 1} \cup {m.term : m \in Received(n)} : AdoptTerm(n, t)
    \/ StepDown(n)
    \/ BecomeLeader(n)
    \/ Apply(n)
    \/ Restart(n)
    \/ \E v \in Value : Propose(n, v)
    \/ \E i \in DOMAIN log[n] : Truncate(n, i)
    \/ AppendEntries(n)
    \/ \E c \in Server :
         \/ Vote(n, c)
         \/ RequestVote(n, c)
         \/ AnswerVote(n, c, TRUE) \/ AnswerVote(n, c, FALSE)
         \/ RefuseEntries(n, c)
         \/ \E last \in 0 .. Len(log[n]) : AnswerAppended(n, c, last)
         \/ \E prev \in 0 .. Len(log[n]) : \E last \in prev .. Len(log[n]) : SendEntries(n, c, prev, last)

Spec == Init /\ [][Next]_vars
=============================================================================
