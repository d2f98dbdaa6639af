------------------------------ MODULE MCPaxos -------------------------------
(* Paxos made ready for TLC: bounds, planted bugs and probes.                *)
EXTENDS PaxosRefinesVoting

ASSUME IsFiniteSet(Value) /\ Cardinality(Value) >= 2
ASSUME None \notin Value
ASSUME IsFiniteSet(Acceptor) /\ Acceptor # {}
ASSUME BallotMax \in Nat
-----------------------------------------------------------------------------
(* The bound of models with three ballots.                                   *)

\* All ballots have begun. That only adds to msgs and is always enabled: in every
\* behaviour these steps could as well have come first.
Begun_Init ==
  /\ maxBal = [a \in Acceptor |-> -1]
  /\ maxVBal = [a \in Acceptor |-> -1]
  /\ maxVal = [a \in Acceptor |-> None]
  /\ learned = [l \in Learner |-> None]
  /\ msgs = [type : {"1a"}, bal : Ballot]
-----------------------------------------------------------------------------
(* Planted bugs. Each replaces one definition of Paxos, in a .cfg that is    *)
(* named after it and says which check catches it.                           *)

\* A proposer proposes its own value, whatever the acceptors have reported.
Selfish_ValueAllowed(Q, b, v) == TRUE

\* Of the votes that were reported the proposer takes any, in whatever ballot.
Careless_ValueAllowed(Q, b, v) ==
  LET reports == {m \in Promises(Q, b) : m.mbal # -1}
  IN  reports = {} \/ \E m \in reports : m.mval = v

\* An acceptor forgets what it has promised, say in a restart, and votes.
Forgetful_MayVoteAt(a, b) == TRUE

\* A proposer goes on with a ballot after a restart, and proposes again.
Reused_NoneProposed(b) == TRUE

\* A vote is not taken for a promise: the acceptor stays where phase 1 left it.
\* With two ballots nothing is ever chosen wrongly; with three it is.
Lagging_PromisedByVote(a, b) == maxBal[a]

\* A learner counts votes for a value, from whatever ballots they are.
Mixed_HasQuorum(b, v) ==
  \E Q \in Quorum : \A a \in Q : \E c \in Ballot :
    [type |-> "2b", acc |-> a, bal |-> c, val |-> v] \in msgs

\* Half of the acceptors are taken for a majority.
Meager_Quorum ==
  {Q \in SUBSET Acceptor : 2 * Cardinality(Q) >= Cardinality(Acceptor)}
-----------------------------------------------------------------------------
(* How many acceptors must go on: a majority, and no less.                   *)

One == CHOOSE a \in Acceptor : TRUE

AllButOne == Acceptor \ {One}

OnlyOne == {One}
-----------------------------------------------------------------------------
(* For pictures: who the processes are.                                      *)

PlumbLanes == Acceptor \cup Learner

PlumbOther == "proposers"
-----------------------------------------------------------------------------
(* Probes: false claims, which TLC must refute. If one of them held, then    *)
(* the checks would have passed for want of anything to look at.             *)

NobodyLearns == \A l \in Learner : learned[l] = None

\* No proposer proposes a value because others have voted for it: none follows a
\* proposal of a lower ballot for the same value that has votes.
NothingIsAdopted ==
  \A m, n \in msgs :
    ~ /\ m.type = "2b" /\ n.type = "2a"
      /\ m.bal < n.bal /\ m.val = n.val

\* No acceptor that voted for one value ever votes for another.
NobodyChangesItsMind ==
  \A a \in Acceptor : \A s, t \in votes[a] : s[2] = t[2]

\* No ballot is preempted after its proposal: a higher one has promises of a
\* majority while the lower has no votes of one.
NobodyIsPreempted ==
  \A m \in msgs : m.type = "2a" =>
    \A Q \in Quorum : \E a \in Q : maxBal[a] <= m.bal
=============================================================================
