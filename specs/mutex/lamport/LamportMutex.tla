---------------------------- MODULE LamportMutex ----------------------------
(* Processes that share nothing but messages take turns at a resource. Each  *)
(* keeps a list of all requests that it knows of, with the time at which     *)
(* they were made on the requester's logical clock. It enters when its own   *)
(* request is the earliest, and when it has heard from everybody since it    *)
(* was made, so that no earlier one can still be on its way.                 *)
(*                                                                           *)
(* Source: L. Lamport, "Time, Clocks, and the Ordering of Events in a        *)
(* Distributed System". CACM 21(7), 1978, 558-565. Rules 1 to 5 of page 561  *)
(* are the actions below, IR1 and IR2 of page 560 are Tick and After.        *)
(*                                                                           *)
(* Left out, and why that is sound:                                          *)
(* - Loss and reordering of messages, failures of processes: the paper rules *)
(*   them out, and the algorithm does not survive them.                      *)
(* - The footnote by which an acknowledgement may be saved. Sending one that *)
(*   is not needed lets nobody enter who would not have entered.             *)
(* - A clock that runs on between the steps of its process. That a process   *)
(*   asks, enters and leaves whenever it likes allows for every speed.       *)
EXTENDS Integers, Sequences

CONSTANT N     \* how many processes there are

VARIABLES
  clock,       \* clock[p] is the logical clock of p
  asked,       \* asked[p][q] is when q asked, as far as p knows; 0 if it did not
  heard,       \* heard[p][q] is the time of the last message from q to p
  inside,      \* the processes that have the resource
  net          \* net[p][q] are the messages on their way from p to q, in order

vars == <<clock, asked, heard, inside, net>>

\* Numbers, because ties between requests are broken by who made them.
Process == 1 .. N

Message == [type : {"request", "ack", "release"}, time : Nat \ {0}]

TypeOK ==
  /\ clock \in [Process -> Nat]
  /\ asked \in [Process -> [Process -> Nat]]
  /\ heard \in [Process -> [Process -> Nat]]
  /\ inside \subseteq Process
  /\ net \in [Process -> [Process -> Seq(Message)]]

Exclusive == \A p, q \in inside : p = q

Init ==
  /\ clock = [p \in Process |-> 0]
  /\ asked = [p \in Process |-> [q \in Process |-> 0]]
  /\ heard = [p \in Process |-> [q \in Process |-> 0]]
  /\ inside = {}
  /\ net = [p \in Process |-> [q \in Process |-> << >>]]
-----------------------------------------------------------------------------
(* What exclusion rests on. Each has a name, so that a model can replace it  *)
(* by a faulty one; see MCLamportMutex.                                      *)

\* The request of p, made at time s, comes before that of q, made at time t.
Precedes(s, p, t, q) == s < t \/ (s = t /\ p < q)

\* p has heard from everybody since it asked, so that it knows of all requests
\* that can be earlier than its own: messages do not overtake each other.
HeardFromAll(p) ==
  \A q \in Process \ {p} : heard[p][q] > asked[p][p]

\* No request that p knows of is earlier than its own.
IsFirst(p) ==
  \A q \in Process \ {p} :
    asked[p][q] # 0 => Precedes(asked[p][p], p, asked[p][q], q)

\* What p knows of requests once q has told it of one.
WithRequest(p, q, time) == [asked[p] EXCEPT ![q] = time]

\* A channel delivers the message that was sent first.
Delivered(channel) == Head(channel)
Remaining(channel) == Tail(channel)

\* Whether p needs the resource is up to p.
MayAsk(p) == TRUE
-----------------------------------------------------------------------------
\* IR1: the clock goes on with every step.
Tick(p) == clock[p] + 1

\* IR2: when a message arrives, the clock goes beyond its time.
After(p, time) == IF clock[p] > time THEN clock[p] + 1 ELSE time + 1

\* The channels from p once it has sent a message to everybody else.
Broadcast(p, message) ==
  [q \in Process |-> IF q = p THEN net[p][q] ELSE Append(net[p][q], message)]

\* There is a message of that type for p to receive from q.
Arrives(p, q, type) ==
  /\ net[q][p] # << >>
  /\ Delivered(net[q][p]).type = type

\* p hears of the time of the message from q, as its step at a given time.
Hear(p, q, now) ==
  /\ clock' = [clock EXCEPT ![p] = now]
  /\ heard' = [heard EXCEPT ![p][q] = Delivered(net[q][p]).time]
-----------------------------------------------------------------------------
\* Rule 1: p asks everybody for the resource. Enabled if p neither has it nor
\* waits for it.
Ask(p) ==
  /\ MayAsk(p)
  /\ asked[p][p] = 0
  /\ clock' = [clock EXCEPT ![p] = Tick(p)]
  /\ asked' = [asked EXCEPT ![p][p] = Tick(p)]
  /\ net' = [net EXCEPT ![p] =
               Broadcast(p, [type |-> "request", time |-> Tick(p)])]
  /\ UNCHANGED <<heard, inside>>

\* Rule 2: p learns that q has asked, and acknowledges it. Enabled if that is
\* the next message from q.
ReceiveRequest(p, q) ==
  /\ Arrives(p, q, "request")
  /\ LET time == Delivered(net[q][p]).time
         now == After(p, time)
     IN /\ Hear(p, q, now)
        /\ asked' = [asked EXCEPT ![p] = WithRequest(p, q, time)]
        /\ net' = [net EXCEPT
                     ![q][p] = Remaining(@),
                     ![p][q] = Append(@, [type |-> "ack", time |-> now])]
  /\ UNCHANGED inside

\* p learns that q knows of its request. Enabled if that is the next message
\* from q.
ReceiveAck(p, q) ==
  /\ Arrives(p, q, "ack")
  /\ Hear(p, q, After(p, Delivered(net[q][p]).time))
  /\ net' = [net EXCEPT ![q][p] = Remaining(@)]
  /\ UNCHANGED <<asked, inside>>

\* Rule 5: p enters. Enabled if p has asked, its request is the first, and it
\* can be sure of that.
Enter(p) ==
  /\ asked[p][p] # 0
  /\ p \notin inside
  /\ HeardFromAll(p)
  /\ IsFirst(p)
  /\ clock' = [clock EXCEPT ![p] = Tick(p)]
  /\ inside' = inside \cup {p}
  /\ UNCHANGED <<asked, heard, net>>

\* Rule 3: p leaves, withdraws its request and tells everybody. Enabled while p
\* has the resource.
Leave(p) ==
  /\ p \in inside
  /\ clock' = [clock EXCEPT ![p] = Tick(p)]
  /\ inside' = inside \ {p}
  /\ asked' = [asked EXCEPT ![p][p] = 0]
  /\ net' = [net EXCEPT ![p] =
               Broadcast(p, [type |-> "release", time |-> Tick(p)])]
  /\ UNCHANGED heard

\* Rule 4: p learns that q has left, and forgets its request. Enabled if that is
\* the next message from q.
ReceiveRelease(p, q) ==
  /\ Arrives(p, q, "release")
  /\ Hear(p, q, After(p, Delivered(net[q][p]).time))
  /\ asked' = [asked EXCEPT ![p][q] = 0]
  /\ net' = [net EXCEPT ![q][p] = Remaining(@)]
  /\ UNCHANGED inside

Next ==
  \/ \E p \in Process : Ask(p) \/ Enter(p) \/ Leave(p)
  \/ \E p, q \in Process : \/ ReceiveRequest(p, q)
                           \/ ReceiveAck(p, q)
                           \/ ReceiveRelease(p, q)

Spec == Init /\ [][Next]_vars
-----------------------------------------------------------------------------
(* Progress: condition (III) of the paper. Nobody keeps the resource for     *)
(* ever, and what is sent is received.                                       *)

LeaveFairness == \A p \in Process : WF_vars(Leave(p))

Fairness ==
  /\ LeaveFairness
  /\ \A p \in Process : WF_vars(Enter(p))
  /\ \A p, q \in Process : WF_vars(\/ ReceiveRequest(p, q)
                                   \/ ReceiveAck(p, q)
                                   \/ ReceiveRelease(p, q))

FairSpec == Spec /\ Fairness

\* Whoever asks gets the resource.
EachRequestIsGranted ==
  \A p \in Process : asked[p][p] # 0 ~> p \in inside

\* Condition (II) in terms of logical time: whoever enters has the earliest
\* request of all, not only of those that it knows of.
InOrder ==
  \A p \in inside : \A q \in Process \ {p} :
    asked[q][q] # 0 => Precedes(asked[p][p], p, asked[q][q], q)
-----------------------------------------------------------------------------
THEOREM Spec => [](TypeOK /\ Exclusive /\ InOrder)
THEOREM FairSpec => EachRequestIsGranted
=============================================================================
