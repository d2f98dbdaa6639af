---------------------------- MODULE RaftBinding ----------------------------
(* What is recorded at MicroRaft's public interfaces, as steps of Raft.      *)
EXTENDS Raft

\* RaftStore.persistAndFlushTerm. It also writes what has not changed, when a
\* candidate or a leader goes back to being a follower within its term.
OnTermPersisted(e) ==
  \/ AdoptTerm(e.process, e.args.term)
  \/ (e.args.votedFor # Nobody /\ Vote(e.process, e.args.votedFor))
  \/ StepDown(e.process)
  \/ UNCHANGED vars

\* Transport.send, by the kind of message.
OnVoteRequestSent(e) ==
  RequestVote(e.process, e.args.message.to) /\ e.args.message \in msgs'
OnVoteSent(e) ==
  AnswerVote(e.process, e.args.message.to, e.args.message.granted) /\ e.args.message \in msgs'
OnAppendSent(e) ==
  LET m == e.args.message
  IN SendEntries(e.process, m.to, m.prevIndex, m.prevIndex + Len(m.entries)) /\ m \in msgs'
OnAppendedSent(e) ==
  AnswerAppended(e.process, e.args.message.to, e.args.message.lastIndex) /\ e.args.message \in msgs'
OnRefusedSent(e) ==
  RefuseEntries(e.process, e.args.message.to) /\ e.args.message \in msgs'

\* RaftStore.persistLogEntries and truncateLogEntriesFrom.
OnLogPersisted(e) ==
  \/ (Len(e.args.entries) = 1 /\ Propose(e.process, e.args.entries[1].value))
  \/ AppendEntries(e.process)
OnLogTruncated(e) == Truncate(e.process, e.args.from)

\* StateMachine.runOperation.
OnApplied(e) == Apply(e.process) /\ applied'[e.process] = e.args.index

\* RaftNodeReportListener, when a role has changed. It says nothing new.
OnRoleReported(e) == UNCHANGED vars

OnRestarted(e) == Restart(e.process)

\* Nobody is told that a candidate has its majority before it has acted on that.
Silent == \E n \in Server : BecomeLeader(n)
=============================================================================
