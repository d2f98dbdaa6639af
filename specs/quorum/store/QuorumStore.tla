---------------------------- MODULE QuorumStore -----------------------------
(* A store of the Dynamo kind, one object of it. N nodes are at home to the  *)
(* object. A write is over when W of them have it, a read when R have told   *)
(* what they have. Nobody waits for an order of writes: versions carry vector*)
(* clocks, and of two versions of which neither follows the other both are   *)
(* kept, as siblings, until somebody who has read them writes again. A read  *)
(* has its answer stored by those who lag behind: read repair. What a home   *)
(* does not take a spare node keeps for it, with a hint whom it is for, and  *)
(* hands it off later.                                                       *)
(*                                                                           *)
(* Source: G. DeCandia and others, "Dynamo: Amazon's Highly Available        *)
(* Key-value Store", sections 4.4 to 4.6 and 6.4 (clients that coordinate).  *)
(* SOSP 2007, 205-220. Quorums are those of D. Gifford, "Weighted Voting for *)
(* Replicated Data". SOSP 1979, 150-162.                                     *)
(*                                                                           *)
(* Left out, and why that is sound:                                          *)
(* - Other objects, the ring, and who is at home to what: an object shares   *)
(*   no state with the others, and its homes do not change here.             *)
(* - Merkle trees. They find what read repair and handoff bring as well.     *)
(* - Failure detection. A spare may be asked at any time, since anybody can  *)
(*   seem to be down.                                                        *)
(* - Spares that answer reads. In the paper a read, too, goes to the first N *)
(*   nodes that seem healthy. With sloppy quorums that makes stale reads     *)
(*   rarer, and does not exclude them: who reads and who writes need not     *)
(*   agree on who is healthy.                                                *)
(* - Loss, delay and duplication. Requests can be answered at any time,      *)
(*   again, or never. A reply is kept by the client's side as soon as it is  *)
(*   sent; that a read goes on with any R of them allows for every delay.    *)
(* - Crashes of nodes. Who is down takes no steps; who comes back must know  *)
(*   what it has stored, so it logs that before it replies.                  *)
(* - What clients see in which order. QuorumStoreHistory adds it.            *)
EXTENDS Naturals, FiniteSets

CONSTANTS
  Home,         \* the N nodes that keep the object
  Spare,        \* the nodes that keep it for a home that does not answer
  Client,       \* who reads and writes
  R,            \* of so many homes a read wants to hear
  W,            \* so many nodes must have stored a write
  Sloppy,       \* whether a spare counts among them
  Value         \* what can be written

VARIABLES
  stored,       \* stored[h] are the versions that the home h has: siblings
  hints,        \* hints[s] is what the spare s keeps for others
  phase,        \* phase[c] is what c is doing
  turn,         \* turn[c] is the number of calls that c has made
  reports,      \* reports[c] are the replies to c's read
  acks,         \* acks[c] are the nodes that have stored c's write
  seen,         \* seen[c] is what c has read or written last: its context
  requests,     \* all requests to store that were ever sent; none is removed
  last          \* last[c] is the number of writes of which c has made a clock

vars == <<stored, hints, phase, turn, reports, acks, seen, requests, last>>
nodeVars == <<stored, hints>>

N == Cardinality(Home)

\* How many writes of each client a version has taken in.
Clock == [Client -> Nat]

Version == [clock : Clock, val : Value]

\* A write asks for its version to be stored, a read for its answer.
Request == [by : Client, turn : Nat, versions : SUBSET Version]

TypeOK ==
  /\ \A h \in Home : stored[h] \subseteq Version
  /\ \A s \in Spare : hints[s] \subseteq [to : Home, versions : SUBSET Version]
  /\ phase \in [Client -> {"idle", "reading", "writing"}]
  /\ turn \in [Client -> Nat]
  /\ \A c \in Client :
       reports[c] \subseteq [from : Home, versions : SUBSET Version]
  /\ acks \in [Client -> SUBSET (Home \cup Spare)]
  /\ \A c \in Client : seen[c] \subseteq Version
  /\ requests \subseteq Request
  /\ last \in [Client -> Nat]

Init ==
  /\ stored = [h \in Home |-> {}]
  /\ hints = [s \in Spare |-> {}]
  /\ phase = [c \in Client |-> "idle"]
  /\ turn = [c \in Client |-> 0]
  /\ reports = [c \in Client |-> {}]
  /\ acks = [c \in Client |-> {}]
  /\ seen = [c \in Client |-> {}]
  /\ requests = {}
  /\ last = [c \in Client |-> 0]
-----------------------------------------------------------------------------
(* What vector clocks say.                                                   *)

\* x is y, or was written by somebody who knew y.
Covers(x, y) == \A c \in Client : x.clock[c] >= y.clock[c]

\* These versions without those that another one follows.
Merged(versions) ==
  {x \in versions : \A y \in versions : Covers(y, x) => Covers(x, y)}

Max(numbers) == CHOOSE i \in numbers : \A j \in numbers : i >= j

\* The clock that all of them have together.
Joined(versions) ==
  [c \in Client |-> Max({0} \cup {x.clock[c] : x \in versions})]
-----------------------------------------------------------------------------
(* What the promises rest on. Each has a name, so that a model can replace   *)
(* it by a faulty one; see MCQuorumStore.                                    *)

\* What a node has that had old and is asked to store new.
Kept(old, new) == Merged(old \cup new)

\* Which nodes count for W. That strict quorums meet rests on R + W > N.
Counts(n) == Sloppy \/ n \in Home

\* c's write has been stored by enough.
IsSafe(c) == Cardinality({n \in acks[c] : Counts(n)}) >= W

\* Whom a hint is for has it, or something newer.
IsDelivered(hint) ==
  \A x \in hint.versions : \E y \in stored[hint.to] : Covers(y, x)

\* What a client remembers across a crash of the clocks that it has made.
Remembered(c) == last[c]

\* Whether c makes a call is up to c, and that a client crashes to nobody.
MayRead(c) == TRUE
MayWrite(c) == TRUE
MayCrash(c) == TRUE

\* A home that is asked again answers again, maybe with newer versions. Whether
\* a spare is asked depends on who seems to be down.
MayReport(h, c) == TRUE
MayKeepHint(s, h) == TRUE
-----------------------------------------------------------------------------
(* Steps of a client.                                                        *)

\* c begins to read, and asks all homes. Enabled while it has no call open.
BeginRead(c) ==
  /\ MayRead(c)
  /\ phase[c] = "idle"
  /\ phase' = [phase EXCEPT ![c] = "reading"]
  /\ turn' = [turn EXCEPT ![c] = @ + 1]
  /\ UNCHANGED <<nodeVars, reports, acks, seen, requests, last>>

\* The answers that c's read can have: what any R homes have, merged.
Answers(c) ==
  {Merged(UNION {m.versions : m \in some}) :
     some \in {S \in SUBSET reports[c] : Cardinality({m.from : m \in S}) >= R}}

\* c's read is over. Enabled once R homes have told what they have. Read repair:
\* whoever lacks some of it is asked to store it; nobody waits for that.
EndRead(c) ==
  /\ phase[c] = "reading"
  /\ \E answer \in Answers(c) :
       /\ seen' = [seen EXCEPT ![c] = answer]
       /\ requests' = requests \cup
            {[by |-> c, turn |-> turn[c], versions |-> answer]}
  /\ phase' = [phase EXCEPT ![c] = "idle"]
  /\ reports' = [reports EXCEPT ![c] = {}]
  /\ UNCHANGED <<nodeVars, turn, acks, last>>

\* c begins to write v over what it has seen, and asks all homes to store that.
\* Enabled while it has no call open.
BeginWrite(c, v) ==
  /\ MayWrite(c)
  /\ phase[c] = "idle"
  /\ LET clock == [Joined(seen[c]) EXCEPT ![c] = Remembered(c) + 1]
         next  == [clock |-> clock, val |-> v]
     IN  /\ seen' = [seen EXCEPT ![c] = {next}]
         /\ requests' = requests \cup
              {[by |-> c, turn |-> turn[c] + 1, versions |-> {next}]}
         /\ last' = [last EXCEPT ![c] = next.clock[c]]
  /\ phase' = [phase EXCEPT ![c] = "writing"]
  /\ turn' = [turn EXCEPT ![c] = @ + 1]
  /\ UNCHANGED <<nodeVars, reports, acks>>

\* c's write is over. Enabled once W nodes have stored it.
EndWrite(c) ==
  /\ phase[c] = "writing"
  /\ IsSafe(c)
  /\ phase' = [phase EXCEPT ![c] = "idle"]
  /\ acks' = [acks EXCEPT ![c] = {}]
  /\ UNCHANGED <<nodeVars, turn, reports, seen, requests, last>>

\* c crashes and comes back: nobody will answer its call, and it has seen
\* nothing. Enabled always.
Crash(c) ==
  /\ MayCrash(c)
  /\ phase' = [phase EXCEPT ![c] = "idle"]
  /\ reports' = [reports EXCEPT ![c] = {}]
  /\ acks' = [acks EXCEPT ![c] = {}]
  /\ seen' = [seen EXCEPT ![c] = {}]
  /\ UNCHANGED <<nodeVars, turn, requests, last>>
-----------------------------------------------------------------------------
(* Steps of a node.                                                          *)

\* The home h answers c's read of that turn. Enabled once that turn has come; an
\* answer that is too late changes nothing.
Report(h, c, k) ==
  /\ k \in 1 .. turn[c]
  /\ MayReport(h, c)
  /\ reports' = IF k = turn[c] /\ phase[c] = "reading"
                THEN [reports EXCEPT
                        ![c] = @ \cup {[from |-> h, versions |-> stored[h]]}]
                ELSE reports
  /\ UNCHANGED <<nodeVars, phase, turn, acks, seen, requests, last>>

\* c hears that n has what its call of that turn has stored.
Acknowledge(n, c, k) ==
  acks' = IF k = turn[c] /\ phase[c] = "writing"
          THEN [acks EXCEPT ![c] = @ \cup {n}]
          ELSE acks

\* The home h stores what c's call of that turn asks for. Enabled once it does.
Store(h, c, k) ==
  /\ \E m \in requests :
       /\ m.by = c
       /\ m.turn = k
       /\ stored' = [stored EXCEPT ![h] = Kept(@, m.versions)]
  /\ Acknowledge(h, c, k)
  /\ UNCHANGED <<hints, phase, turn, reports, seen, requests, last>>

\* The spare s keeps it for the home h. Enabled likewise.
KeepHint(s, h, c, k) ==
  /\ MayKeepHint(s, h)
  /\ \E m \in requests :
       /\ m.by = c
       /\ m.turn = k
       /\ hints' = [hints EXCEPT
                      ![s] = @ \cup {[to |-> h, versions |-> m.versions]}]
  /\ Acknowledge(s, c, k)
  /\ UNCHANGED <<stored, phase, turn, reports, seen, requests, last>>

\* The spare s hands off what it keeps for h, and h stores it. Enabled while
\* there is something.
HandOff(s, h) ==
  /\ \E hint \in hints[s] :
       /\ hint.to = h
       /\ stored' = [stored EXCEPT ![h] = Kept(@, hint.versions)]
  /\ UNCHANGED <<hints, phase, turn, reports, acks, seen, requests, last>>

\* The spare s forgets what it kept for h. Enabled once h has it.
DropHint(s, h) ==
  /\ \E hint \in hints[s] :
       /\ hint.to = h
       /\ IsDelivered(hint)
       /\ hints' = [hints EXCEPT ![s] = @ \ {hint}]
  /\ UNCHANGED <<stored, phase, turn, reports, acks, seen, requests, last>>

Next ==
  \/ \E c \in Client :
       \/ BeginRead(c)
       \/ EndRead(c)
       \/ \E v \in Value : BeginWrite(c, v)
       \/ EndWrite(c)
       \/ Crash(c)
       \/ \E h \in Home, k \in 1 .. turn[c] :
            \/ Report(h, c, k)
            \/ Store(h, c, k)
            \/ \E s \in Spare : KeepHint(s, h, c, k)
  \/ \E s \in Spare, h \in Home : HandOff(s, h) \/ DropHint(s, h)

Spec == Init /\ [][Next]_vars
-----------------------------------------------------------------------------
(* Safety that needs no history.                                             *)

\* A clock stands for one value.
OneValueAVersion ==
  \A m, n \in requests : \A x \in m.versions, y \in n.versions :
    x.clock = y.clock => x = y

\* All has arrived: nobody is asked for anything that it has not done.
Quiet ==
  /\ \A s \in Spare : hints[s] = {}
  /\ \A h \in Home, m \in requests : Kept(stored[h], m.versions) = stored[h]

Converged == \A g, h \in Home : stored[g] = stored[h]

\* In whatever order it has arrived, all homes have the same in the end.
ConvergedWhenQuiet == Quiet => Converged
-----------------------------------------------------------------------------
(* Progress: the network heals, so that what was asked for is done.          *)

\* The homes that requests get through to.
Reached == Home

\* What does not get through to a home a spare keeps for it.
NodeFairness ==
  /\ \A h \in Reached, c \in Client :
       WF_vars(\E k \in 1 .. turn[c] : Report(h, c, k) \/ Store(h, c, k))
  /\ \A h \in Home \ Reached, s \in Spare, c \in Client :
       WF_vars(\E k \in 1 .. turn[c] : KeepHint(s, h, c, k))
  /\ \A h \in Home, s \in Spare : WF_vars(HandOff(s, h)) /\ WF_vars(DropHint(s, h))

ClientFairness == \A c \in Client : WF_vars(EndRead(c) \/ EndWrite(c))

FairSpec == Spec /\ NodeFairness /\ ClientFairness

\* If calls come to an end, the homes agree at last, and for good.
Converges == <>[]Converged

\* No call stays open for ever.
EveryCallEnds == \A c \in Client : phase[c] # "idle" ~> phase[c] = "idle"
-----------------------------------------------------------------------------
THEOREM Spec => [](TypeOK /\ OneValueAVersion /\ ConvergedWhenQuiet)
=============================================================================
