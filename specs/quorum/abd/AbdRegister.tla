---------------------------- MODULE AbdRegister -----------------------------
(* A register kept by replicas, of which a minority may stop. Each call has  *)
(* two phases, with a majority of replies each: the client asks for the      *)
(* newest version, then it has a version stored. A write stores a newer one. *)
(* A read stores what it has found, it writes back, so that no later read    *)
(* finds an older one.                                                       *)
(*                                                                           *)
(* Source: H. Attiya, A. Bar-Noy, D. Dolev, "Sharing Memory Robustly in      *)
(* Message-Passing Systems". Journal of the ACM 42(1), 1995, 124-142: one    *)
(* writer, which need not ask. N. Lynch, A. Shvartsman, "Robust Emulation of *)
(* Shared Memory Using Dynamic Quorum-Acknowledged Broadcasts". FTCS 1997,   *)
(* 272-281: several writers, which ask first and break ties by their names.  *)
(*                                                                           *)
(* Left out, and why that is sound:                                          *)
(* - Replies on their way. One is kept by the client's side as soon as it is *)
(*   sent; that it goes on with any majority of them allows for every delay. *)
(* - Replies that come too late: nobody looks at them. A replica may send    *)
(*   one, which changes nothing.                                             *)
(* - Loss and duplication. Requests can be answered at any time, again, or   *)
(*   never. A store request counts even when its call is long over.          *)
(* - Crashes of replicas. Who is down takes no steps; who comes back must    *)
(*   know what it has stored, so it logs that before it replies.             *)
(* - What clients see. AbdRegisterHistory adds it, and says what it means.   *)
EXTENDS Integers, FiniteSets

CONSTANTS
  N,            \* how many clients there are
  Replica,      \* who keeps the register
  Writer,       \* the clients that may write
  Value,        \* what can be written
  Nothing       \* the value of a register that was never written

VARIABLES
  stored,       \* stored[r] is the newest version that r knows
  phase,        \* phase[c] is what c is doing
  op,           \* op[c] is what the call of c is, or its last one was
  version,      \* version[c] is what that call stores, as far as c knows
  turn,         \* turn[c] is the number of calls that c has made
  reports,      \* reports[c] are the replies to the question of c's call
  acks,         \* acks[c] are the replicas that have stored its version
  stores,       \* all requests to store that were ever sent; none is removed
  last          \* last[c] is the number of the last version that c wrote

vars == <<stored, phase, op, version, turn, reports, acks, stores, last>>

\* What a call has, as opposed to its client and to the replicas.
callVars == <<op, version, turn>>

\* Numbers, because ties between versions are broken by who wrote them.
Client == 1 .. N

Version == [num : Nat, by : Client \cup {0}, val : Value \cup {Nothing}]

\* The version of a register that was never written.
Oldest == [num |-> 0, by |-> 0, val |-> Nothing]

\* idle: no call is open; asking: the first phase; storing: the second.
TypeOK ==
  /\ stored \in [Replica -> Version]
  /\ phase \in [Client -> {"idle", "asking", "storing"}]
  /\ op \in [Client -> {"read", "write"}]
  /\ version \in [Client -> Version]
  /\ turn \in [Client -> Nat]
  /\ \A c \in Client : reports[c] \subseteq [from : Replica, version : Version]
  /\ acks \in [Client -> SUBSET Replica]
  /\ stores \subseteq [by : Client, turn : Nat, version : Version]
  /\ last \in [Client -> Nat]

Init ==
  /\ stored = [r \in Replica |-> Oldest]
  /\ phase = [c \in Client |-> "idle"]
  /\ op = [c \in Client |-> "read"]
  /\ version = [c \in Client |-> Oldest]
  /\ turn = [c \in Client |-> 0]
  /\ reports = [c \in Client |-> {}]
  /\ acks = [c \in Client |-> {}]
  /\ stores = {}
  /\ last = [c \in Client |-> 0]
-----------------------------------------------------------------------------
(* What linearizability rests on. Each has a name, so that a model can       *)
(* replace it by a faulty one; see MCAbdRegister.                            *)

\* Any two quorums meet.
IsQuorum(R) == 2 * Cardinality(R) > Cardinality(Replica)

\* Of two versions with the same number that of the greater client is newer.
Newer(x, y) == x.num > y.num \/ (x.num = y.num /\ x.by > y.by)

\* c is the only one who writes, so that it knows the newest version.
IsAlone(c) == Writer = {c}

\* What a writer remembers across a crash of the numbers that it has used.
Remembered(c) == last[c]

\* What c's call stores is safe with a majority.
IsStored(c) == IsQuorum(acks[c])

\* Whether c makes a call is up to c, and that a client crashes to nobody.
MayCall(c) == TRUE
MayCrash(c) == TRUE

\* A replica that is asked again answers again, maybe with a newer version.
MayReport(r, c) == TRUE
-----------------------------------------------------------------------------
\* The newest of these versions.
Newest(versions) ==
  CHOOSE x \in versions : \A y \in versions : ~ Newer(y, x)

\* The versions of which c can have heard when it goes on: the newest of any
\* majority of the reports.
Heard(c) ==
  {Newest({m.version : m \in some}) :
     some \in {S \in SUBSET reports[c] : IsQuorum({m.from : m \in S})}}

Max(i, j) == IF i > j THEN i ELSE j

\* c has this version stored.
RequestStore(c, k, v) ==
  /\ phase' = [phase EXCEPT ![c] = "storing"]
  /\ version' = [version EXCEPT ![c] = v]
  /\ stores' = stores \cup {[by |-> c, turn |-> k, version |-> v]}
  /\ acks' = [acks EXCEPT ![c] = {}]
  /\ reports' = [reports EXCEPT ![c] = {}]
-----------------------------------------------------------------------------
(* Steps of a client.                                                        *)

\* c begins to read, and asks all replicas for their versions. Enabled while it
\* has no call open.
BeginRead(c) ==
  /\ MayCall(c)
  /\ phase[c] = "idle"
  /\ phase' = [phase EXCEPT ![c] = "asking"]
  /\ op' = [op EXCEPT ![c] = "read"]
  /\ version' = [version EXCEPT ![c] = Oldest]
  /\ turn' = [turn EXCEPT ![c] = @ + 1]
  /\ UNCHANGED <<stored, reports, acks, stores, last>>

\* c begins to write v, and asks all replicas for their versions. Enabled for a
\* writer while it has no call open.
BeginWrite(c, v) ==
  /\ MayCall(c)
  /\ c \in Writer
  /\ phase[c] = "idle"
  /\ phase' = [phase EXCEPT ![c] = "asking"]
  /\ op' = [op EXCEPT ![c] = "write"]
  /\ version' = [version EXCEPT ![c] = [Oldest EXCEPT !.val = v]]
  /\ turn' = [turn EXCEPT ![c] = @ + 1]
  /\ UNCHANGED <<stored, reports, acks, stores, last>>

\* The only writer writes v without asking: it stores the version that follows its
\* last one. Enabled while it has no call open.
WriteAtOnce(c, v) ==
  /\ MayCall(c)
  /\ c \in Writer
  /\ IsAlone(c)
  /\ phase[c] = "idle"
  /\ LET next == [num |-> Remembered(c) + 1, by |-> c, val |-> v]
     IN  /\ RequestStore(c, turn[c] + 1, next)
         /\ last' = [last EXCEPT ![c] = next.num]
  /\ op' = [op EXCEPT ![c] = "write"]
  /\ turn' = [turn EXCEPT ![c] = @ + 1]
  /\ UNCHANGED stored

\* A read goes on to store the newest version that it has heard of. Enabled once
\* a majority has reported.
WriteBack(c) ==
  /\ phase[c] = "asking"
  /\ op[c] = "read"
  /\ \E heard \in Heard(c) : RequestStore(c, turn[c], heard)
  /\ UNCHANGED <<stored, op, turn, last>>

\* A write goes on to store its value, as a version that is newer than all that
\* it has heard of, or written. Enabled once a majority has reported.
WriteNewer(c) ==
  /\ phase[c] = "asking"
  /\ op[c] = "write"
  /\ \E heard \in Heard(c) :
       LET num == Max(heard.num, Remembered(c)) + 1
       IN  /\ RequestStore(c, turn[c],
                           [num |-> num, by |-> c, val |-> version[c].val])
           /\ last' = [last EXCEPT ![c] = num]
  /\ UNCHANGED <<stored, op, turn>>

\* The call of c is over; a read returns the value of the version that it has
\* stored. Enabled once a majority has stored it.
Return(c) ==
  /\ phase[c] = "storing"
  /\ IsStored(c)
  /\ phase' = [phase EXCEPT ![c] = "idle"]
  /\ acks' = [acks EXCEPT ![c] = {}]
  /\ UNCHANGED <<stored, callVars, reports, stores, last>>

\* c crashes and comes back: nobody will answer its call. Enabled always; if it
\* has no call open there is nothing to forget.
Crash(c) ==
  /\ MayCrash(c)
  /\ phase' = [phase EXCEPT ![c] = "idle"]
  /\ acks' = [acks EXCEPT ![c] = {}]
  /\ reports' = [reports EXCEPT ![c] = {}]
  /\ UNCHANGED <<stored, callVars, stores, last>>
-----------------------------------------------------------------------------
(* Steps of a replica.                                                       *)

\* r answers the question of c's call of that turn. Enabled once that has begun;
\* an answer that comes too late changes nothing.
Report(r, c, k) ==
  /\ k \in 1 .. turn[c]
  /\ MayReport(r, c)
  /\ reports' = IF k = turn[c] /\ phase[c] = "asking"
                THEN [reports EXCEPT
                        ![c] = @ \cup {[from |-> r, version |-> stored[r]]}]
                ELSE reports
  /\ UNCHANGED <<stored, phase, callVars, acks, stores, last>>

\* r stores the version of c's call of that turn, unless it has a newer one, and
\* says so. Enabled once it was asked to.
Store(r, c, k) ==
  /\ \E m \in stores :
       /\ m.by = c
       /\ m.turn = k
       /\ stored' = [stored EXCEPT
                       ![r] = IF Newer(m.version, @) THEN m.version ELSE @]
  /\ acks' = IF k = turn[c] /\ phase[c] = "storing"
             THEN [acks EXCEPT ![c] = @ \cup {r}]
             ELSE acks
  /\ UNCHANGED <<phase, callVars, reports, stores, last>>

Next ==
  \E c \in Client :
    \/ BeginRead(c)
    \/ \E v \in Value : BeginWrite(c, v) \/ WriteAtOnce(c, v)
    \/ WriteBack(c)
    \/ WriteNewer(c)
    \/ Return(c)
    \/ Crash(c)
    \/ \E r \in Replica, k \in 1 .. turn[c] : Report(r, c, k) \/ Store(r, c, k)

Spec == Init /\ [][Next]_vars
-----------------------------------------------------------------------------
(* Safety that needs no history.                                             *)

\* A number and a writer stand for one value.
OneValueAVersion ==
  \A m, n \in stores :
    m.version.num = n.version.num /\ m.version.by = n.version.by
      => m.version.val = n.version.val
-----------------------------------------------------------------------------
(* Progress: a call does not need more than a majority. Nobody can hinder it *)
(* but a crash of its own client.                                            *)

\* Who does not stop for ever. A majority is enough.
Steady == Replica

ReplicaFairness ==
  \A r \in Steady, c \in Client :
    WF_vars(\E k \in 1 .. turn[c] : Report(r, c, k) \/ Store(r, c, k))

ClientFairness ==
  \A c \in Client : WF_vars(WriteBack(c) \/ WriteNewer(c) \/ Return(c))

FairSpec == Spec /\ ReplicaFairness /\ ClientFairness

\* No call stays open for ever.
EveryCallEnds == \A c \in Client : phase[c] # "idle" ~> phase[c] = "idle"
-----------------------------------------------------------------------------
THEOREM Spec => [](TypeOK /\ OneValueAVersion)
THEOREM FairSpec => EveryCallEnds
=============================================================================
