------------------------------- MODULE MCRaft -------------------------------
(* Raft made ready for TLC: bounds, planted bugs and probes.                 *)
EXTENDS RaftRefinesReplicatedLog

CONSTANTS
  TermMax,      \* the number of the last term
  CallsMax      \* so many calls of each client

ASSUME IsFiniteSet(Server) /\ Nobody \notin Server
ASSUME IsFiniteSet(Client)
ASSUME TermMax \in Nat /\ CallsMax \in Nat
-----------------------------------------------------------------------------
(* Bounds: each leader takes one command, which bounds logs, too.            *)

Bounded_MayStand(s) == currentTerm[s] < TermMax

Bounded_MayCall(c) == call[c] < CallsMax

Once_MayAppend(s, c, k) == LastTerm(log[s]) < currentTerm[s]

\* Only the leaders of the first two terms take one.
Early_MayAppend(s, c, k) == Once_MayAppend(s, c, k) /\ currentTerm[s] <= 2

One == CHOOSE s \in Server : TRUE

Other == CHOOSE s \in Server \ {One} : TRUE

\* Of two servers each stands in every other term: that is enough for a log to be
\* cut off, and for figure 8 of the paper.
Alternating_MayStand(s) ==
  /\ currentTerm[s] < TermMax
  /\ s = IF currentTerm[s] % 2 = 0 THEN One ELSE Other

Never_MayRestart(s) == FALSE
-----------------------------------------------------------------------------
(* A last election that is stable: one candidate a term; the last begins     *)
(* when all have come to the term before, nobody leads that or will, and no  *)
(* log is ahead of the candidate's or can come to be; and who wins does not  *)
(* crash.                                                                    *)

\* The log of s is at least as up to date as this one.
IsAhead(s, other) == IsUpToDate(Len(log[s]), LastTerm(log[s]), other)

\* The candidate s was not elected yet, but may be. All are in its term.
MayWin(s) ==
  /\ role[s] = "candidate"
  /\ IsQuorum({v \in Server : \/ v \in votesGranted[s]
                              \/ HasVoteFor(v, s) /\ IsAhead(s, log[v])})

IsLastElection(s) ==
  /\ \A t \in Server \ {s} :
       /\ currentTerm[t] = currentTerm[s]
       /\ role[t] # "leader"
       /\ ~ MayWin(t)
       /\ IsAhead(s, log[t])
  /\ \A m \in Offers : m.term = currentTerm[s] => IsAhead(s, m.log)

Stable_MayStand(s) ==
  /\ currentTerm[s] < TermMax
  /\ \A m \in msgs : m.term <= currentTerm[s]
  /\ currentTerm[s] + 1 = TermMax => IsLastElection(s)

\* Before the last election the same two stand in turn.
StableInTurn_MayStand(s) ==
  /\ Stable_MayStand(s)
  /\ Alternating_MayStand(s) \/ currentTerm[s] + 1 = TermMax

Stable_MayRestart(s) == role[s] = "leader" /\ currentTerm[s] < TermMax
-----------------------------------------------------------------------------
(* Planted bugs. Each replaces one definition of Raft, in a .cfg that is     *)
(* named after it and says which check catches it.                           *)

\* A server votes before its vote is safe on disk, and forgets it in a crash.
Forgetful_VoteAfterCrash(s) == Nobody

\* A server votes for any candidate of its term, whatever its log.
Obliging_IsUpToDate(lastIndex, lastTerm, mine) == TRUE

\* A follower has an entry before the new ones, but does not look which.
Blind_HasEntry(mine, index, term) == index <= Len(mine)

\* A leader counts copies of entries of earlier terms: figure 8 of the paper.
Hasty_IsOfOwnTerm(s, n) == TRUE

\* A leader that is refused tries again with the same entry.
Stubborn_Tried(s, n) == {Min(n, Len(log[s]))}

\* Half of the servers are taken for a majority.
Meager_IsQuorum(some) == 2 * Cardinality(some) >= Cardinality(Server)

\* Servers do not recognise a command that was sent again.
Repeated_IsNew(e, before) == TRUE
-----------------------------------------------------------------------------
(* For pictures: who the processes are.                                      *)

PlumbLanes == Server \cup Client
-----------------------------------------------------------------------------
(* Probes: false claims, which TLC must refute. If one of them held, then    *)
(* the checks would have passed for want of anything to look at.             *)

NobodyIsAnswered == \A c \in Client : answered[c] = 0

\* Not two leaders at a time, one of an old term.
NoOldLeader ==
  \A s, t \in Server : role[s] = "leader" /\ role[t] = "leader" => s = t

\* Logs never contradict each other.
NoConflict ==
  \A s, t \in Server : \A n \in 1 .. Min(Len(log[s]), Len(log[t])) :
    log[s][n] = log[t][n]

\* No log has a command twice.
NothingIsRetried ==
  \A s \in Server : \A i, j \in 1 .. Len(log[s]) :
    log[s][i].client = log[s][j].client /\ log[s][i].seq = log[s][j].seq => i = j

\* The first leader that commits anything has no older entry in what it commits.
NothingOldIsCommitted ==
  \A m \in Offers :
    (\A n \in Offers : n.term < m.term => n.commit = 0) =>
      \A i \in 1 .. m.commit : m.log[i].term = m.term
=============================================================================
