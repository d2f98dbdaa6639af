package dev.plumb.protocols.consensus.paxos;

import dev.plumb.protocols.consensus.paxos.Messages.Accept;
import dev.plumb.protocols.consensus.paxos.Messages.Busy;
import dev.plumb.protocols.consensus.paxos.Messages.Chosen;
import dev.plumb.protocols.consensus.paxos.Messages.Decided;
import dev.plumb.protocols.consensus.paxos.Messages.Prepare;
import dev.plumb.protocols.consensus.paxos.Messages.Promise;
import dev.plumb.protocols.consensus.paxos.Messages.Propose;
import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.SpecAction;
import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;
import java.util.Collections;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * A proposer: wants a client's value to be chosen, and leads the ballots that are its own. It remembers across crashes which
 * ballot it began last, as the paper asks for, and nothing else. When it is not told in time what was chosen it begins its next ballot.
 */
public final class Proposer implements Node<Proposer.Begun, Proposer.Campaign> {
    private static final ActionSite BEGIN = ActionSite.of("Phase1a");
    private static final ActionSite PROPOSE = ActionSite.of("Phase2a");

    private final String id;
    private final Setup setup;

    /**
     * What is on disk.
     *
     * @param bal the last ballot that it has begun, or −1
     */
    public record Begun(int bal) {}

    /**
     * What is in memory.
     *
     * @param client who waits for an answer; empty if nobody does
     * @param value what the client wants; empty before the first call
     * @param bal the ballot that it is in; −1 before the first one since it was switched on
     * @param promises the last votes that acceptors have reported in this ballot; empty once it has proposed
     * @param proposals its proposals, by ballot
     * @param chosen what was chosen; empty as long as it does not know
     */
    public record Campaign(
            String client,
            String value,
            int bal,
            PSortedMap<String, Vote> promises,
            PSortedMap<Integer, String> proposals,
            String chosen) {
        private static final String NOTHING = "";

        static final Campaign NONE =
                new Campaign(NOTHING, NOTHING, Vote.NONE.bal(), TreePMap.empty(), TreePMap.empty(), NOTHING);

        boolean isOpen() {
            return !value.equals(NOTHING) && chosen.equals(NOTHING);
        }

        boolean isWon() {
            return !chosen.equals(NOTHING);
        }

        boolean hasProposed() {
            return proposals.containsKey(bal);
        }

        /** Whether it has proposed what it does not want itself. */
        boolean hasTakenOver() {
            return proposals.values().stream().anyMatch(proposal -> !proposal.equals(value));
        }

        Campaign wanted(String who, String what) {
            return new Campaign(who, what, bal, promises, proposals, chosen);
        }

        Campaign in(int ballot) {
            return new Campaign(client, value, ballot, TreePMap.empty(), proposals, chosen);
        }

        Campaign with(String acceptor, Vote last) {
            return new Campaign(client, value, bal, promises.plus(acceptor, last), proposals, chosen);
        }

        Campaign proposed(String what) {
            return new Campaign(client, value, bal, TreePMap.empty(), proposals.plus(bal, what), chosen);
        }

        Campaign over(String what) {
            return new Campaign(NOTHING, value, bal, TreePMap.empty(), proposals, what);
        }
    }

    /** Runs out when nothing was heard for long: the next ballot is due. */
    record Patience() {}

    public Proposer(String id, Setup setup) {
        this.id = id;
        this.setup = setup;
    }

    @Override
    public Begun format() {
        return new Begun(Vote.NONE.bal());
    }

    @Override
    public Campaign boot(Begun disk) {
        return Campaign
                .NONE; // a ballot that it has begun before is over for it: what it proposed there it does not know
    }

    @Override
    public Step<Begun, Campaign> call(State<Begun, Campaign> state, String client, Message operation) {
        Campaign campaign = state.memory();
        if (campaign.isWon()) {
            return Step.to(state).reply(client, new Decided(campaign.chosen()));
        } else if (campaign.isOpen()) {
            return Step.to(state).reply(client, new Busy());
        }
        String value = ((Propose) operation).val();
        return Step.to(state.withMemory(campaign.wanted(client, value))).then(this::next);
    }

    @Override
    public Step<Begun, Campaign> timer(State<Begun, Campaign> state, Record timer) {
        return state.memory().isOpen() ? next(state) : Step.to(state);
    }

    /** Goes on to the next ballot of its own, if there is one. */
    private Step<Begun, Campaign> next(State<Begun, Campaign> state) {
        boolean forgets = setup.bug() == Bug.REUSED_BALLOT;
        int last = forgets ? state.memory().bal() : state.disk().bal();
        int bal = setup.nextBallot(id, last);
        if (bal > setup.ballotMax()) {
            return Step.to(state);
        }
        Begun begun = new Begun(bal);
        return forgets ? begin(state, bal) : Step.to(state.withDisk(begun)).sync(begun);
    }

    @Override
    public Step<Begun, Campaign> synced(State<Begun, Campaign> state, Record write) {
        return begin(state, ((Begun) write).bal());
    }

    @SpecAction("Phase1a")
    private Step<Begun, Campaign> begin(State<Begun, Campaign> state, int bal) {
        // /\ Send([type |-> "1a", bal |-> b])
        Prepare prepare = new Prepare(bal);
        return Step.to(state.withMemory(state.memory().in(bal)))
                .note(SpecStep.of(BEGIN).arg("b", bal).added("msgs", prepare.inSpec()))
                .send(setup.acceptors(), prepare)
                .startTimer(new Patience(), setup.patienceMillis(id));
    }

    @Override
    public Step<Begun, Campaign> deliver(State<Begun, Campaign> state, String from, Message message) {
        if (message instanceof Promise promise) {
            return heard(state, from, promise);
        } else if (message instanceof Chosen chosen) {
            return over(state, chosen.val());
        }
        throw new IllegalArgumentException(message + " is not for a proposer");
    }

    private Step<Begun, Campaign> heard(State<Begun, Campaign> state, String acceptor, Promise promise) {
        Campaign campaign = state.memory();
        // NoneProposed(b)
        if (promise.bal() != campaign.bal() || !campaign.isOpen() || campaign.hasProposed()) {
            return Step.to(state);
        }
        Campaign more = campaign.with(acceptor, promise.last());
        Step<Begun, Campaign> step = Step.to(state.withMemory(more));
        return setup.isQuorum(more.promises().keySet()) ? step.then(this::propose) : step;
    }

    @SpecAction("Phase2a")
    private Step<Begun, Campaign> propose(State<Begun, Campaign> state) {
        // \E Q \in Quorum : ValueAllowed(Q, b, v)
        // Send([type |-> "2a", bal |-> b, val |-> v])
        Campaign campaign = state.memory();
        Accept accept = new Accept(campaign.bal(), allowed(campaign));
        return Step.to(state.withMemory(campaign.proposed(accept.val())))
                .note(SpecStep.of(PROPOSE)
                        .arg("b", accept.bal())
                        .arg("v", accept.val())
                        .added("msgs", accept.inSpec()))
                .send(setup.acceptors(), accept);
    }

    /** P2c: the value of the reported vote with the highest ballot, else its own. */
    private String allowed(Campaign campaign) {
        Vote last = Collections.max(campaign.promises().values());
        return last.equals(Vote.NONE) || setup.bug() == Bug.SELFISH_PROPOSAL ? campaign.value() : last.val();
    }

    private static Step<Begun, Campaign> over(State<Begun, Campaign> state, String value) {
        Campaign campaign = state.memory();
        Step<Begun, Campaign> step =
                Step.to(state.withMemory(campaign.over(value))).stopTimer(new Patience());
        return campaign.isOpen() ? step.reply(campaign.client(), new Decided(value)) : step;
    }
}
