package dev.plumb.protocols.consensus.raft;

import dev.plumb.protocols.consensus.raft.Messages.Busy;
import dev.plumb.protocols.consensus.raft.Messages.Operation;
import dev.plumb.protocols.consensus.raft.Messages.Redirect;
import dev.plumb.protocols.consensus.raft.Messages.Reply;
import dev.plumb.protocols.consensus.raft.Messages.Request;
import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.SpecAction;
import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.Input;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;
import java.util.Optional;

/**
 * A client: makes its user's calls, one at a time, and sends each again until it is answered. It remembers across crashes the
 * number that it has used last, so that servers take no call for another one.
 */
final class Client implements Node<Client.Used, Client.Session> {
    private static final ActionSite CLIENT_CALL = ActionSite.of("ClientCall");

    private static final long PATIENCE_MILLIS = 2_000;

    private final String id;
    private final Setup setup;

    /**
     * What is on disk.
     *
     * @param seq the number of the last call
     */
    record Used(int seq) {}

    /**
     * What is in memory.
     *
     * @param seq the number of the last call, once that is safe on disk
     * @param open that call, as long as it is not answered
     * @param server whom it has asked last: a place in the list of all servers
     * @param attempt how often it has lost patience with a server
     * @param answered the number of the last call that was answered
     */
    record Session(int seq, Optional<Call> open, int server, int attempt, int answered) {
        Session calling(int number, Call call) {
            return new Session(number, Optional.of(call), server, 0, answered);
        }

        Session asking(int other) {
            return new Session(seq, open, other, attempt, answered);
        }

        Session again() {
            return new Session(seq, open, server + 1, attempt + 1, answered);
        }

        Session over() {
            return new Session(seq, Optional.empty(), server, 0, seq);
        }
    }

    /** What a user wants. */
    record Call(String user, Operation operation) {}

    /** What is safe on disk once a sync has ended: the call has its number. */
    record Begun(int seq, Call call) {}

    /** Runs out when no answer has come for long: another server is asked. */
    record Patience() {}

    Client(String id, Setup setup) {
        this.id = id;
        this.setup = setup;
    }

    @Override
    public Used format() {
        return new Used(0);
    }

    @Override
    public Session boot(Used disk) {
        return new Session(disk.seq(), Optional.empty(), setup.firstServer(id), 0, 0);
    }

    @Override
    public Step<Used, Session> call(State<Used, Session> state, String user, Message operation) {
        boolean isBusy = state.memory().open().isPresent()
                || state.disk().seq() > state.memory().seq();
        if (isBusy) {
            return Step.to(state).reply(user, new Busy());
        }
        Used used = new Used(state.disk().seq() + 1);
        return Step.to(state.withDisk(used)).sync(new Begun(used.seq(), new Call(user, (Operation) operation)));
    }

    @Override
    public Step<Used, Session> synced(State<Used, Session> state, Record write) {
        return begin(state, (Begun) write);
    }

    @Override
    public Step<Used, Session> syncFailed(State<Used, Session> state, Record write, Input.Cause cause) {
        return Step.to(state).sync(write);
    }

    @SpecAction("ClientCall")
    private Step<Used, Session> begin(State<Used, Session> state, Begun begun) {
        // /\ call' = [call EXCEPT ![c] = @ + 1]
        return ask(state.withMemory(state.memory().calling(begun.seq(), begun.call())))
                .note(SpecStep.of(CLIENT_CALL).arg("c", id).state("call", id, begun.seq()));
    }

    private Step<Used, Session> ask(State<Used, Session> state) {
        Session session = state.memory();
        Command command =
                new Command(id, session.seq(), session.open().orElseThrow().operation());
        Step<Used, Session> step = Step.to(state).send(setup.server(session.server()), new Request(command));
        return session.attempt() < setup.clientRetries()
                ? step.startTimer(new Patience(), PATIENCE_MILLIS << session.attempt())
                : step;
    }

    @Override
    public Step<Used, Session> deliver(State<Used, Session> state, String from, Message message) {
        Session session = state.memory();
        if (session.open().isEmpty()) {
            return Step.to(state);
        } else if (message instanceof Redirect redirect) {
            return ask(state.withMemory(session.asking(setup.place(redirect.leader()))));
        }
        Reply reply = (Reply) message;
        return reply.seq() == session.seq()
                ? Step.to(state.withMemory(session.over()))
                        .stopTimer(new Patience())
                        .reply(session.open().get().user(), reply.answer())
                : Step.to(state);
    }

    @Override
    public Step<Used, Session> timer(State<Used, Session> state, Record timer) {
        Session session = state.memory();
        return session.open().isEmpty() ? Step.to(state) : ask(state.withMemory(session.again()));
    }
}
