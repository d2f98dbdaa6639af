------------------------------- MODULE Paxos --------------------------------
(* Paxos for a single decision: acceptors vote, as in Voting, and messages   *)
(* tell them what they need to know. A ballot has a proposer. In phase 1 it  *)
(* asks the acceptors to vote no more in lower ballots and to report their   *)
(* last vote; in phase 2 it asks them to vote for a value that the reports   *)
(* of a majority allow. Learners count votes.                                *)
(*                                                                           *)
(* Source: L. Lamport, "Paxos Made Simple", sections 2.2 and 2.3. ACM SIGACT *)
(* News 32(4), 2001, 51-58. The four phases there are four actions here;     *)
(* its proposal numbers are ballots, its responses to prepare and accept     *)
(* requests are the messages 1b and 2b.                                      *)
(*                                                                           *)
(* Left out, and why that is sound:                                          *)
(* - The state of proposers. What one knows it has from messages, which stay *)
(*   in msgs; that it issues one proposal a ballot is NoneProposed. So one   *)
(*   that crashes must not go on with the ballots that it may have used.     *)
(* - Who the proposer of a ballot is, and why it begins one. Any ballot can  *)
(*   begin at any time: elections and timeouts only narrow that choice.      *)
(* - Loss, delay and duplication of messages. What was ever sent is in msgs; *)
(*   a step that a message enables is taken late, again or never.            *)
(* - Crashes. Who is down takes no steps. An acceptor that comes back must   *)
(*   know maxBal, maxVBal and maxVal: it logs them before it sends.          *)
(* - Refusals of requests that came too late. They change no acceptor, and a *)
(*   proposer may give up a ballot at any time by doing nothing.             *)
EXTENDS Integers, FiniteSets

CONSTANTS
  Value,        \* the values that were proposed
  None,         \* none of them
  Acceptor,     \* who votes
  Learner,      \* who wants to know what was chosen
  BallotMax     \* the number of the last ballot

VARIABLES
  maxBal,       \* maxBal[a] is the highest ballot that a has taken part in, or -1
  maxVBal,      \* maxVBal[a] is the ballot of a's last vote, or -1
  maxVal,       \* maxVal[a] is the value of a's last vote, or None
  learned,      \* learned[l] is what l has learned, or None
  msgs          \* all messages that were ever sent; none is ever removed

vars == <<maxBal, maxVBal, maxVal, learned, msgs>>

Ballot == 0 .. BallotMax

\* Any two of them meet, and nothing else is used of them.
Quorum == {Q \in SUBSET Acceptor : 2 * Cardinality(Q) > Cardinality(Acceptor)}

\* 1a: prepare; 1b: a promise, with the last vote that acc has cast; 2a: the
\* proposal of the ballot; 2b: a vote for it.
Message ==
  [type : {"1a"}, bal : Ballot]
    \cup [type : {"1b"}, acc : Acceptor, bal : Ballot,
          mbal : Ballot \cup {-1}, mval : Value \cup {None}]
    \cup [type : {"2a"}, bal : Ballot, val : Value]
    \cup [type : {"2b"}, acc : Acceptor, bal : Ballot, val : Value]

TypeOK ==
  /\ maxBal \in [Acceptor -> Ballot \cup {-1}]
  /\ maxVBal \in [Acceptor -> Ballot \cup {-1}]
  /\ maxVal \in [Acceptor -> Value \cup {None}]
  /\ learned \in [Learner -> Value \cup {None}]
  /\ msgs \subseteq Message

Init ==
  /\ maxBal = [a \in Acceptor |-> -1]
  /\ maxVBal = [a \in Acceptor |-> -1]
  /\ maxVal = [a \in Acceptor |-> None]
  /\ learned = [l \in Learner |-> None]
  /\ msgs = {}

Send(m) == msgs' = msgs \cup {m}
-----------------------------------------------------------------------------
(* The guards and values on which agreement rests. Each has a name, so that  *)
(* a model can replace it by a faulty one; see MCPaxos.                      *)

\* The proposer of b has proposed nothing in it so far.
NoneProposed(b) == \A m \in msgs : m.type = "2a" => m.bal # b

\* The promises for b that the members of Q have sent.
Promises(Q, b) ==
  {m \in msgs : m.type = "1b" /\ m.bal = b /\ m.acc \in Q}

\* P2c: if members of Q have voted, then v has the vote of the highest ballot
\* among those that they reported; else any value will do.
ValueAllowed(Q, b, v) ==
  LET reports == {m \in Promises(Q, b) : m.mbal # -1}
  IN  \/ reports = {}
      \/ \E m \in reports : /\ m.mval = v
                            /\ \A n \in reports : n.mbal <= m.mbal

\* P1a: a has promised nothing to a ballot above b.
MayVoteAt(a, b) == maxBal[a] <= b

\* What a will not go below once it has voted in b.
PromisedByVote(a, b) == b

\* A majority has voted for v in b.
HasQuorum(b, v) ==
  \E Q \in Quorum : \A a \in Q :
    [type |-> "2b", acc |-> a, bal |-> b, val |-> v] \in msgs
-----------------------------------------------------------------------------
(* Steps of the proposer of a ballot.                                        *)

\* Phase 1a: ballot b begins, its proposer sends prepare requests. Enabled
\* always; to begin it again changes nothing.
Phase1a(b) ==
  /\ Send([type |-> "1a", bal |-> b])
  /\ UNCHANGED <<maxBal, maxVBal, maxVal, learned>>

\* Phase 2a: the proposer of b asks for votes for v. Enabled if it has not
\* proposed yet, and has promises of a majority whose reports allow v.
Phase2a(b, v) ==
  /\ NoneProposed(b)
  /\ \E Q \in Quorum :
       /\ \A a \in Q : \E m \in Promises(Q, b) : m.acc = a
       /\ ValueAllowed(Q, b, v)
  /\ Send([type |-> "2a", bal |-> b, val |-> v])
  /\ UNCHANGED <<maxBal, maxVBal, maxVal, learned>>
-----------------------------------------------------------------------------
(* Steps of an acceptor.                                                     *)

\* Phase 1b: a promises to vote in no ballot below b, and reports its last vote.
\* Enabled if it was asked, and b is higher than all that it took part in.
Phase1b(a, b) ==
  /\ [type |-> "1a", bal |-> b] \in msgs
  /\ b > maxBal[a]
  /\ maxBal' = [maxBal EXCEPT ![a] = b]
  /\ Send([type |-> "1b", acc |-> a, bal |-> b,
           mbal |-> maxVBal[a], mval |-> maxVal[a]])
  /\ UNCHANGED <<maxVBal, maxVal, learned>>

\* Phase 2b: a votes for v in b. Enabled if that is proposed, and a has not
\* promised otherwise. Whether it took part in phase 1 does not matter.
Phase2b(a, b, v) ==
  /\ [type |-> "2a", bal |-> b, val |-> v] \in msgs
  /\ MayVoteAt(a, b)
  /\ maxBal' = [maxBal EXCEPT ![a] = PromisedByVote(a, b)]
  /\ maxVBal' = [maxVBal EXCEPT ![a] = b]
  /\ maxVal' = [maxVal EXCEPT ![a] = v]
  /\ Send([type |-> "2b", acc |-> a, bal |-> b, val |-> v])
  /\ UNCHANGED learned
-----------------------------------------------------------------------------
(* The step of a learner.                                                    *)

\* l learns that v was chosen in b. Enabled if a majority has voted for it there.
Learn(l, b, v) ==
  /\ HasQuorum(b, v)
  /\ learned' = [learned EXCEPT ![l] = v]
  /\ UNCHANGED <<maxBal, maxVBal, maxVal, msgs>>

Next ==
  \E b \in Ballot :
    \/ Phase1a(b)
    \/ \E v \in Value : Phase2a(b, v)
    \/ \E a \in Acceptor : Phase1b(a, b)
    \/ \E a \in Acceptor, v \in Value : Phase2b(a, b, v)
    \/ \E l \in Learner, v \in Value : Learn(l, b, v)

Spec == Init /\ [][Next]_vars
-----------------------------------------------------------------------------
(* What it is for.                                                           *)

\* The votes that were cast: the variable of Voting.
votes ==
  [a \in Acceptor |->
     {<<m.bal, m.val>> : m \in {n \in msgs : n.type = "2b" /\ n.acc = a}}]

\* The values that have the votes of a majority in one ballot.
chosen ==
  {v \in Value : \E b \in Ballot : \E Q \in Quorum : \A a \in Q :
     <<b, v>> \in votes[a]}

\* No two values are chosen.
Agreement == \A v, w \in chosen : v = w

\* What is learned was chosen.
LearnedIsChosen ==
  \A l \in Learner : learned[l] = None \/ learned[l] \in chosen
-----------------------------------------------------------------------------
(* Progress, section 2.4: one proposer must be left alone in the end. Here   *)
(* it is that of the last ballot: no other can preempt it.                   *)

\* Who does not stop for ever. A majority is enough.
Steady == Acceptor

ProposerFairness ==
  /\ WF_vars(Phase1a(BallotMax))
  /\ WF_vars(\E v \in Value : Phase2a(BallotMax, v))

AcceptorFairness ==
  \A a \in Steady :
    /\ WF_vars(Phase1b(a, BallotMax))
    /\ WF_vars(\E v \in Value : Phase2b(a, BallotMax, v))

LearnerFairness ==
  \A l \in Learner : WF_vars(\E b \in Ballot, v \in Value : Learn(l, b, v))

FairSpec == Spec /\ ProposerFairness /\ AcceptorFairness /\ LearnerFairness

\* Every learner learns a value.
EveryoneLearns == \A l \in Learner : <>(learned[l] # None)
-----------------------------------------------------------------------------
THEOREM Spec => [](TypeOK /\ Agreement /\ LearnedIsChosen)
THEOREM FairSpec => EveryoneLearns
=============================================================================
