-------------------------------- MODULE Raft --------------------------------
(* Raft: servers keep copies of a log of commands. One of them is elected to *)
(* lead a term: it appends the commands of clients to its log, has the other *)
(* servers append them to theirs, and takes an entry of its term, and all    *)
(* before it, for committed once a majority has it. Who crashes comes back   *)
(* with its term, its vote and its log.                                      *)
(*                                                                           *)
(* Source: D. Ongaro, J. Ousterhout, "In Search of an Understandable         *)
(* Consensus Algorithm", figure 2. USENIX ATC 2014, 305-319. Clients:        *)
(* section 8 of its extended version, raft.github.io/raft.pdf, and chapter 6 *)
(* of D. Ongaro, "Consensus: Bridging Theory and Practice". PhD thesis,      *)
(* Stanford, 2014.                                                           *)
(*                                                                           *)
(* Left out, and why that is sound:                                          *)
(* - The sending of AppendEntries. While it leads, a server only adds to its *)
(*   log, so all that it ever sent is part of what it has last; followers    *)
(*   take any part of that, at any time, also when the leader is gone.       *)
(* - nextIndex: from where on a leader sends is a guess that it corrects.    *)
(* - Answers on their way. One is kept by the receiver's side as soon as it  *)
(*   is sent; that the receiver acts on it when it likes allows for every    *)
(*   delay. Refusals change nothing but the term, which is in requests, too. *)
(* - Loss, duplication and reordering. What a request enables happens late,  *)
(*   again or never.                                                         *)
(* - lastApplied: what is known committed counts as carried out.             *)
(* - What commands do, and read-only ones: they go through the log as well.  *)
(* - Time: a server may lose patience at any moment.                         *)
(* - Changes of membership, and snapshots of the log.                        *)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANTS
  Server,       \* the servers
  Client,       \* the clients; a command is a client and the number of its call
  Nobody        \* no server

VARIABLES
  currentTerm,  \* currentTerm[s] is the latest term that s has seen
  votedFor,     \* votedFor[s] is for whom s has voted in that term, or Nobody
  log,          \* log[s] is the log of s: its entries, in order
  role,         \* role[s] is what s is in its term
  commitIndex,  \* commitIndex[s]: so many entries of its log s knows committed
  votesGranted, \* votesGranted[s] are those who have voted for the candidate s
  matchIndex,   \* matchIndex[s][f]: so much of the log of the leader s f has
  msgs,         \* requests: all to vote; of those to append a leader's last
  call,         \* call[c] is the number of the last call of c
  answered      \* answered[c] is the number of the last that was answered

\* What is on disk, and so survives a crash.
durable == <<currentTerm, votedFor, log>>

\* What candidates and leaders have.
counts == <<votesGranted, matchIndex>>

clients == <<call, answered>>

vars == <<durable, role, commitIndex, counts, msgs, clients>>

Term == Nat \ {0}

\* An entry: a command, and the term of the leader that has taken it.
Entry == [term : Term, client : Client, seq : Nat \ {0}]

\* lastIndex and lastTerm are those of the candidate's last entry, 0 without one.
RequestVote ==
  [type : {"RequestVote"}, term : Term, from : Server,
   lastIndex : Nat, lastTerm : Nat]

\* The log of the leader of that term, and how much of it it knows committed.
AppendRequest ==
  [type : {"AppendEntries"}, term : Term, from : Server,
   log : Seq(Entry), commit : Nat]

TypeOK ==
  /\ currentTerm \in [Server -> Nat]
  /\ votedFor \in [Server -> Server \cup {Nobody}]
  /\ log \in [Server -> Seq(Entry)]
  /\ role \in [Server -> {"follower", "candidate", "leader"}]
  /\ \A s \in Server : commitIndex[s] \in 0 .. Len(log[s])
  /\ votesGranted \in [Server -> SUBSET Server]
  /\ matchIndex \in [Server -> [Server -> Nat]]
  /\ \A m \in msgs : m \in RequestVote \/ m \in AppendRequest
  /\ \A c \in Client : answered[c] \in 0 .. call[c]

\* A leader does not know yet who has what of its log.
Unknown == [f \in Server |-> 0]

Init ==
  /\ currentTerm = [s \in Server |-> 0]
  /\ votedFor = [s \in Server |-> Nobody]
  /\ log = [s \in Server |-> <<>>]
  /\ role = [s \in Server |-> "follower"]
  /\ commitIndex = [s \in Server |-> 0]
  /\ votesGranted = [s \in Server |-> {}]
  /\ matchIndex = [s \in Server |-> Unknown]
  /\ msgs = {}
  /\ call = [c \in Client |-> 0]
  /\ answered = [c \in Client |-> 0]
-----------------------------------------------------------------------------
(* What safety rests on. Each has a name, so that a model can replace it by  *)
(* a faulty one; see MCRaft.                                                 *)

\* Any two quorums meet.
IsQuorum(some) == 2 * Cardinality(some) > Cardinality(Server)

\* Section 5.2: s votes for one candidate a term.
HasVoteFor(s, candidate) == votedFor[s] \in {Nobody, candidate}

LastTerm(entries) == IF entries = <<>> THEN 0 ELSE entries[Len(entries)].term

\* Section 5.4.1: the log that ends like this is at least as up to date as mine.
IsUpToDate(lastIndex, lastTerm, mine) ==
  \/ lastTerm > LastTerm(mine)
  \/ lastTerm = LastTerm(mine) /\ lastIndex >= Len(mine)

\* Section 5.3: mine has the entry at which the new ones follow.
HasEntry(mine, index, term) ==
  index <= Len(mine) /\ LastTerm(SubSeq(mine, 1, index)) = term

\* Section 5.4.2: a leader counts copies of an entry of its own term only.
IsOfOwnTerm(s, n) == log[s][n].term = currentTerm[s]

\* What s has on disk of its vote when it comes back from a crash.
VoteAfterCrash(s) == votedFor[s]

\* Section 8 of the extended version: the command of e was not carried out before.
IsNew(e, before) ==
  \A i \in 1 .. Len(before) :
    before[i].client = e.client => before[i].seq < e.seq

\* When servers lose patience and crash, and what clients call, is up to them.
MayStand(s) == TRUE
MayRestart(s) == TRUE
MayCall(c) == TRUE
MayAppend(s, c, k) == TRUE
-----------------------------------------------------------------------------
Min(i, j) == IF i < j THEN i ELSE j
Max(i, j) == IF i > j THEN i ELSE j

Send(m) == msgs' = msgs \cup {m}

\* All that those who were ever elected have offered to others.
Offers == {m \in msgs : m.type = "AppendEntries"}

\* From now on the leader s offers this much.
Offer(s, entries, commit) ==
  msgs' = {m \in msgs : ~ /\ m.type = "AppendEntries"
                          /\ m.from = s
                          /\ m.term = currentTerm[s]}
          \cup {[type |-> "AppendEntries", term |-> currentTerm[s],
                 from |-> s, log |-> entries, commit |-> commit]}

\* s is a follower, and forgets what it knew as a candidate or leader.
Follow(s) ==
  /\ role' = [role EXCEPT ![s] = "follower"]
  /\ votesGranted' = [votesGranted EXCEPT ![s] = {}]
  /\ matchIndex' = [matchIndex EXCEPT ![s] = Unknown]
-----------------------------------------------------------------------------
(* Elections.                                                                *)

\* s has lost patience with its leader: it begins a new term, votes for itself and
\* asks all others for their votes. Enabled unless it leads.
Timeout(s) ==
  /\ MayStand(s)
  /\ role[s] # "leader"
  /\ currentTerm' = [currentTerm EXCEPT ![s] = @ + 1]
  /\ votedFor' = [votedFor EXCEPT ![s] = s]
  /\ role' = [role EXCEPT ![s] = "candidate"]
  /\ votesGranted' = [votesGranted EXCEPT ![s] = {s}]
  /\ Send([type |-> "RequestVote", term |-> currentTerm[s] + 1, from |-> s,
           lastIndex |-> Len(log[s]), lastTerm |-> LastTerm(log[s])])
  /\ UNCHANGED <<log, commitIndex, matchIndex, clients>>

\* s hears of a later term, and follows in that. Enabled if somebody stands in it.
UpdateTerm(s, t) ==
  /\ t > currentTerm[s]
  /\ \E m \in msgs : m.term = t
  /\ currentTerm' = [currentTerm EXCEPT ![s] = t]
  /\ votedFor' = [votedFor EXCEPT ![s] = Nobody]
  /\ Follow(s)
  /\ UNCHANGED <<log, commitIndex, msgs, clients>>

\* s votes for a candidate of its term. Enabled if it was asked, has not voted for
\* another one, and has no entry that the candidate might lack for good.
GrantVote(s, candidate) ==
  /\ \E m \in msgs :
       /\ m.type = "RequestVote"
       /\ m.from = candidate
       /\ m.term = currentTerm[s]
       /\ IsUpToDate(m.lastIndex, m.lastTerm, log[s])
  /\ s # candidate
  /\ HasVoteFor(s, candidate)
  /\ votedFor' = [votedFor EXCEPT ![s] = candidate]
  /\ votesGranted' =
       IF role[candidate] = "candidate" /\ currentTerm[candidate] = currentTerm[s]
       THEN [votesGranted EXCEPT ![candidate] = @ \cup {s}]
       ELSE votesGranted
  /\ UNCHANGED <<currentTerm, log, role, commitIndex, matchIndex, msgs, clients>>

\* s leads, and asks all others to follow. Enabled for a candidate with the votes
\* of a majority.
BecomeLeader(s) ==
  /\ role[s] = "candidate"
  /\ IsQuorum(votesGranted[s])
  /\ role' = [role EXCEPT ![s] = "leader"]
  /\ votesGranted' = [votesGranted EXCEPT ![s] = {}]
  /\ Offer(s, log[s], commitIndex[s])
  /\ UNCHANGED <<durable, commitIndex, matchIndex, clients>>

\* The candidate s gives up. Enabled if another one has been elected in its term.
Concede(s) ==
  /\ role[s] = "candidate"
  /\ \E m \in Offers : m.term = currentTerm[s] /\ m.from # s
  /\ Follow(s)
  /\ UNCHANGED <<durable, commitIndex, msgs, clients>>
-----------------------------------------------------------------------------
(* Replication.                                                              *)

\* The leader s takes a command of c, maybe one that c sends again. Enabled if c
\* has ever sent it.
ClientRequest(s, c, k) ==
  /\ role[s] = "leader"
  /\ k \in 1 .. call[c]
  /\ MayAppend(s, c, k)
  /\ LET longer == Append(log[s], [term |-> currentTerm[s],
                                   client |-> c, seq |-> k])
     IN  /\ log' = [log EXCEPT ![s] = longer]
         /\ Offer(s, longer, commitIndex[s])
  /\ UNCHANGED <<currentTerm, votedFor, role, commitIndex, counts, clients>>

\* A log with these entries behind its first prev. What contradicts them is cut
\* off; what they do not speak of stays, for they may have come late.
WithEntries(mine, prev, entries) ==
  LET n == prev + Len(entries)
  IN  IF Len(mine) >= n /\ SubSeq(mine, prev + 1, n) = entries
      THEN mine
      ELSE SubSeq(mine, 1, prev) \o entries

\* s tells the leader that offers m, if that leads still, that it has n entries.
Acknowledge(s, m, n) ==
  matchIndex' = IF role[m.from] = "leader" /\ currentTerm[m.from] = m.term
                THEN [matchIndex EXCEPT ![m.from][s] = Max(@, n)]
                ELSE matchIndex

\* s hears from the leader of its term: it takes over the entries behind the
\* prev-th up to the n-th, of which c and all before are committed, and says that
\* it has them. Enabled for a follower that has the prev-th.
AppendEntries(s, m, prev, n, c) ==
  /\ role[s] = "follower"
  /\ m.term = currentTerm[s]
  /\ m.from # s
  /\ prev <= n
  /\ n <= Len(m.log)
  /\ c <= Min(m.commit, n)
  /\ HasEntry(log[s], prev, LastTerm(SubSeq(m.log, 1, prev)))
  /\ log' = [log EXCEPT ![s] = WithEntries(@, prev, SubSeq(m.log, prev + 1, n))]
  /\ commitIndex' = [commitIndex EXCEPT ![s] = Max(@, c)]
  /\ Acknowledge(s, m, n)
  /\ UNCHANGED <<currentTerm, votedFor, role, votesGranted, msgs, clients>>

\* Who has the first n entries of the leader s, as far as that knows.
Holders(s, n) == {s} \cup {f \in Server : matchIndex[s][f] >= n}

\* The leader s knows that its first n entries are committed. Enabled if that is
\* news, a majority has them, and the n-th is of its own term.
AdvanceCommitIndex(s, n) ==
  /\ role[s] = "leader"
  /\ n > commitIndex[s]
  /\ n <= Len(log[s])
  /\ IsQuorum(Holders(s, n))
  /\ IsOfOwnTerm(s, n)
  /\ commitIndex' = [commitIndex EXCEPT ![s] = n]
  /\ Offer(s, log[s], n)
  /\ UNCHANGED <<durable, role, counts, clients>>

\* s crashes, and comes back with what is on its disk. Enabled always.
Restart(s) ==
  /\ MayRestart(s)
  /\ Follow(s)
  /\ votedFor' = [votedFor EXCEPT ![s] = VoteAfterCrash(s)]
  /\ commitIndex' = [commitIndex EXCEPT ![s] = 0]
  /\ UNCHANGED <<currentTerm, log, msgs, clients>>
-----------------------------------------------------------------------------
(* Clients. Each has a session: it numbers its calls, and the servers carry  *)
(* out each number once, however often the command is in their logs.         *)

RECURSIVE CarriedOut(_)
CarriedOut(entries) ==
  IF entries = <<>> THEN <<>>
  ELSE LET e == entries[Len(entries)]
           before == CarriedOut(SubSeq(entries, 1, Len(entries) - 1))
       IN  IF IsNew(e, before)
           THEN Append(before, [client |-> e.client, seq |-> e.seq])
           ELSE before

\* What s has carried out, in order.
CarriedOutBy(s) == CarriedOut(SubSeq(log[s], 1, commitIndex[s]))

\* c makes its next call, whether or not the last one was answered. Enabled always.
ClientCall(c) ==
  /\ MayCall(c)
  /\ call' = [call EXCEPT ![c] = @ + 1]
  /\ UNCHANGED <<durable, role, commitIndex, counts, msgs, answered>>

\* s answers the k-th call of c. Enabled once it has carried it out.
ClientReply(s, c, k) ==
  /\ \E i \in 1 .. Len(CarriedOutBy(s)) :
       CarriedOutBy(s)[i] = [client |-> c, seq |-> k]
  /\ answered' = [answered EXCEPT ![c] = Max(@, k)]
  /\ UNCHANGED <<durable, role, commitIndex, counts, msgs, call>>

Next ==
  \/ \E s \in Server :
       \/ Timeout(s)
       \/ \E t \in {m.term : m \in msgs} : UpdateTerm(s, t)
       \/ \E candidate \in Server : GrantVote(s, candidate)
       \/ BecomeLeader(s)
       \/ Concede(s)
       \/ \E c \in Client : \E k \in 1 .. call[c] : ClientRequest(s, c, k)
       \/ \E m \in Offers : \E n \in 0 .. Len(m.log) :
            \E prev \in 0 .. n, c \in 0 .. Min(m.commit, n) :
              AppendEntries(s, m, prev, n, c)
       \/ \E n \in 1 .. Len(log[s]) : AdvanceCommitIndex(s, n)
       \/ Restart(s)
       \/ \E c \in Client : \E k \in 1 .. call[c] : ClientReply(s, c, k)
  \/ \E c \in Client : ClientCall(c)

Spec == Init /\ [][Next]_vars
-----------------------------------------------------------------------------
(* Safety: figure 3 of the paper. Offers tell of all who were ever elected,  *)
(* and of what was ever known committed.                                     *)

\* At most one leader is elected in a term.
ElectionSafety == \A m, n \in Offers : m.term = n.term => m.from = n.from

\* A leader only appends to its log.
LeaderAppendOnly ==
  [][\A s \in Server :
       role[s] = "leader" /\ role'[s] = "leader" /\ currentTerm'[s] = currentTerm[s]
         => SubSeq(log'[s], 1, Len(log[s])) = log[s]]_vars

\* Logs with an entry of the same term at some place are the same up to there.
LogMatching ==
  \A s, t \in Server : \A n \in 1 .. Min(Len(log[s]), Len(log[t])) :
    log[s][n].term = log[t][n].term
      => SubSeq(log[s], 1, n) = SubSeq(log[t], 1, n)

\* What is committed in a term is in the logs of the leaders of all later ones.
LeaderCompleteness ==
  \A m, n \in Offers :
    m.term < n.term => /\ m.commit <= Len(n.log)
                       /\ SubSeq(m.log, 1, m.commit) = SubSeq(n.log, 1, m.commit)

\* No two servers carry out different entries at the same place.
StateMachineSafety ==
  \A s, t \in Server : \A n \in 1 .. Min(commitIndex[s], commitIndex[t]) :
    log[s][n] = log[t][n]

\* All that was ever committed.
Committed ==
  IF Offers = {} THEN <<>>
  ELSE LET last == CHOOSE m \in Offers : \A n \in Offers : n.commit <= m.commit
       IN  SubSeq(last.log, 1, last.commit)

\* What was answered is committed, and so will stay.
AnsweredIsCommitted ==
  \A c \in Client : answered[c] > 0 =>
    \E i \in 1 .. Len(Committed) :
      Committed[i].client = c /\ Committed[i].seq = answered[c]

\* No command is carried out twice.
CarriedOutOnce ==
  \A s \in Server : \A i, j \in 1 .. Len(CarriedOutBy(s)) :
    CarriedOutBy(s)[i] = CarriedOutBy(s)[j] => i = j
-----------------------------------------------------------------------------
(* Progress, if the last leader is left alone: who hears of a term follows,  *)
(* who is asked answers, and clients repeat their calls.                     *)

ElectionFairness ==
  \A s \in Server :
    /\ WF_vars(Timeout(s))
    /\ WF_vars(\E t \in {m.term : m \in msgs} : UpdateTerm(s, t))
    /\ WF_vars(\E candidate \in Server : GrantVote(s, candidate))
    /\ WF_vars(BecomeLeader(s))
    /\ WF_vars(Concede(s))

\* Section 5.3: a leader that s refuses goes back to earlier entries.
Tried(s, n) == 0 .. n

ReplicationFairness ==
  \A s \in Server :
    /\ WF_vars(\E c \in Client : \E k \in 1 .. call[c] : ClientRequest(s, c, k))
    /\ WF_vars(\E m \in Offers : \E n \in 0 .. Len(m.log) : \E prev \in Tried(s, n) :
                 AppendEntries(s, m, prev, n, Min(m.commit, n)))
    /\ WF_vars(\E n \in 1 .. Len(log[s]) : AdvanceCommitIndex(s, n))
    /\ WF_vars(\E c \in Client : \E k \in 1 .. call[c] : ClientReply(s, c, k))

FairSpec == Spec /\ ElectionFairness /\ ReplicationFairness

\* Every call is answered, or the client goes on to its next one.
EveryCallIsAnswered ==
  \A c \in Client : call[c] > answered[c] ~> call[c] = answered[c]

\* In the end all logs are the same, whatever was in them before.
EveryoneCatchesUp == <>[](\A s, t \in Server : log[s] = log[t])
-----------------------------------------------------------------------------
THEOREM Spec => [](/\ TypeOK /\ ElectionSafety /\ LogMatching
                   /\ LeaderCompleteness /\ StateMachineSafety
                   /\ AnsweredIsCommitted /\ CarriedOutOnce)
THEOREM Spec => LeaderAppendOnly
=============================================================================
