package dev.plumb.protocols.quorum.store;

import dev.plumb.protocols.Bugs;
import dev.plumb.protocols.SpecValues;
import dev.plumb.protocols.quorum.store.Calling.Phase;
import dev.plumb.protocols.quorum.store.Messages.Reported;
import dev.plumb.protocols.quorum.store.Messages.Stored;
import dev.plumb.simulation.Deployment;
import dev.plumb.simulation.Invariant;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Protocol;
import dev.plumb.simulation.world.WorldState;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;

/** A store with strict quorums: a majority is read, and a majority is written. Two clients use it, and there is a spare. */
public class QuorumStore implements Protocol {
    /** The waits add up to more than any outage takes. */
    private static final int RETRIES = 8;

    @Override
    public String name() {
        return "quorum-store";
    }

    @Override
    public List<String> bugs() {
        return Bugs.names(Bug.values());
    }

    /** Who is enough, of so many homes. */
    Setup.Quorums quorums(int n) {
        int majority = n / 2 + 1;
        return new Setup.Quorums(majority, majority, false);
    }

    /** What users call, by client. */
    PSortedMap<String, PVector<Message>> calls() {
        return Setup.twoWriters();
    }

    /** How often something is sent again that was not replied to. */
    int retries() {
        return RETRIES;
    }

    @Override
    public Deployment deploy(int nodes, String bug) {
        Setup setup = new Setup(
                Setup.named("h", nodes),
                Setup.named("s", 1),
                quorums(nodes),
                calls(),
                retries(),
                Bugs.named(Bug.class, bug));
        return aiming(
                setup,
                new Deployment(
                                setup.nodes(),
                                setup.workload(),
                                List.of(),
                                List.of(
                                        new Invariant("WrittenIsStored", state -> writtenIsStored(setup, state)),
                                        new Invariant("NothingIsLost", state -> nothingIsLost(setup, state))),
                                state -> inSpec(setup, state),
                                setup.header())
                        .forgetting("last", "requests"));
    }

    /** The deployment with what its worlds are to come to. */
    Deployment aiming(Setup setup, Deployment deployment) {
        return aimingAtDifference(setup, aimingAtHints(setup, deployment))
                .sometimes("siblings are read", state -> callings(setup, state)
                        .anyMatch(calling -> calling.seen().versions().size() > 1));
    }

    private static Deployment aimingAtHints(Setup setup, Deployment deployment) {
        return deployment.sometimes("a spare keeps a hint", state -> setup.spares().stream()
                .anyMatch(spare -> !hints(spare, state).all().isEmpty()));
    }

    private static Deployment aimingAtDifference(Setup setup, Deployment deployment) {
        return deployment.sometimes(
                "homes differ when no call is open",
                state -> callings(setup, state).allMatch(Calling::isIdle) && !isConverged(setup, state));
    }

    private static Stream<Calling> callings(Setup setup, WorldState state) {
        return setup.calls().keySet().stream().map(client -> state.memory(client, Calling.class));
    }

    private static Siblings stored(String home, WorldState state) {
        return state.memory(home, Siblings.class);
    }

    private static Spare.Hints hints(String spare, WorldState state) {
        return state.memory(spare, Spare.Hints.class);
    }

    /** {@code Converged == \A g, h \in Home : stored[g] = stored[h]}. */
    static boolean isConverged(Setup setup, WorldState state) {
        return setup.homes().stream()
                        .map(home -> stored(home, state))
                        .distinct()
                        .count()
                <= 1;
    }

    /** What was acknowledged W homes have, or something that follows it. Where a spare counts that is not promised. */
    private static boolean writtenIsStored(Setup setup, WorldState state) {
        return setup.quorums().isSloppy()
                || acknowledged(setup, state).allMatch(written -> homesThatHave(setup, written, state) >= setup.w());
    }

    /** What was acknowledged is somewhere, if need be with a spare. */
    private static boolean nothingIsLost(Setup setup, WorldState state) {
        return acknowledged(setup, state)
                .allMatch(written -> homesThatHave(setup, written, state) > 0
                        || setup.spares().stream().anyMatch(spare -> hints(spare, state).all().stream()
                                .anyMatch(hint -> hint.siblings().cover(written))));
    }

    /** What each client has written last, if that is over. */
    private static Stream<Siblings> acknowledged(Setup setup, WorldState state) {
        return callings(setup, state)
                .filter(calling -> calling.isIdle() && calling.isWrite())
                .map(Calling::seen);
    }

    private static long homesThatHave(Setup setup, Siblings written, WorldState state) {
        return setup.homes().stream()
                .filter(home -> stored(home, state).cover(written))
                .count();
    }

    /** The variables of the specification. Replies that were sent are under way, or the client has heard them. */
    private static SortedMap<String, TlaValue> inSpec(Setup setup, WorldState state) {
        SortedMap<String, TlaValue> stored = new TreeMap<>();
        SortedMap<String, TlaValue> hints = new TreeMap<>();
        setup.homes().forEach(home -> stored.put(home, setup.inSpec(stored(home, state))));
        setup.spares().forEach(spare -> hints.put(spare, setup.inSpec(hints(spare, state))));
        SortedMap<String, SortedMap<String, TlaValue>> byClient = new TreeMap<>();
        List<TlaValue> requests = new ArrayList<>();
        for (String client : setup.calls().keySet()) {
            Calling calling = state.memory(client, Calling.class);
            add(byClient, "phase", client, TlaValue.of(calling.phase().inSpec()));
            add(byClient, "turn", client, TlaValue.of(calling.turn()));
            add(byClient, "reports", client, TlaValue.set(reports(setup, state, client, calling)));
            add(byClient, "acks", client, SpecValues.set(acks(setup, state, client, calling)));
            add(byClient, "seen", client, setup.inSpec(calling.seen()));
            add(byClient, "last", client, TlaValue.of(writes(calling, client)));
            calling.requests()
                    .forEach((turn, siblings) -> requests.add(
                            SpecValues.record("by", client, "turn", turn, "versions", setup.inSpec(siblings))));
        }
        SortedMap<String, TlaValue> variables = new TreeMap<>();
        variables.put("stored", TlaValue.record(stored));
        variables.put("hints", TlaValue.record(hints));
        byClient.forEach((variable, values) -> variables.put(variable, TlaValue.record(values)));
        variables.put("requests", TlaValue.set(requests));
        return variables;
    }

    private static void add(
            SortedMap<String, SortedMap<String, TlaValue>> byClient, String variable, String client, TlaValue value) {
        byClient.computeIfAbsent(variable, v -> new TreeMap<>()).put(client, value);
    }

    private static List<TlaValue> reports(Setup setup, WorldState state, String client, Calling calling) {
        List<TlaValue> reports = new ArrayList<>();
        if (calling.phase() != Phase.READING) {
            return reports;
        }
        calling.reports().forEach((home, siblings) -> reports.add(report(setup, home, siblings)));
        for (String home : setup.homes()) {
            for (Message message : state.underWay(home, client)) {
                if (message instanceof Reported reported && reported.turn() == calling.turn()) {
                    reports.add(report(setup, home, reported.siblings()));
                }
            }
        }
        return reports;
    }

    private static TlaValue report(Setup setup, String home, Siblings siblings) {
        return SpecValues.record("from", home, "versions", setup.inSpec(siblings));
    }

    private static List<String> acks(Setup setup, WorldState state, String client, Calling calling) {
        return Stream.concat(setup.homes().stream(), setup.spares().stream())
                .filter(node -> calling.phase() == Phase.WRITING)
                .filter(node -> calling.stored(calling.turn()).contains(node)
                        || state.underWay(node, client).contains(new Stored(calling.turn())))
                .toList();
    }

    /** How many writes a client has made: the count in the clocks that it made, which no other has. */
    private static int writes(Calling calling, String client) {
        return calling.requests().values().stream()
                .mapToInt(siblings -> siblings.clock().getOrDefault(client, 0))
                .max()
                .orElse(0);
    }

    /** The same with one client that writes and two that read: a register that is regular, and not linearizable. */
    public static final class OneWriter extends QuorumStore {
        @Override
        public String name() {
            return "quorum-store-one-writer";
        }

        @Override
        PSortedMap<String, PVector<Message>> calls() {
            return Setup.oneWriter();
        }

        @Override
        Deployment aiming(Setup setup, Deployment deployment) {
            return aimingAtDifference(setup, aimingAtHints(setup, deployment));
        }
    }

    /** The same with quorums that need not meet: one home is read, and one is written. */
    public static final class Stale extends QuorumStore {
        @Override
        public String name() {
            return "quorum-store-stale";
        }

        @Override
        Setup.Quorums quorums(int n) {
            return new Setup.Quorums(1, 1, false);
        }
    }

    /** The same with sloppy quorums: a spare counts as well as a home. */
    public static final class Sloppy extends QuorumStore {
        @Override
        public String name() {
            return "quorum-store-sloppy";
        }

        @Override
        Setup.Quorums quorums(int n) {
            Setup.Quorums strict = super.quorums(n);
            return new Setup.Quorums(strict.r(), strict.w(), true);
        }
    }

    /** The same with one call each, and nothing that is sent again: small enough to visit all of its states. */
    public static class Small extends QuorumStore {
        @Override
        public String name() {
            return "quorum-store-small";
        }

        @Override
        PSortedMap<String, PVector<Message>> calls() {
            return Setup.oneCallEach();
        }

        @Override
        Deployment aiming(Setup setup, Deployment deployment) {
            return deployment;
        }

        @Override
        int retries() {
            return 0;
        }
    }

    /** The same, in which what was not replied to is sent again once, and to the spare. */
    public static final class Hinted extends Small {
        @Override
        public String name() {
            return "quorum-store-hinted";
        }

        @Override
        Deployment aiming(Setup setup, Deployment deployment) {
            return aimingAtHints(setup, deployment);
        }

        @Override
        int retries() {
            return 1;
        }
    }
}
