package dev.plumb.protocols.consensus.raft;

import dev.plumb.protocols.consensus.raft.Messages.Add;
import dev.plumb.protocols.consensus.raft.Messages.Added;
import dev.plumb.protocols.consensus.raft.Messages.Answer;
import dev.plumb.protocols.consensus.raft.Messages.Contents;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * The state machine: a list, to which clients add. Their sessions are part of it, so that all servers agree on which commands
 * were carried out.
 *
 * @param sessions the last command of each client that was carried out, and its answer
 */
record Machine(PVector<String> values, PSortedMap<String, Session> sessions) {
    static final Machine NEW = new Machine(TreePVector.empty(), TreePMap.empty());

    /** What became of a client's command. */
    record Session(int seq, Answer answer) {}

    /** {@code IsNew(e, before)}: the client has sent no command as late that was carried out. */
    boolean isNew(Command command) {
        Session session = sessions.get(command.client());
        return session == null || session.seq() < command.seq();
    }

    /** The answer to a command, if it is the client's last one that was carried out. */
    Optional<Answer> answerTo(Command command) {
        return Optional.ofNullable(sessions.get(command.client()))
                .filter(session -> session.seq() == command.seq())
                .map(Session::answer);
    }

    Answer read() {
        return new Contents(values);
    }

    Machine carryOut(Command command) {
        if (command.operation() instanceof Add add) {
            PVector<String> more = values.plus(add.value());
            return new Machine(more, answered(command, new Added(more.size())));
        }
        return new Machine(values, answered(command, read()));
    }

    private PSortedMap<String, Session> answered(Command command, Answer answer) {
        return sessions.plus(command.client(), new Session(command.seq(), answer));
    }
}
