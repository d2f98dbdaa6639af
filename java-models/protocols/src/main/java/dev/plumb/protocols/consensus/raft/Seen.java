package dev.plumb.protocols.consensus.raft;

import dev.plumb.protocols.SpecValues;
import dev.plumb.protocols.consensus.raft.Messages.Appended;
import dev.plumb.protocols.consensus.raft.Messages.Reply;
import dev.plumb.protocols.consensus.raft.Messages.Vote;
import dev.plumb.protocols.consensus.raft.ServerState.Role;
import dev.plumb.simulation.Input;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.world.WorldState;
import dev.plumb.traces.TlaValue;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** States of the world as one who sees all servers at once sees them: figure 3 of the paper, and the specification. */
record Seen(Setup setup) {

    private static ServerState server(String name, WorldState state) {
        return state.memory(name, ServerState.class);
    }

    private boolean allPairs(WorldState state, BiPredicate<ServerState, ServerState> isRight) {
        return setup.servers().stream().allMatch(one -> setup.others(one).stream()
                .allMatch(other -> isRight.test(server(one, state), server(other, state))));
    }

    /** At most one leader can be elected in a given term. */
    boolean electionSafety(WorldState state) {
        return allPairs(
                state, (one, other) -> !one.leads() || !other.leads() || one.currentTerm() != other.currentTerm());
    }

    /** If two logs contain an entry with the same index and term, then they are identical up through the given index. */
    boolean logMatching(WorldState state) {
        return allPairs(state, (one, other) -> {
            int same = Math.min(one.log().lastIndex(), other.log().lastIndex());
            while (same > 0 && one.log().termAt(same) != other.log().termAt(same)) {
                same--;
            }
            return areSame(one, other, same);
        });
    }

    private static boolean areSame(ServerState one, ServerState other, int length) {
        return one.log()
                .entries()
                .subList(0, length)
                .equals(other.log().entries().subList(0, length));
    }

    /** What a server knows committed is in the logs of the leaders of its term and of later ones. */
    boolean leaderCompleteness(WorldState state) {
        return allPairs(
                state,
                (leader, other) -> !leader.leads()
                        || leader.currentTerm() < other.currentTerm()
                        || (leader.log().lastIndex() >= other.commitIndex()
                                && areSame(leader, other, other.commitIndex())));
    }

    /** No two servers have applied different entries at the same index. */
    boolean stateMachineSafety(WorldState state) {
        return allPairs(state, (one, other) -> areSame(one, other, Math.min(one.commitIndex(), other.commitIndex())));
    }

    boolean leaderOfLaterTerm(WorldState state) {
        return setup.servers().stream()
                .map(name -> server(name, state))
                .anyMatch(server -> server.leads() && server.currentTerm() > 1);
    }

    boolean oldLeader(WorldState state) {
        return setup.servers().stream()
                        .filter(name -> state.node(name).isUp())
                        .filter(name -> server(name, state).leads())
                        .count()
                > 1;
    }

    boolean conflict(WorldState state) {
        return !allPairs(
                state,
                (one, other) -> areSame(
                        one, other, Math.min(one.log().lastIndex(), other.log().lastIndex())));
    }

    boolean retriedCommand(WorldState state) {
        return setup.servers().stream().map(name -> server(name, state).log()).anyMatch(Seen::holdsTwice);
    }

    private static boolean holdsTwice(Log log) {
        List<Command> commands = log.entries().stream().map(Entry::command).toList();
        return commands.stream()
                .anyMatch(command -> commands.stream().filter(command::isSameAs).count() > 1);
    }

    /**
     * The variables of the specification but for {@code msgs}, which are what was ever sent. Answers that were sent count as
     * heard.
     */
    SortedMap<String, TlaValue> inSpec(WorldState state) {
        SortedMap<String, TlaValue> variables = new TreeMap<>();
        variables.put("currentTerm", byServer(state, server -> TlaValue.of(server.currentTerm())));
        variables.put(
                "votedFor",
                byServer(state, server -> TlaValue.of(server.durable().votedFor())));
        variables.put("log", byServer(state, server -> server.log().inSpec()));
        variables.put(
                "role", byServer(state, server -> TlaValue.of(server.role().inSpec())));
        variables.put("commitIndex", byServer(state, server -> TlaValue.of(server.commitIndex())));
        variables.put("votesGranted", by(setup.servers(), name -> SpecValues.set(votesGranted(name, state))));
        variables.put("matchIndex", by(setup.servers(), name -> matchIndex(name, state)));
        Collection<String> clients = setup.calls().keySet();
        variables.put(
                "call", by(clients, name -> TlaValue.of(client(name, state).seq())));
        variables.put("answered", by(clients, name -> TlaValue.of(answered(name, state))));
        return variables;
    }

    private TlaValue byServer(WorldState state, Function<ServerState, TlaValue> value) {
        return by(setup.servers(), name -> value.apply(server(name, state)));
    }

    private static TlaValue by(Collection<String> names, Function<String, TlaValue> value) {
        SortedMap<String, TlaValue> values = new TreeMap<>();
        names.forEach(name -> values.put(name, value.apply(name)));
        return TlaValue.record(values);
    }

    private static Client.Session client(String name, WorldState state) {
        return state.memory(name, Client.Session.class);
    }

    private List<String> votesGranted(String candidate, WorldState state) {
        ServerState known = server(candidate, state);
        Vote vote = new Vote(known.currentTerm(), true);
        return setup.servers().stream()
                .filter(voter -> known.role() == Role.CANDIDATE)
                .filter(voter -> known.counts().votesGranted().contains(voter)
                        || underWay(state, voter, candidate).anyMatch(vote::equals))
                .toList();
    }

    private TlaValue matchIndex(String leader, WorldState state) {
        ServerState known = server(leader, state);
        return by(
                setup.servers(),
                follower -> TlaValue.of(known.leads() ? matchIndex(known, leader, follower, state) : 0));
    }

    private static int matchIndex(ServerState known, String leader, String follower, WorldState state) {
        return Math.max(
                known.counts().match(follower),
                most(underWay(state, follower, leader)
                        .filter(message -> message instanceof Appended answer
                                && answer.success()
                                && answer.term() == known.currentTerm())
                        .mapToInt(message -> ((Appended) message).matchIndex())));
    }

    private int answered(String client, WorldState state) {
        return Math.max(
                client(client, state).answered(),
                most(setup.servers().stream()
                        .flatMap(server -> underWay(state, server, client))
                        .filter(Reply.class::isInstance)
                        .mapToInt(message -> ((Reply) message).seq())));
    }

    private static int most(IntStream numbers) {
        return numbers.max().orElse(0);
    }

    /** Messages on the link, and those that have arrived while the receiver's disk was busy. */
    private static Stream<Message> underWay(WorldState state, String from, String to) {
        Stream<Message> onTheLink = state.underWay(from, to).stream();
        return state.node(to).memory() instanceof ServerState server
                ? Stream.concat(
                        onTheLink,
                        server.inbox().waiting().stream()
                                .filter(input -> input instanceof Input.Deliver delivery
                                        && delivery.from().equals(from))
                                .map(input -> ((Input.Deliver) input).message()))
                : onTheLink;
    }
}
