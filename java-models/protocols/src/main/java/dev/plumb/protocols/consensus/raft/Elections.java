package dev.plumb.protocols.consensus.raft;

import dev.plumb.protocols.consensus.raft.Messages.Redirect;
import dev.plumb.protocols.consensus.raft.Messages.RequestVote;
import dev.plumb.protocols.consensus.raft.Messages.Vote;
import dev.plumb.protocols.consensus.raft.ServerState.Role;
import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.SpecAction;
import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;
import org.pcollections.PSortedSet;

/**
 * Who leads: section 5.2 of the paper, and the restriction of 5.4.1.
 *
 * <p>A server loses patience only while clients ask it who leads: when nobody wants anything, nobody need lead.
 */
final class Elections {
    private static final ActionSite TIMEOUT = ActionSite.of("Timeout");
    private static final ActionSite GRANT_VOTE = ActionSite.of("GrantVote");
    private static final ActionSite BECOME_LEADER = ActionSite.of("BecomeLeader");
    private static final ActionSite CONCEDE = ActionSite.of("Concede");

    private final String id;
    private final Setup setup;
    private final Replication replication;

    /** The election timeout: runs out when a server that was asked has heard of no leader for long. */
    record Patience() {}

    Elections(String id, Setup setup, Replication replication) {
        this.id = id;
        this.setup = setup;
        this.replication = replication;
    }

    /** A client asks for what only the leader can do. */
    Step<Durable, ServerState> asked(State<Durable, ServerState> state, String client) {
        ServerState now = state.memory();
        boolean isPatient = !now.asking().isEmpty() && now.attempt() < setup.retries();
        ServerState next = now.askedBy(client);
        Step<Durable, ServerState> step =
                isPatient ? Step.to(state.withMemory(next)) : patiently(state.withMemory(next.attempted(0)));
        return now.leader().equals(Durable.NOBODY) ? step : step.send(client, new Redirect(now.leader()));
    }

    /** Waits for a leader; each server has its own patience, and each time twice as much. */
    private Step<Durable, ServerState> patiently(State<Durable, ServerState> state) {
        return Step.to(state)
                .startTimer(
                        new Patience(),
                        setup.patienceMillis(id) << state.memory().attempt());
    }

    Step<Durable, ServerState> mayStand(State<Durable, ServerState> state) {
        // /\ role[s] # "leader"
        boolean mayStand = !state.memory().leads() && state.memory().currentTerm() < setup.termMax();
        return mayStand ? stand(state) : Step.to(state);
    }

    @SpecAction("Timeout")
    private Step<Durable, ServerState> stand(State<Durable, ServerState> state) {
        // /\ currentTerm' = [currentTerm EXCEPT ![s] = @ + 1]
        // /\ votedFor' = [votedFor EXCEPT ![s] = s]
        // /\ role' = [role EXCEPT ![s] = "candidate"]
        // /\ Send([type |-> "RequestVote", …])
        ServerState next = state.memory().standing(id);
        Step<Durable, ServerState> step = Step.to(state.withMemory(next))
                .note(next.told(SpecStep.of(TIMEOUT), id))
                .send(
                        setup.others(id),
                        new RequestVote(
                                next.currentTerm(),
                                next.log().lastIndex(),
                                next.log().lastTerm()));
        return step.then(this::waitForVotes).then(this::mayLead);
    }

    private Step<Durable, ServerState> waitForVotes(State<Durable, ServerState> state) {
        int attempt = state.memory().attempt();
        return attempt < setup.retries()
                ? patiently(state.withMemory(state.memory().attempted(attempt + 1)))
                : Step.to(state);
    }

    Step<Durable, ServerState> requestVote(State<Durable, ServerState> state, String candidate, RequestVote request) {
        ServerState now = state.memory();
        if (request.term() < now.currentTerm() || !mayVote(now, candidate, request)) {
            return Step.to(state).send(candidate, new Vote(now.currentTerm(), false));
        }
        boolean isGranted = now.durable().votedFor().equals(candidate);
        Step<Durable, ServerState> step = isGranted ? Step.to(state) : grant(state, candidate);
        return step.send(candidate, new Vote(now.currentTerm(), true));
    }

    private boolean mayVote(ServerState now, String candidate, RequestVote request) {
        // HasVoteFor(s, candidate) == votedFor[s] \in {Nobody, candidate}
        String votedFor = now.durable().votedFor();
        boolean hasVote = votedFor.equals(Durable.NOBODY) || votedFor.equals(candidate);
        // IsUpToDate(m.lastIndex, m.lastTerm, log[s])
        boolean isUpToDate = setup.bug() == Bug.OBLIGING_VOTE
                || now.log().isNoNewerThan(request.lastLogIndex(), request.lastLogTerm());
        return hasVote && isUpToDate;
    }

    @SpecAction("GrantVote")
    private Step<Durable, ServerState> grant(State<Durable, ServerState> state, String candidate) {
        // /\ votedFor' = [votedFor EXCEPT ![s] = candidate]
        ServerState next = state.memory().with(state.memory().durable().votedFor(candidate));
        SpecStep note = next.told(SpecStep.of(GRANT_VOTE), id).arg("candidate", candidate);
        State<Durable, ServerState> voted = state.withMemory(next);
        return next.asking().isEmpty()
                ? Step.to(voted).note(note)
                : patiently(voted).note(note);
    }

    Step<Durable, ServerState> vote(State<Durable, ServerState> state, String voter, Vote vote) {
        ServerState now = state.memory();
        boolean counts = now.role() == Role.CANDIDATE && vote.voteGranted() && vote.term() == now.currentTerm();
        return counts ? mayLead(state.withMemory(now.with(now.counts().votedBy(voter)))) : Step.to(state);
    }

    private Step<Durable, ServerState> mayLead(State<Durable, ServerState> state) {
        // IsQuorum(votesGranted[s])
        return setup.isQuorum(state.memory().counts().votesGranted().size()) ? lead(state) : Step.to(state);
    }

    @SpecAction("BecomeLeader")
    private Step<Durable, ServerState> lead(State<Durable, ServerState> state) {
        // /\ role' = [role EXCEPT ![s] = "leader"]
        // /\ Offer(s, log[s], commitIndex[s])
        ServerState now = state.memory();
        ServerState next =
                now.leading(id, Counts.ofLeader(setup.others(id), now.log().lastIndex()));
        return Step.to(state.withMemory(next))
                .note(next.told(SpecStep.of(BECOME_LEADER), id))
                .then(leader -> tell(leader, now.asking(), id))
                .then(replication::sendToAll);
    }

    /** Who leads, and that nobody need be patient any more. */
    private static Step<Durable, ServerState> tell(
            State<Durable, ServerState> state, PSortedSet<String> asking, String leader) {
        return asking.isEmpty()
                ? Step.to(state)
                : Step.to(state).stopTimer(new Patience()).send(asking, new Redirect(leader));
    }

    /** Hears from the leader of its term. */
    Step<Durable, ServerState> follow(State<Durable, ServerState> state, String leader) {
        ServerState now = state.memory();
        Step<Durable, ServerState> step = now.role() == Role.CANDIDATE ? concede(state) : Step.to(state);
        return step.then(follower ->
                        Step.to(follower.withMemory(follower.memory().following(leader))))
                .then(follower -> tell(follower, now.asking(), leader));
    }

    @SpecAction("Concede")
    private Step<Durable, ServerState> concede(State<Durable, ServerState> state) {
        // /\ role[s] = "candidate"
        // /\ Follow(s)
        ServerState next = state.memory().following(Durable.NOBODY);
        return Step.to(state.withMemory(next)).note(next.told(SpecStep.of(CONCEDE), id));
    }
}
