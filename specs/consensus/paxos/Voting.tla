------------------------------- MODULE Voting -------------------------------
(* Consensus by votes: there are ballots, numbered from 0 on, and a value is *)
(* chosen when a majority votes for it in the same ballot. Before a vote is  *)
(* cast the voter makes sure that it cannot contradict what another ballot   *)
(* has chosen or may still choose. How it finds that out is not said: a step *)
(* here looks at the votes of others, and Paxos sends messages instead.      *)
(*                                                                           *)
(* Source: L. Lamport, "Paxos Made Simple", section 2.2: conditions P1 and   *)
(* P2. ACM SIGACT News 32(4), 2001, 51-58. "The Part-Time Parliament", ACM   *)
(* TOCS 16(2), 1998, 133-169, has them as B1 to B3 in section 2.1.           *)
(*                                                                           *)
(* Left out, and why that is sound:                                          *)
(* - Messages, proposers and leaders: see Paxos, which refines this.         *)
(* - Quorums other than majorities. Nothing is used of them but that any two *)
(*   have a member in common.                                                *)
EXTENDS Integers, FiniteSets

CONSTANTS
  Value,        \* the values that were proposed
  Acceptor,     \* who votes
  BallotMax     \* the number of the last ballot

VARIABLES
  votes,        \* votes[a] are the votes of a, each a ballot with a value
  maxBal        \* maxBal[a]: a casts no more votes in ballots below it

vars == <<votes, maxBal>>

Ballot == 0 .. BallotMax

\* Any two of them meet.
Quorum == {Q \in SUBSET Acceptor : 2 * Cardinality(Q) > Cardinality(Acceptor)}

\* An acceptor that has not taken part in any ballot is at -1.
TypeOK ==
  /\ votes \in [Acceptor -> SUBSET (Ballot \X Value)]
  /\ maxBal \in [Acceptor -> Ballot \cup {-1}]

Init ==
  /\ votes = [a \in Acceptor |-> {}]
  /\ maxBal = [a \in Acceptor |-> -1]
-----------------------------------------------------------------------------
(* What votes mean.                                                          *)

VotedFor(a, b, v) == <<b, v>> \in votes[a]

DidNotVoteAt(a, b) == \A v \in Value : ~ VotedFor(a, b, v)

ChosenAt(b, v) == \E Q \in Quorum : \A a \in Q : VotedFor(a, b, v)

chosen == {v \in Value : \E b \in Ballot : ChosenAt(b, v)}

\* No two values are chosen.
Agreement == \A v, w \in chosen : v = w

\* All votes of a ballot are for one value.
OneValuePerBallot ==
  \A a, c \in Acceptor : \A b \in Ballot : \A v, w \in Value :
    VotedFor(a, b, v) /\ VotedFor(c, b, w) => v = w
-----------------------------------------------------------------------------
(* The guards on which agreement rests; see MCVoting.                        *)

\* a may still vote in b.
MayVoteAt(a, b) == maxBal[a] <= b

\* Nobody has voted for another value in b (P1 and the uniqueness of proposals).
NoOtherAt(b, v) ==
  \A a \in Acceptor : \A w \in Value : VotedFor(a, b, w) => w = v

\* P2c: no value but v was chosen, or can still be, in a ballot below b. Q is the
\* witness: its members vote below b no more, and of their votes there that in
\* the highest ballot is for v, if there is any.
ShowsSafeAt(Q, b, v) ==
  /\ \A a \in Q : maxBal[a] >= b
  /\ \E c \in -1 .. b - 1 :
       /\ c # -1 => \E a \in Q : VotedFor(a, c, v)
       /\ \A d \in c + 1 .. b - 1 : \A a \in Q : DidNotVoteAt(a, d)

SafeAt(b, v) == \E Q \in Quorum : ShowsSafeAt(Q, b, v)
-----------------------------------------------------------------------------
\* a promises to vote no more in ballots below b. Enabled if that is news.
IncreaseMaxBal(a, b) ==
  /\ b > maxBal[a]
  /\ maxBal' = [maxBal EXCEPT ![a] = b]
  /\ UNCHANGED votes

\* a votes for v in b. Enabled if no promise of a forbids it, no other value has
\* a vote in b, and v is safe there.
VoteFor(a, b, v) ==
  /\ MayVoteAt(a, b)
  /\ NoOtherAt(b, v)
  /\ SafeAt(b, v)
  /\ votes' = [votes EXCEPT ![a] = @ \cup {<<b, v>>}]
  /\ maxBal' = [maxBal EXCEPT ![a] = b]

Next ==
  \E a \in Acceptor : \E b \in Ballot :
    \/ IncreaseMaxBal(a, b)
    \/ \E v \in Value : VoteFor(a, b, v)

Spec == Init /\ [][Next]_vars
-----------------------------------------------------------------------------
THEOREM Spec => [](TypeOK /\ Agreement /\ OneValuePerBallot)
=============================================================================
