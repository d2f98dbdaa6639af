package dev.plumb.protocols.quorum.abd;

import dev.plumb.histories.objects.KnownObjects;
import dev.plumb.protocols.Bugs;
import dev.plumb.protocols.SpecValues;
import dev.plumb.protocols.quorum.abd.Calling.Phase;
import dev.plumb.protocols.quorum.abd.Messages.Reported;
import dev.plumb.protocols.quorum.abd.Messages.Stored;
import dev.plumb.simulation.Deployment;
import dev.plumb.simulation.Invariant;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Protocol;
import dev.plumb.simulation.Service;
import dev.plumb.simulation.world.WorldState;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;

/** A register on replicas, which two clients write and read. */
public class Abd implements Protocol {
    /** The waits add up to more than any outage takes. */
    private static final int RETRIES = 8;

    @Override
    public String name() {
        return "abd";
    }

    @Override
    public List<String> bugs() {
        return Bugs.names(Bug.values());
    }

    /** What users call, by client. */
    PSortedMap<String, PVector<Message>> calls() {
        return Setup.twoWriters();
    }

    /** How often a client sends again what was not replied to. */
    int retries() {
        return RETRIES;
    }

    @Override
    public Deployment deploy(int nodes, String bug) {
        Setup setup = Setup.of(nodes, calls(), retries(), Bugs.named(Bug.class, bug));
        return aiming(
                setup,
                new Deployment(
                                setup.nodes(),
                                setup.workload(),
                                List.of(),
                                List.of(new Invariant("ReturnedIsStored", state -> returnedIsStored(setup, state))),
                                state -> inSpec(setup, state),
                                setup.header())
                        .forgetting("last", "op", "stores", "version")
                        .serving(Service.linearizable(KnownObjects.register(TlaValue.of(Version.NO_VALUE)))));
    }

    /** The deployment with what its worlds are to come to. */
    Deployment aiming(Setup setup, Deployment deployment) {
        return deployment
                .sometimes("a replica is behind when no call is open", state -> lags(setup, state))
                .sometimes("two writes have the same number", state -> areTied(setup, state));
    }

    private static boolean lags(Setup setup, WorldState state) {
        Stream<Version> versions = setup.replicas().stream().map(replica -> state.memory(replica, Version.class));
        return callings(setup, state).allMatch(Calling::isIdle)
                && versions.distinct().count() > 1;
    }

    private static boolean areTied(Setup setup, WorldState state) {
        List<Version> versions = callings(setup, state)
                .flatMap(calling -> calling.stores().values().stream())
                .distinct()
                .toList();
        return versions.stream().map(Version::num).distinct().count() < versions.size();
    }

    private static Stream<Calling> callings(Setup setup, WorldState state) {
        return setup.calls().keySet().stream().map(client -> state.memory(client, Calling.class));
    }

    /** What a client has returned last, a majority of the replicas has, or something newer. */
    private static boolean returnedIsStored(Setup setup, WorldState state) {
        return callings(setup, state)
                .filter(Calling::isIdle)
                .allMatch(calling -> setup.isQuorum((int) setup.replicas().stream()
                        .filter(replica -> !calling.version().isNewerThan(state.memory(replica, Version.class)))
                        .count()));
    }

    /** The variables of the specification. Replies that were sent are under way, or the client has heard them. */
    private static SortedMap<String, TlaValue> inSpec(Setup setup, WorldState state) {
        SortedMap<String, TlaValue> stored = new TreeMap<>();
        setup.replicas()
                .forEach(replica ->
                        stored.put(replica, state.memory(replica, Version.class).inSpec()));
        SortedMap<String, List<TlaValue>> byClient = new TreeMap<>();
        List<TlaValue> stores = new ArrayList<>();
        for (String client : setup.calls().keySet()) {
            Calling calling = state.memory(client, Calling.class);
            add(byClient, "phase", TlaValue.of(calling.phase().inSpec()));
            add(byClient, "op", TlaValue.of(calling.isWrite() ? "write" : "read"));
            add(byClient, "version", calling.version().inSpec());
            add(byClient, "turn", TlaValue.of(calling.turn()));
            add(byClient, "reports", TlaValue.set(reports(setup, state, client, calling)));
            add(byClient, "acks", SpecValues.set(acks(setup, state, client, calling)));
            add(byClient, "last", TlaValue.of(lastNum(setup, client, calling)));
            calling.stores()
                    .forEach((turn, version) -> stores.add(
                            SpecValues.record("by", setup.number(client), "turn", turn, "version", version.inSpec())));
        }
        SortedMap<String, TlaValue> variables = new TreeMap<>();
        variables.put("stored", TlaValue.record(stored));
        byClient.forEach((variable, values) -> variables.put(variable, TlaValue.tuple(values)));
        variables.put("stores", TlaValue.set(stores));
        return variables;
    }

    private static void add(SortedMap<String, List<TlaValue>> byClient, String variable, TlaValue value) {
        byClient.computeIfAbsent(variable, v -> new ArrayList<>()).add(value);
    }

    private static List<TlaValue> reports(Setup setup, WorldState state, String client, Calling calling) {
        List<TlaValue> reports = new ArrayList<>();
        if (!calling.phase().inSpec().equals(Phase.ASKING.inSpec())) {
            return reports;
        }
        calling.reports().forEach((replica, version) -> reports.add(report(replica, version)));
        for (String replica : setup.replicas()) {
            for (Message message : state.underWay(replica, client)) {
                if (message instanceof Reported reported && reported.turn() == calling.turn()) {
                    reports.add(report(replica, reported.version()));
                }
            }
        }
        return reports;
    }

    private static TlaValue report(String replica, Version version) {
        return SpecValues.record("from", replica, "version", version.inSpec());
    }

    private static List<String> acks(Setup setup, WorldState state, String client, Calling calling) {
        return setup.replicas().stream()
                .filter(replica -> calling.phase() == Phase.STORING)
                .filter(replica -> calling.acks().contains(replica)
                        || state.underWay(replica, client).contains(new Stored(calling.turn())))
                .toList();
    }

    private static int lastNum(Setup setup, String client, Calling calling) {
        return calling.stores().values().stream()
                .filter(version -> version.by() == setup.number(client))
                .mapToInt(Version::num)
                .max()
                .orElse(0);
    }

    /** The same with one client that writes and two that read. */
    public static final class OneWriter extends Abd {
        @Override
        public String name() {
            return "abd-one-writer";
        }

        @Override
        PSortedMap<String, PVector<Message>> calls() {
            return Setup.oneWriter();
        }

        @Override
        Deployment aiming(Setup setup, Deployment deployment) {
            return deployment.sometimes("a replica is behind when no call is open", state -> lags(setup, state));
        }
    }

    /** The same with one call each, and nothing that is sent again: small enough to visit all of its states. */
    public static final class Small extends Abd {
        @Override
        public String name() {
            return "abd-small";
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
}
