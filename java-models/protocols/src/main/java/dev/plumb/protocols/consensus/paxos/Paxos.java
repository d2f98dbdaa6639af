package dev.plumb.protocols.consensus.paxos;

import dev.plumb.protocols.Bugs;
import dev.plumb.protocols.SpecValues;
import dev.plumb.protocols.consensus.paxos.Messages.Accept;
import dev.plumb.protocols.consensus.paxos.Messages.Accepted;
import dev.plumb.protocols.consensus.paxos.Messages.Prepare;
import dev.plumb.protocols.consensus.paxos.Messages.Promise;
import dev.plumb.simulation.Deployment;
import dev.plumb.simulation.Invariant;
import dev.plumb.simulation.Protocol;
import dev.plumb.simulation.world.WorldState;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Paxos with two proposers, which clients ask for one of two values, and a learner. */
public class Paxos implements Protocol {
    private static final int BALLOTS_EACH = 5;

    @Override
    public String name() {
        return "paxos";
    }

    @Override
    public List<String> bugs() {
        return Bugs.names(Bug.values());
    }

    /** How many ballots each proposer may begin. */
    int ballotsEach() {
        return BALLOTS_EACH;
    }

    @Override
    public Deployment deploy(int nodes, String bug) {
        Setup setup = Setup.of(nodes, ballotsEach(), Bugs.named(Bug.class, bug));
        return new Deployment(
                        setup.nodes(),
                        setup.workload(),
                        List.of(),
                        List.of(
                                new Invariant(
                                        "Agreement",
                                        state -> chosen(setup, state).size() <= 1),
                                new Invariant("LearnedIsChosen", state -> learnedIsChosen(setup, state))),
                        state -> inSpec(setup, state),
                        setup.header())
                .forgetting("learned", "msgs")
                .sometimes("a value is learned", state -> tally(state).isOver())
                .sometimes("a proposer takes over what others have voted for", state -> setup.proposers().stream()
                        .anyMatch(proposer -> campaign(proposer, state).hasTakenOver()));
    }

    /** The values that have the votes of a majority in one ballot. */
    private static SortedSet<String> chosen(Setup setup, WorldState state) {
        SortedMap<Vote, List<String>> voters = new TreeMap<>();
        for (String acceptor : setup.acceptors()) {
            said(acceptor, state).votes().forEach((bal, val) -> voters.computeIfAbsent(
                            new Vote(bal, val), vote -> new ArrayList<>())
                    .add(acceptor));
        }
        SortedSet<String> chosen = new TreeSet<>();
        voters.forEach((vote, who) -> {
            if (setup.isQuorum(who)) {
                chosen.add(vote.val());
            }
        });
        return chosen;
    }

    private static boolean learnedIsChosen(Setup setup, WorldState state) {
        return !tally(state).isOver()
                || chosen(setup, state).contains(tally(state).learned());
    }

    /** The variables of the specification; what was ever sent follows from what the nodes remember of it. */
    private static SortedMap<String, TlaValue> inSpec(Setup setup, WorldState state) {
        SortedMap<String, Integer> maxBal = new TreeMap<>();
        SortedMap<String, Integer> maxVBal = new TreeMap<>();
        SortedMap<String, String> maxVal = new TreeMap<>();
        List<TlaValue> msgs = new ArrayList<>();
        for (String acceptor : setup.acceptors()) {
            Acceptor.Log said = said(acceptor, state);
            maxBal.put(acceptor, said.maxBal());
            maxVBal.put(acceptor, said.last().bal());
            maxVal.put(acceptor, said.last().val());
            said.promises().forEach(bal -> msgs.add(new Promise(bal, said.lastBelow(bal)).inSpec(acceptor)));
            said.votes().forEach((bal, val) -> msgs.add(new Accepted(new Vote(bal, val)).inSpec(acceptor)));
        }
        for (String proposer : setup.proposers()) {
            Proposer.Campaign campaign = campaign(proposer, state);
            for (int bal = setup.nextBallot(proposer, -1);
                    bal <= campaign.bal();
                    bal = setup.nextBallot(proposer, bal)) {
                msgs.add(new Prepare(bal).inSpec());
            }
            campaign.proposals().forEach((bal, val) -> msgs.add(new Accept(bal, val).inSpec()));
        }
        SortedMap<String, TlaValue> variables = new TreeMap<>();
        variables.put("maxBal", SpecValues.function(maxBal));
        variables.put("maxVBal", SpecValues.function(maxVBal));
        variables.put("maxVal", SpecValues.function(maxVal));
        variables.put("msgs", TlaValue.set(msgs));
        variables.put("learned", SpecValues.record(Setup.LEARNER, tally(state).learned()));
        return variables;
    }

    private static Acceptor.Log said(String acceptor, WorldState state) {
        return state.memory(acceptor, Acceptor.Log.class);
    }

    private static Proposer.Campaign campaign(String proposer, WorldState state) {
        return state.memory(proposer, Proposer.Campaign.class);
    }

    static Learner.Tally tally(WorldState state) {
        return state.memory(Setup.LEARNER, Learner.Tally.class);
    }

    /** The same with one ballot a proposer: small enough to visit all of its states. */
    public static final class Small extends Paxos {
        @Override
        public String name() {
            return "paxos-small";
        }

        @Override
        int ballotsEach() {
            return 1;
        }
    }
}
