package dev.plumb.protocols.consensus.raft;

import dev.plumb.histories.objects.KnownObjects;
import dev.plumb.protocols.Bugs;
import dev.plumb.simulation.Deployment;
import dev.plumb.simulation.Invariant;
import dev.plumb.simulation.Protocol;
import dev.plumb.simulation.Service;
import dev.plumb.simulation.explore.WorldSystem;
import dev.plumb.simulation.world.WorldState;
import java.util.List;

/** A list kept by Raft, which two clients add to and read. */
public class Raft implements Protocol {
    /** More than random runs need. */
    private static final int TERMS = 20;

    /** The waits add up to more than any outage takes. */
    private static final int RETRIES = 8;

    @Override
    public String name() {
        return "raft";
    }

    @Override
    public List<String> bugs() {
        return Bugs.names(Bug.values());
    }

    @Override
    public Deployment deploy(int nodes, String bug) {
        Seen seen = new Seen(setup(Setup.servers(nodes), Bugs.named(Bug.class, bug)));
        return aiming(
                seen,
                new Deployment(
                                seen.setup().nodes(),
                                seen.setup().workload(),
                                List.of(),
                                List.of(
                                        new Invariant("ElectionSafety", seen::electionSafety),
                                        new Invariant("LogMatching", seen::logMatching),
                                        new Invariant("LeaderCompleteness", seen::leaderCompleteness),
                                        new Invariant("StateMachineSafety", seen::stateMachineSafety)),
                                seen::inSpec,
                                seen.setup().header())
                        .forgetting("votesGranted", "matchIndex", "answered")
                        .serving(Service.linearizable(KnownObjects.log())));
    }

    Setup setup(List<String> servers, Bug bug) {
        return new Setup(servers, Setup.twoClients(), TERMS, RETRIES, RETRIES, bug);
    }

    /** The deployment with what its worlds are to come to. */
    Deployment aiming(Seen seen, Deployment deployment) {
        return deployment
                .sometimes("a later term has a leader", seen::leaderOfLaterTerm)
                .sometimes("two servers lead, one of them an old term", seen::oldLeader)
                .sometimes("logs contradict each other", seen::conflict)
                .sometimes("a command is in a log twice", seen::retriedCommand);
    }

    /** The same with one call, of one server, and two terms: small enough to visit all of its states. */
    public static final class Small extends Raft {
        @Override
        public String name() {
            return "raft-small";
        }

        @Override
        Setup setup(List<String> servers, Bug bug) {
            return new Setup(servers, Setup.oneCall(), 2, 1, 0, bug);
        }

        @Override
        Deployment aiming(Seen seen, Deployment deployment) {
            return deployment
                    .sometimes("a later term has a leader", seen::leaderOfLaterTerm)
                    .eventually("the call is answered", WorldState::allAnswered)
                    .fair(WorldSystem.progress());
        }
    }
}
