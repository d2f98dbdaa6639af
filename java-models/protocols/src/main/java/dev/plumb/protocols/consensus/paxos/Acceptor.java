package dev.plumb.protocols.consensus.paxos;

import dev.plumb.protocols.consensus.paxos.Messages.Accept;
import dev.plumb.protocols.consensus.paxos.Messages.Accepted;
import dev.plumb.protocols.consensus.paxos.Messages.Prepare;
import dev.plumb.protocols.consensus.paxos.Messages.Promise;
import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.SpecAction;
import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;
import java.util.Map;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/** An acceptor: promises and votes. It writes down what it is going to say, and says it once that is safe. */
public final class Acceptor implements Node<Acceptor.Log, Acceptor.Log> {
    private static final ActionSite PROMISE = ActionSite.of("Phase1b");
    private static final ActionSite VOTE = ActionSite.of("Phase2b");

    private final String id;
    private final Setup setup;

    /**
     * All that an acceptor ever promised and voted: on disk what is written, in memory what has been said.
     *
     * @param promises the ballots for which it has sent a promise
     * @param votes the values that it has voted for, by ballot
     */
    public record Log(PSortedSet<Integer> promises, PSortedMap<Integer, String> votes) {
        static final Log EMPTY = new Log(TreePSet.empty(), TreePMap.empty());

        /** The specification's {@code maxBal[a]}. */
        int maxBal() {
            return Math.max(promises.isEmpty() ? Vote.NONE.bal() : promises.last(), last().bal());
        }

        /** The specification's {@code maxVBal[a]} and {@code maxVal[a]}. */
        Vote last() {
            return lastBelow(Integer.MAX_VALUE);
        }

        /** The last vote below a ballot: what it has reported, if it has promised that ballot. */
        Vote lastBelow(int bal) {
            Map.Entry<Integer, String> vote = votes.lowerEntry(bal);
            return vote == null ? Vote.NONE : new Vote(vote.getKey(), vote.getValue());
        }

        Log promise(int bal) {
            return new Log(promises.plus(bal), votes);
        }

        Log withoutPromises() {
            return new Log(TreePSet.empty(), votes);
        }

        Log vote(Vote vote) {
            return new Log(promises, votes.plus(vote.bal(), vote.val()));
        }
    }

    /** What is safe on disk once a sync has ended. */
    sealed interface Written {
        record Promised(int bal) implements Written {}

        record Voted(Vote vote) implements Written {}
    }

    public Acceptor(String id, Setup setup) {
        this.id = id;
        this.setup = setup;
    }

    @Override
    public Log format() {
        return Log.EMPTY;
    }

    @Override
    public Log boot(Log disk) {
        return setup.bug() == Bug.FORGETFUL_PROMISE ? disk.withoutPromises() : disk;
    }

    @Override
    public Step<Log, Log> start(State<Log, Log> state) {
        return Step.to(state.withDisk(state.memory()));
    }

    @Override
    public Step<Log, Log> deliver(State<Log, Log> state, String from, Message message) {
        if (message instanceof Prepare prepare) {
            return mayPromise(state, prepare.bal());
        } else if (message instanceof Accept accept) {
            return mayVote(state, new Vote(accept.bal(), accept.val()));
        }
        throw new IllegalArgumentException(message + " is not for an acceptor");
    }

    private Step<Log, Log> mayPromise(State<Log, Log> state, int bal) {
        if (state.memory().promises().contains(bal)) {
            return Step.to(state)
                    .send(setup.proposerOf(bal), new Promise(bal, state.memory().lastBelow(bal)));
        }
        // Phase1b: /\ b > maxBal[a]
        boolean isNew = bal > state.disk().maxBal() || setup.bug() == Bug.OBLIGING_PROMISE;
        if (!isNew) {
            return Step.to(state);
        }
        return Step.to(state.withDisk(state.disk().promise(bal))).sync(new Written.Promised(bal));
    }

    private Step<Log, Log> mayVote(State<Log, Log> state, Vote vote) {
        String voted = state.memory().votes().get(vote.bal());
        if (voted != null) {
            return Step.to(state).send(Setup.LEARNER, new Accepted(new Vote(vote.bal(), voted)));
        }
        // MayVoteAt(a, b) == maxBal[a] <= b
        if (state.disk().maxBal() > vote.bal() || state.disk().votes().containsKey(vote.bal())) {
            return Step.to(state);
        }
        return Step.to(state.withDisk(state.disk().vote(vote))).sync(new Written.Voted(vote));
    }

    @Override
    public Step<Log, Log> synced(State<Log, Log> state, Record write) {
        return write instanceof Written.Voted voted
                ? vote(state, voted.vote())
                : promise(state, ((Written.Promised) write).bal());
    }

    @SpecAction("Phase1b")
    private Step<Log, Log> promise(State<Log, Log> state, int bal) {
        // /\ maxBal' = [maxBal EXCEPT ![a] = b]
        // /\ Send([type |-> "1b", acc |-> a, bal |-> b, mbal |-> maxVBal[a], mval |-> maxVal[a]])
        Promise promise = new Promise(bal, state.memory().last());
        Log said = state.memory().promise(bal);
        return Step.to(state.withMemory(said))
                .note(SpecStep.of(PROMISE)
                        .arg("a", id)
                        .arg("b", bal)
                        .state("maxBal", id, said.maxBal())
                        .added("msgs", promise.inSpec(id)))
                .send(setup.proposerOf(bal), promise);
    }

    @SpecAction("Phase2b")
    private Step<Log, Log> vote(State<Log, Log> state, Vote vote) {
        // /\ maxBal' = [maxBal EXCEPT ![a] = b]
        // /\ maxVBal' = [maxVBal EXCEPT ![a] = b]
        // /\ maxVal' = [maxVal EXCEPT ![a] = v]
        // /\ Send([type |-> "2b", acc |-> a, bal |-> b, val |-> v])
        Log said = state.memory().vote(vote);
        Accepted accepted = new Accepted(vote);
        return Step.to(state.withMemory(said))
                .note(SpecStep.of(VOTE)
                        .arg("a", id)
                        .arg("b", vote.bal())
                        .arg("v", vote.val())
                        .state("maxBal", id, said.maxBal())
                        .state("maxVBal", id, said.last().bal())
                        .state("maxVal", id, said.last().val())
                        .added("msgs", accepted.inSpec(id)))
                .send(Setup.LEARNER, accepted);
    }
}
