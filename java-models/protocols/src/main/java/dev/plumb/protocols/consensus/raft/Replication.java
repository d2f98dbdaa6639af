package dev.plumb.protocols.consensus.raft;

import dev.plumb.protocols.consensus.raft.Messages.Answer;
import dev.plumb.protocols.consensus.raft.Messages.AppendEntries;
import dev.plumb.protocols.consensus.raft.Messages.Appended;
import dev.plumb.protocols.consensus.raft.Messages.Read;
import dev.plumb.protocols.consensus.raft.Messages.Reply;
import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.SpecAction;
import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;
import java.util.List;
import java.util.Optional;

/** Copies of the leader's log: section 5.3 of the paper, commitment as in 5.4.2, and what clients hear, 8 of its extended version. */
final class Replication {
    private static final ActionSite CLIENT_REQUEST = ActionSite.of("ClientRequest");
    private static final ActionSite APPEND_ENTRIES = ActionSite.of("AppendEntries");
    private static final ActionSite ADVANCE_COMMIT_INDEX = ActionSite.of("AdvanceCommitIndex");
    private static final ActionSite CLIENT_REPLY = ActionSite.of("ClientReply");

    private static final long HEARTBEAT_MILLIS = 250;

    private final String id;
    private final Setup setup;

    /** Runs out when followers have not answered for long: entries are sent again. */
    record Heartbeat() {}

    Replication(String id, Setup setup) {
        this.id = id;
        this.setup = setup;
    }

    /** Sends AppendEntries to each other server: upon election without entries, then with those that it may lack. */
    Step<Durable, ServerState> sendToAll(State<Durable, ServerState> state) {
        return sendTo(setup.others(id), state).then(this::waitForAnswers);
    }

    /** If last log index >= nextIndex for a follower: send AppendEntries with log entries starting at nextIndex. */
    private Step<Durable, ServerState> sendTo(List<String> followers, State<Durable, ServerState> state) {
        Step<Durable, ServerState> step = Step.to(state);
        ServerState now = state.memory();
        for (String follower : followers) {
            int prev = now.counts().next(follower) - 1;
            step = step.send(
                    follower,
                    new AppendEntries(
                            now.currentTerm(),
                            prev,
                            now.log().termAt(prev),
                            now.log().after(prev),
                            now.commitIndex()));
        }
        return step;
    }

    private Step<Durable, ServerState> waitForAnswers(State<Durable, ServerState> state) {
        int attempt = state.memory().attempt();
        return attempt < setup.retries()
                ? Step.to(state).startTimer(new Heartbeat(), HEARTBEAT_MILLIS << attempt)
                : Step.to(state);
    }

    /** Sends to those again who lack entries, as far as the leader knows. */
    Step<Durable, ServerState> heartbeat(State<Durable, ServerState> state) {
        ServerState now = state.memory();
        List<String> behind = setup.others(id).stream()
                .filter(follower -> now.counts().match(follower) < now.log().lastIndex())
                .toList();
        return now.leads() && !behind.isEmpty()
                ? sendTo(behind, state.withMemory(now.attempted(now.attempt() + 1)))
                        .then(this::waitForAnswers)
                : Step.to(state);
    }

    /** A client has sent a command to the leader: for the first time, or again. */
    Step<Durable, ServerState> request(State<Durable, ServerState> state, Command command) {
        ServerState now = state.memory();
        boolean recognises = setup.bug() != Bug.REPEATED_COMMAND;
        if (setup.bug() == Bug.STALE_READ && command.operation() instanceof Read) {
            return Step.to(state)
                    .send(
                            command.client(),
                            new Reply(command.seq(), now.machine().read()));
        } else if (recognises && !now.machine().isNew(command)) {
            return mayReply(state, command);
        }
        boolean isUnderWay = recognises && now.log().holds(command, now.currentTerm());
        return isUnderWay ? Step.to(state) : take(state, command);
    }

    @SpecAction("ClientRequest")
    private Step<Durable, ServerState> take(State<Durable, ServerState> state, Command command) {
        // /\ role[s] = "leader"
        // /\ log' = [log EXCEPT ![s] = Append(@, [term |-> currentTerm[s], client |-> c, seq |-> k])]
        ServerState now = state.memory();
        Log longer = now.log().plus(new Entry(now.currentTerm(), command));
        ServerState next = now.with(now.durable().with(longer)).attempted(0);
        return Step.to(state.withMemory(next))
                .note(SpecStep.of(CLIENT_REQUEST)
                        .arg("s", id)
                        .arg("c", command.client())
                        .arg("k", command.seq()))
                .then(this::sendToAll)
                .then(this::mayAdvance);
    }

    /** Reply false if term < currentTerm. */
    Step<Durable, ServerState> refuse(State<Durable, ServerState> state, String leader) {
        return Step.to(state).send(leader, new Appended(state.memory().currentTerm(), false, 0));
    }

    /** A follower hears from its leader. */
    Step<Durable, ServerState> append(State<Durable, ServerState> state, String leader, AppendEntries request) {
        // HasEntry(log[s], prev, …): reply false if log doesn't contain an entry at prevLogIndex that matches
        // prevLogTerm
        boolean fits = state.memory().log().has(request.prevLogIndex(), request.prevLogTerm())
                || setup.bug() == Bug.BLIND_APPEND;
        return fits
                ? takeOver(state, request).send(leader, new Appended(request.term(), true, request.lastNewIndex()))
                : refuse(state, leader);
    }

    @SpecAction("AppendEntries")
    private Step<Durable, ServerState> takeOver(State<Durable, ServerState> state, AppendEntries request) {
        // /\ log' = [log EXCEPT ![s] = WithEntries(@, prev, SubSeq(m.log, prev + 1, n))]
        // /\ commitIndex' = [commitIndex EXCEPT ![s] = Max(@, c)]
        ServerState now = state.memory();
        int n = request.lastNewIndex();
        int committed = Math.min(request.leaderCommit(), n);
        Log log = now.log().with(request.prevLogIndex(), request.entries());
        ServerState next = carriedOut(now.with(now.durable().with(log)), committed);
        return Step.to(state.withMemory(next))
                .note(next.told(SpecStep.of(APPEND_ENTRIES), id)
                        .arg("prev", request.prevLogIndex())
                        .arg("n", n)
                        .arg("c", committed)
                        .state("log", id, log.inSpec())
                        .state("commitIndex", id, next.commitIndex()));
    }

    /** If commitIndex > lastApplied: apply. Here both are the same. */
    private ServerState carriedOut(ServerState now, int committed) {
        Machine machine = now.machine();
        int last = Math.max(now.commitIndex(), Math.min(committed, now.log().lastIndex()));
        for (int i = now.commitIndex() + 1; i <= last; i++) {
            Command command = now.log().entry(i).command();
            if (machine.isNew(command) || setup.bug() == Bug.REPEATED_COMMAND) {
                machine = machine.carryOut(command);
            }
        }
        return now.committed(last, machine);
    }

    /** A follower has answered. If successful, update nextIndex and matchIndex; else decrement nextIndex and retry. */
    Step<Durable, ServerState> appended(State<Durable, ServerState> state, String follower, Appended answer) {
        ServerState now = state.memory();
        if (!now.leads() || answer.term() < now.currentTerm()) {
            return Step.to(state);
        } else if (answer.success()) {
            return mayAdvance(state.withMemory(now.with(now.counts().matched(follower, answer.matchIndex()))));
        }
        return sendTo(List.of(follower), state.withMemory(now.with(now.counts().refused(follower))));
    }

    /** If there exists an n > commitIndex, a majority of matchIndex >= n, and log[n].term = currentTerm. */
    private Step<Durable, ServerState> mayAdvance(State<Durable, ServerState> state) {
        ServerState now = state.memory();
        for (int n = now.log().lastIndex(); n > now.commitIndex(); n--) {
            // IsOfOwnTerm(s, n) == log[s][n].term = currentTerm[s]
            boolean isOfOwnTerm = now.log().termAt(n) == now.currentTerm() || setup.bug() == Bug.HASTY_COMMIT;
            // IsQuorum(Holders(s, n))
            if (isOfOwnTerm && setup.isQuorum(now.counts().holders(n))) {
                return advance(state, n);
            }
        }
        return Step.to(state);
    }

    @SpecAction("AdvanceCommitIndex")
    private Step<Durable, ServerState> advance(State<Durable, ServerState> state, int n) {
        // /\ commitIndex' = [commitIndex EXCEPT ![s] = n]
        // /\ Offer(s, log[s], n)
        ServerState next = carriedOut(state.memory(), n);
        Step<Durable, ServerState> step = Step.to(state.withMemory(next))
                .note(SpecStep.of(ADVANCE_COMMIT_INDEX).arg("s", id).arg("n", n));
        for (int i = state.memory().commitIndex() + 1; i <= n; i++) {
            Command command = next.log().entry(i).command();
            step = step.then(now -> mayReply(now, command));
        }
        return step.then(now -> sendTo(setup.others(id), now));
    }

    /** Nobody waits for a command that its client has gone on from. */
    private Step<Durable, ServerState> mayReply(State<Durable, ServerState> state, Command command) {
        Optional<Answer> answer = state.memory().machine().answerTo(command);
        return answer.isPresent() ? reply(state, command, answer.get()) : Step.to(state);
    }

    @SpecAction("ClientReply")
    private Step<Durable, ServerState> reply(State<Durable, ServerState> state, Command command, Answer answer) {
        // /\ answered' = [answered EXCEPT ![c] = Max(@, k)]
        return Step.to(state)
                .note(SpecStep.of(CLIENT_REPLY).arg("c", command.client()).arg("k", command.seq()))
                .send(command.client(), new Reply(command.seq(), answer));
    }
}
