package dev.plumb.protocols.consensus.paxos;

import dev.plumb.protocols.consensus.paxos.Messages.Accepted;
import dev.plumb.protocols.consensus.paxos.Messages.Chosen;
import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.SpecAction;
import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.Nothing;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * The learner: counts votes, and tells the proposers what was chosen. What it forgets in a crash it learns again only if a
 * proposer still tries.
 */
public final class Learner implements Node<Nothing, Learner.Tally> {
    private static final ActionSite LEARN = ActionSite.of("Learn");

    private final Setup setup;

    /**
     * What is in memory.
     *
     * @param voters who has voted for it; empty once something is learned
     * @param learned the specification's {@code learned[l]}
     */
    public record Tally(PSortedMap<Vote, PSortedSet<String>> voters, String learned) {
        static final Tally EMPTY = new Tally(TreePMap.empty(), Vote.NO_VALUE);

        boolean isOver() {
            return !learned.equals(Vote.NO_VALUE);
        }

        PSortedSet<String> of(Vote vote) {
            return voters.getOrDefault(vote, TreePSet.empty());
        }

        /** Everybody who has voted for the value in some ballot. */
        PSortedSet<String> ofAnyBallot(String val) {
            PSortedSet<String> all = TreePSet.empty();
            for (var votes : voters.entrySet()) {
                all = votes.getKey().val().equals(val) ? all.plusAll(votes.getValue()) : all;
            }
            return all;
        }

        Tally with(Vote vote, String acceptor) {
            return new Tally(voters.plus(vote, of(vote).plus(acceptor)), learned);
        }

        static Tally of(String learned) {
            return new Tally(TreePMap.empty(), learned);
        }
    }

    public Learner(Setup setup) {
        this.setup = setup;
    }

    @Override
    public Nothing format() {
        return Nothing.NOTHING;
    }

    @Override
    public Tally boot(Nothing disk) {
        return Tally.EMPTY;
    }

    @Override
    public Step<Nothing, Tally> deliver(State<Nothing, Tally> state, String from, Message message) {
        Vote vote = ((Accepted) message).vote();
        if (state.memory().isOver()) {
            return Step.to(state)
                    .send(setup.proposers(), new Chosen(state.memory().learned()));
        }
        Tally tally = state.memory().with(vote, from);
        Step<Nothing, Tally> step = Step.to(state.withMemory(tally));
        // HasQuorum(b, v)
        boolean isChosen =
                setup.isQuorum(setup.bug() == Bug.MIXED_VOTES ? tally.ofAnyBallot(vote.val()) : tally.of(vote));
        return isChosen ? step.then(now -> learn(now, vote)) : step;
    }

    @SpecAction("Learn")
    private Step<Nothing, Tally> learn(State<Nothing, Tally> state, Vote vote) {
        // /\ learned' = [learned EXCEPT ![l] = v]
        return Step.to(state.withMemory(Tally.of(vote.val())))
                .note(SpecStep.of(LEARN)
                        .arg("l", Setup.LEARNER)
                        .arg("b", vote.bal())
                        .arg("v", vote.val())
                        .state("learned", Setup.LEARNER, vote.val()))
                .send(setup.proposers(), new Chosen(vote.val()));
    }
}
