package dev.plumb.protocols.consensus.raft;

import dev.plumb.protocols.consensus.raft.Messages.AppendEntries;
import dev.plumb.protocols.consensus.raft.Messages.Appended;
import dev.plumb.protocols.consensus.raft.Messages.Request;
import dev.plumb.protocols.consensus.raft.Messages.RequestVote;
import dev.plumb.protocols.consensus.raft.Messages.Rpc;
import dev.plumb.protocols.consensus.raft.Messages.Vote;
import dev.plumb.protocols.consensus.raft.ServerState.Inbox;
import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.SpecAction;
import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.Input;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;

/**
 * A server: the rules for all servers, and who hears of what.
 *
 * <p>A step that changes what must survive a crash is written down first, and taken once that is safe on disk; whatever comes
 * until then waits. So the rules need not speak of disks: each is a function of the state before it.
 */
final class Server implements Node<Durable, ServerState> {
    private static final ActionSite UPDATE_TERM = ActionSite.of("UpdateTerm");
    private static final ActionSite RESTART = ActionSite.of("Restart");

    private final String id;
    private final Setup setup;
    private final Replication replication;
    private final Elections elections;

    /** Is safe on disk once a sync has ended: what comes of this input. */
    record Written(Input input) {}

    Server(String id, Setup setup) {
        this.id = id;
        this.setup = setup;
        this.replication = new Replication(id, setup);
        this.elections = new Elections(id, setup, replication);
    }

    @Override
    public Durable format() {
        return Durable.NEW;
    }

    @Override
    public ServerState boot(Durable disk) {
        return ServerState.of(disk);
    }

    @Override
    public Step<Durable, ServerState> on(State<Durable, ServerState> state, Input input) {
        if (input instanceof Input.Synced synced) {
            return written(state, ((Written) synced.write()).input());
        } else if (input instanceof Input.SyncFailed failed) {
            return Step.to(state).sync(failed.write());
        }
        Inbox inbox = state.memory().inbox();
        return inbox.isWriting()
                ? Step.to(with(state, new Inbox(true, inbox.waiting().plus(input))))
                : take(state, input);
    }

    /** Asks the rules what comes of the input: if that changes what is on disk, it is written down before it is so. */
    private Step<Durable, ServerState> take(State<Durable, ServerState> state, Input input) {
        Step<Durable, ServerState> step = rules(state, input);
        Durable before = state.memory().durable();
        Durable after = step.state().memory().durable();
        if (after.equals(before)) {
            return step;
        }
        State<Durable, ServerState> writing = state.withDisk(after);
        boolean isVote = after.log().equals(before.log()) && !after.votedFor().equals(id);
        return isVote && setup.bug() == Bug.FORGETFUL_VOTE
                ? rules(writing, input)
                : Step.to(with(writing, new Inbox(true, state.memory().inbox().waiting())))
                        .sync(new Written(input));
    }

    /** Takes the step that was written down, then goes on with what has come since. */
    private Step<Durable, ServerState> written(State<Durable, ServerState> state, Input input) {
        Inbox idle = new Inbox(false, state.memory().inbox().waiting());
        return rules(with(state, idle), input).then(this::next);
    }

    private Step<Durable, ServerState> next(State<Durable, ServerState> state) {
        Inbox inbox = state.memory().inbox();
        if (inbox.isWriting() || inbox.waiting().isEmpty()) {
            return Step.to(state);
        }
        Inbox rest = new Inbox(false, inbox.waiting().minus(0));
        return take(with(state, rest), inbox.waiting().get(0)).then(this::next);
    }

    private static State<Durable, ServerState> with(State<Durable, ServerState> state, Inbox inbox) {
        return state.withMemory(state.memory().with(inbox));
    }

    /** What the rules say about an input. */
    private Step<Durable, ServerState> rules(State<Durable, ServerState> state, Input input) {
        return Node.super.on(state, input);
    }

    @Override
    public Step<Durable, ServerState> start(State<Durable, ServerState> state) {
        return state.disk().equals(Durable.NEW) ? Step.to(state) : restart(state);
    }

    @SpecAction("Restart")
    private Step<Durable, ServerState> restart(State<Durable, ServerState> state) {
        // /\ Follow(s)
        // /\ votedFor' = [votedFor EXCEPT ![s] = VoteAfterCrash(s)]
        // /\ commitIndex' = [commitIndex EXCEPT ![s] = 0]
        ServerState now = state.memory();
        return Step.to(state)
                .note(now.told(SpecStep.of(RESTART), id)
                        .state("votedFor", id, now.durable().votedFor())
                        .state("log", id, now.log().inSpec())
                        .state("commitIndex", id, now.commitIndex()));
    }

    /** If a request or an answer is of a later term: set currentTerm to that, convert to follower. */
    @Override
    public Step<Durable, ServerState> deliver(State<Durable, ServerState> state, String from, Message message) {
        if (message instanceof Rpc rpc) {
            return rpc.term() > state.memory().currentTerm()
                    ? updateTerm(state, rpc.term()).then(now -> hear(now, from, rpc))
                    : hear(state, from, rpc);
        }
        Request request = (Request) message;
        return state.memory().leads() ? replication.request(state, request.command()) : elections.asked(state, from);
    }

    @SpecAction("UpdateTerm")
    private Step<Durable, ServerState> updateTerm(State<Durable, ServerState> state, int term) {
        // /\ t > currentTerm[s]
        // /\ currentTerm' = [currentTerm EXCEPT ![s] = t]
        // /\ votedFor' = [votedFor EXCEPT ![s] = Nobody]
        // /\ Follow(s)
        ServerState next = state.memory().inTerm(term);
        return Step.to(state.withMemory(next))
                .note(SpecStep.of(UPDATE_TERM).arg("s", id).arg("t", term));
    }

    private Step<Durable, ServerState> hear(State<Durable, ServerState> state, String from, Rpc rpc) {
        if (rpc instanceof RequestVote request) {
            return elections.requestVote(state, from, request);
        } else if (rpc instanceof Vote vote) {
            return elections.vote(state, from, vote);
        } else if (rpc instanceof AppendEntries request) {
            return request.term() < state.memory().currentTerm()
                    ? replication.refuse(state, from)
                    : elections.follow(state, from).then(now -> replication.append(now, from, request));
        }
        return replication.appended(state, from, (Appended) rpc);
    }

    @Override
    public Step<Durable, ServerState> timer(State<Durable, ServerState> state, Record timer) {
        return timer instanceof Elections.Patience ? elections.mayStand(state) : replication.heartbeat(state);
    }
}
