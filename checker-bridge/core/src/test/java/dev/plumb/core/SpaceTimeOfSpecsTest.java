package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Behaviour.Incident;
import dev.plumb.core.Behaviour.Message;
import dev.plumb.core.lanes.Run;
import dev.plumb.core.lanes.SpaceTime;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Successor;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who does what and who hears of whom, in behaviours of the project's own protocols that are taken at random. What is
 * expected is worked out by hand for each action, by its name: what the search for lanes never looks at.
 */
class SpaceTimeOfSpecsTest {
    private static final int STEPS = 30;

    /** Which protocol of {@code specs/} a test has expectations of. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    private @interface Of {
        String value();
    }

    @Test
    void of_every_protocol_there_are_expectations() throws IOException {
        List<String> expected = Stream.of(SpaceTimeOfSpecsTest.class.getDeclaredMethods())
                .flatMap(method -> Stream.of(method.getAnnotationsByType(Of.class)))
                .map(Of::value)
                .toList();
        assertThat(expected).containsExactlyInAnyOrderElementsOf(protocols());
    }

    private static List<String> protocols() throws IOException {
        Path specs = Corpus.ROOT.resolve("specs");
        try (Stream<Path> files = Files.find(specs, 3, (file, attributes) -> file.endsWith("manifest.json"))) {
            return files.map(file ->
                            specs.relativize(file.getParent()).toString().replace('\\', '/'))
                    .toList();
        }
    }

    /** A behaviour, with the actions that lead to its states. */
    private record Walk(List<ActionInstance> actions, SpaceTime seen) {
        String action(int step) {
            return actions.get(step - 1).name();
        }

        String argument(int step, int index) {
            return List.copyOf(actions.get(step - 1).arguments().values())
                    .get(index)
                    .toString();
        }

        /** The steps from which the messages come that this one receives. */
        List<Integer> heard(int number) {
            return seen.messages().stream()
                    .filter(message -> message.to().isPresent() && message.to().getAsInt() == number)
                    .map(Message::from)
                    .sorted()
                    .toList();
        }

        /** {@code 2 > 5}: by the numbers of the steps, of which the initial state has 1. */
        List<String> arrows() {
            return seen.messages().stream()
                    .filter(message -> message.to().isPresent())
                    .map(message -> message.from() + " > " + message.to().getAsInt())
                    .sorted()
                    .toList();
        }
    }

    private static Walk walk(String spec, String config, long seed) {
        Model model = new SpecLocator(List.of(Corpus.ROOT))
                .models(spec, Optional.of(config))
                .get(0);
        Random random = new Random(seed);
        try (LoadedSpec loaded =
                new KernelModel(model, Config.read(model.config().orElseThrow())).load(TlcJar.find())) {
            List<SpecState> states = new ArrayList<>(loaded.initialStates().subList(0, 1));
            List<ActionInstance> actions = new ArrayList<>();
            while (actions.size() < STEPS) {
                List<Successor> steps =
                        loaded.steps(states.get(states.size() - 1)).successors();
                if (steps.isEmpty()) {
                    break;
                }
                Successor step = steps.get(random.nextInt(steps.size()));
                states.add(step.state());
                actions.add(step.action());
            }
            return new Walk(
                    actions,
                    SpaceTime.of(run(states, actions), oracle(loaded, states, actions), LaneDefinitions.of(loaded)));
        }
    }

    private static Run run(List<SpecState> states, List<ActionInstance> actions) {
        List<Run.Taken> taken = new ArrayList<>(List.of(Run.Taken.UNKNOWN));
        actions.forEach(action -> taken.add(new Run.Taken(
                Optional.of(action.name()), List.copyOf(action.arguments().values()))));
        return new Run(states.stream().map(SpecState::values).toList(), taken);
    }

    private static SpecOracle oracle(LoadedSpec spec, List<SpecState> states, List<ActionInstance> actions) {
        List<Optional<ActionInstance>> taken = new ArrayList<>(List.of(Optional.empty()));
        actions.forEach(action -> taken.add(Optional.of(action)));
        return new SpecOracle(spec, states, taken);
    }

    @Of("commit/twophase")
    @ParameterizedTest
    @CsvSource({
        "MCTwoPhase, 1",
        "MCTwoPhase, 2",
        "MCTwoPhase, 3",
        "MCTwoPhase, 4",
        "MCTwoPhase_Hasty, 1",
        "MCTwoPhase_Hasty, 5",
        "MCTwoPhase_Forgetful, 2",
        "MCTwoPhase_Fickle, 3",
        "MCTwoPhase_Revived, 4",
        "MCTwoPhase_Revived, 7",
        "MCTwoPhase, 5",
        "MCTwoPhase, 6",
        "MCTwoPhase, 7",
        "MCTwoPhase, 9",
        "MCTwoPhase, 10",
        "MCTwoPhase, 11",
        "MCTwoPhase, 13",
        "MCTwoPhase, 14",
        "MCTwoPhase_Hasty, 6",
        "MCTwoPhase_Fickle, 5"
    })
    void two_phase_commit(String config, long seed) {
        Walk walk = walk("MCTwoPhase", config, seed);
        assertThat(walk.seen().names()).containsExactly("tm", "r1", "r2", "r3");
        List<String> arrows = new ArrayList<>();
        Map<String, Integer> sent = new HashMap<>();
        for (int step = 1; step <= walk.actions().size(); step++) {
            String action = walk.action(step);
            String lane = action.startsWith("TM") ? "tm" : walk.argument(step, 0);
            assertThat(walk.seen().owner(step)).as(action + " at " + step).contains(lane);
            switch (action) {
                case "RMPrepare" -> sent.putIfAbsent("Prepared " + lane, step + 1);
                case "TMCommit", "TMAbort" -> sent.putIfAbsent(action.substring(2), step + 1);
                case "TMRcvPrepared" -> arrows.add(sent.get("Prepared " + walk.argument(step, 0)) + " > " + (step + 1));
                case "RMRcvCommitMsg" -> arrows.add(sent.get("Commit") + " > " + (step + 1));
                case "RMRcvAbortMsg" -> arrows.add(sent.get("Abort") + " > " + (step + 1));
                default -> assertThat(action).isEqualTo("RMChooseToAbort");
            }
        }
        assertThat(walk.arrows()).isEqualTo(arrows.stream().sorted().toList());
        assertThat(walk.seen().messages().stream().map(Message::from).distinct())
                .containsExactlyInAnyOrderElementsOf(sent.values());
        assertThat(walk.seen().incidents()).isEmpty();
    }

    @Of("mutex/lamport")
    @ParameterizedTest
    @CsvSource({
        "MCLamportMutex, 1",
        "MCLamportMutex, 2",
        "MCLamportMutex_3, 3",
        "MCLamportMutex_3, 4",
        "MCLamportMutex_Again, 5",
        "MCLamportMutex_Impatient, 1",
        "MCLamportMutex_Tied, 2",
        "MCLamportMutex_Forgetful, 3",
        "MCLamportMutex_Stacked, 4",
        "MCLamportMutex_Stacked, 8"
    })
    void mutual_exclusion_with_logical_clocks(String config, long seed) {
        Walk walk = walk("MCLamportMutex", config, seed);
        List<String> processes = walk.seen().names();
        assertThat(processes)
                .containsExactlyElementsOf(
                        config.endsWith("_3") || config.equals("MCLamportMutex")
                                ? List.of("1", "2", "3")
                                : List.of("1", "2"));
        List<String> arrows = new ArrayList<>();
        Map<String, Deque<Integer>> channels = new HashMap<>();
        for (int step = 1; step <= walk.actions().size(); step++) {
            String p = walk.argument(step, 0);
            assertThat(walk.seen().owner(step)).contains(p);
            int number = step + 1;
            if (walk.action(step).startsWith("Receive")) {
                String q = walk.argument(step, 1);
                Deque<Integer> channel = channels.get(q + p);
                int from = config.endsWith("Stacked") ? channel.removeLast() : channel.removeFirst();
                arrows.add(from + " > " + number);
                if (walk.action(step).equals("ReceiveRequest")) {
                    channels.computeIfAbsent(p + q, c -> new ArrayDeque<>()).addLast(number);
                }
            } else if (!walk.action(step).equals("Enter")) {
                processes.stream().filter(q -> !q.equals(p)).forEach(q -> channels.computeIfAbsent(
                                p + q, c -> new ArrayDeque<>())
                        .addLast(number));
            }
        }
        assertThat(walk.arrows()).isEqualTo(arrows.stream().sorted().toList());
        assertThat(walk.seen().messages().stream()
                        .filter(message -> message.to().isEmpty()))
                .hasSize(channels.values().stream().mapToInt(Deque::size).sum())
                .allSatisfy(message -> assertThat(message.fate()).isEqualTo(Behaviour.Fate.UNREAD))
                .allSatisfy(message -> assertThat(message.addressee()).isPresent());
        assertThat(walk.seen().incidents()).isEmpty();
    }

    @Of("consensus/paxos")
    @ParameterizedTest
    @CsvSource({
        "MCPaxos, 1",
        "MCPaxos, 2",
        "MCPaxos, 3",
        "MCPaxos, 5",
        "MCPaxos_3, 6",
        "MCPaxos_3, 7",
        "MCPaxos_Selfish, 1",
        "MCPaxos_Forgetful, 2",
        "MCPaxos_Reused, 3",
        "MCPaxos_Mixed, 5"
    })
    void single_decree_paxos(String config, long seed) {
        Walk walk = walk("MCPaxos", config, seed);
        boolean haveAllBegun = config.equals("MCPaxos_3");
        Map<String, Integer> sent = new HashMap<>(haveAllBegun ? Map.of("1a 0", 1, "1a 1", 1, "1a 2", 1) : Map.of());
        for (int step = 1; step <= walk.actions().size(); step++) {
            String action = walk.action(step);
            String first = walk.argument(step, 0);
            int number = step + 1;
            switch (action) {
                case "Phase1a" -> sent.putIfAbsent("1a " + first, number);
                case "Phase1b" -> {
                    assertThat(walk.seen().owner(step)).contains(first);
                    assertThat(walk.heard(number)).containsExactly(sent.get("1a " + walk.argument(step, 1)));
                    sent.putIfAbsent("1b " + walk.argument(step, 1) + " " + first, number);
                }
                case "Phase2a" -> {
                    assertMajority(walk.heard(number), sent, "1b " + first);
                    sent.putIfAbsent("2a " + first + " " + walk.argument(step, 1), number);
                }
                case "Phase2b" -> {
                    String proposal = walk.argument(step, 1) + " " + walk.argument(step, 2);
                    assertThat(walk.seen().owner(step)).contains(first);
                    assertThat(walk.heard(number)).containsExactly(sent.get("2a " + proposal));
                    sent.putIfAbsent("2b " + proposal + " " + first, number);
                }
                default -> {
                    assertThat(action).isEqualTo("Learn");
                    assertThat(walk.seen().owner(step)).contains(first);
                    assertMajority(walk.heard(number), sent, "2b ");
                }
            }
        }
        assertThat(walk.seen().incidents()).isEmpty();
    }

    /** That two acceptors of three were heard, by messages of this kind. */
    private static void assertMajority(List<Integer> heard, Map<String, Integer> sent, String kind) {
        assertThat(heard).hasSizeGreaterThanOrEqualTo(2).allSatisfy(from -> assertThat(sent)
                .anySatisfy((message, step) -> assertThat(message.startsWith(kind) && step.equals(from))
                        .isTrue()));
    }

    @Of("commit/recovery")
    @ParameterizedTest
    @CsvSource({
        "MCTwoPhaseRecovery, 1",
        "MCTwoPhaseRecovery, 2",
        "MCTwoPhaseRecovery, 3",
        "MCTwoPhaseRecovery_Fickle, 5"
    })
    void two_phase_commit_with_logs(String config, long seed) {
        Walk walk = walk("MCTwoPhaseRecovery", config, seed);
        assertThat(walk.seen().names()).containsExactly("tm", "r1", "r2", "r3");
        Map<String, Integer> sent = new HashMap<>();
        for (int step = 1; step <= walk.actions().size(); step++) {
            String action = walk.action(step);
            String lane = action.startsWith("TM") ? "tm" : walk.argument(step, 0);
            int number = step + 1;
            assertThat(walk.seen().owner(step)).as(action + " at " + step).contains(lane);
            switch (action) {
                case "RMPrepare" -> sent.putIfAbsent("Prepared " + lane, number);
                case "TMRcvPrepared" ->
                    assertThat(walk.heard(number)).containsExactly(sent.get("Prepared " + walk.argument(step, 0)));
                case "RMRcvCommitMsg" -> {
                    assertThat(walk.heard(number)).hasSize(1);
                    sent.putIfAbsent("Ack " + lane, number);
                }
                case "TMRcvAck" ->
                    assertThat(walk.heard(number)).containsExactly(sent.get("Ack " + walk.argument(step, 0)));
                case "RMRcvAbortMsg" -> assertThat(walk.heard(number)).hasSize(1);
                default -> assertThat(walk.heard(number)).as(action).isEmpty();
            }
        }
    }

    @Of("commit/threephase")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5})
    void three_phase_commit_has_steps_and_no_messages(long seed) {
        Walk walk = walk("MCThreePhase", "MCThreePhase", seed);
        assertThat(walk.seen().messages()).isEmpty();
        for (int step = 1; step <= walk.actions().size(); step++) {
            String action = walk.action(step);
            if (!action.startsWith("TM") && !action.startsWith("Crash")) {
                assertThat(walk.seen().owner(step)).as(action).contains(walk.argument(step, 0));
            }
        }
    }

    @Of("consistency/linearizability")
    @ParameterizedTest
    @CsvSource({"MCAtomicRegister, 1", "MCAtomicRegister, 2", "MCAtomicRegister_Twice, 3", "MCAtomicRegister_Hasty, 4"})
    void clients_of_a_register_send_each_other_nothing(String config, long seed) {
        Walk walk = walk("MCAtomicRegister", config, seed);
        assertThat(walk.seen().messages()).isEmpty();
        for (int step = 1; step <= walk.actions().size(); step++) {
            assertThat(walk.seen().owner(step)).contains(walk.argument(step, 0));
        }
        assertThat(new TreeSet<>(walk.seen().names())).hasSizeGreaterThan(1);
    }

    /**
     * A request to store stands in a set, and a reply to a question in one at the client: these are messages. That a replica
     * has stored is a mark at the client, which it sets there.
     */
    @Of("quorum/abd")
    @ParameterizedTest
    @CsvSource({
        "MCAbdRegisterFair, 1",
        "MCAbdRegisterFair, 2",
        "MCAbdRegisterFair, 3",
        "MCAbdRegisterFair, 5",
        "MCAbdRegisterFair, 7",
        "MCAbdRegisterFair_Minority, 1",
        "MCAbdRegisterFair_Minority, 4"
    })
    void a_register_on_replicas(String config, long seed) {
        Walk walk = walk("MCAbdRegisterFair", config, seed);
        assertThat(walk.seen().names()).containsExactly("1", "2", "r1", "r2", "r3");
        Map<String, Integer> turns = new HashMap<>();
        Map<String, Integer> requests = new HashMap<>();
        Map<String, Map<Integer, String>> replies = new HashMap<>();
        Map<String, Set<String>> marks = new HashMap<>();
        List<Incident> incidents = new ArrayList<>();
        for (int step = 1; step <= walk.actions().size(); step++) {
            String action = walk.action(step);
            String actor = walk.argument(step, 0);
            int number = step + 1;
            assertThat(walk.seen().owner(step)).as(action + " at " + step).contains(actor);
            List<Integer> heard = walk.heard(number);
            boolean isOfReplica = action.equals("Report") || action.equals("Store");
            String client = isOfReplica ? walk.argument(step, 1) : actor;
            String request = client + " " + (isOfReplica ? walk.argument(step, 2) : "" + turns.get(client));
            switch (action) {
                case "Report" -> replies.getOrDefault(client, new HashMap<>()).put(number, actor);
                case "Store" -> {
                    assertThat(heard).containsExactly(requests.get(request));
                    boolean isOpen = request.equals(client + " " + turns.get(client)) && marks.containsKey(client);
                    if (isOpen && marks.get(client).add(actor)) {
                        incidents.add(new Incident(number, client, Incident.Kind.TOUCHED));
                    }
                }
                case "BeginRead", "BeginWrite" -> {
                    turns.merge(client, 1, Integer::sum);
                    replies.put(client, new HashMap<>());
                }
                case "WriteAtOnce" -> {
                    requests.put(client + " " + turns.merge(client, 1, Integer::sum), number);
                    marks.put(client, new TreeSet<>());
                }
                case "WriteBack", "WriteNewer" -> {
                    assertMajority(heard, replies.remove(client));
                    requests.put(request, number);
                    marks.put(client, new TreeSet<>());
                }
                case "Return" -> marks.remove(client);
                default -> {
                    assertThat(action).isEqualTo("Crash");
                    incidents.add(new Incident(number, client, Incident.Kind.CRASH));
                    replies.remove(client);
                    marks.remove(client);
                }
            }
            if (!Set.of("Store", "WriteBack", "WriteNewer").contains(action)) {
                assertThat(heard).as(action + " at " + step).isEmpty();
            }
        }
        assertThat(walk.seen().incidents()).containsExactlyElementsOf(incidents);
    }

    /** That two replicas of three were heard, by what they replied. */
    private static void assertMajority(List<Integer> heard, Map<Integer, String> replies) {
        assertThat(replies.keySet()).containsAll(heard);
        assertThat(heard.stream().map(replies::get)).hasSize(2).doesNotHaveDuplicates();
    }

    /** As for ABD; what a spare keeps for others is its own, and it hands that off into their state. */
    @Of("quorum/store")
    @ParameterizedTest
    @CsvSource({
        "MCQuorumStoreFair, 1, 1",
        "MCQuorumStoreFair, 2, 1",
        "MCQuorumStoreFair, 3, 1",
        "MCQuorumStoreFair_Hinted, 1, 2",
        "MCQuorumStoreFair_Cut, 2, 2"
    })
    void a_store_with_hints_and_read_repair(String config, long seed, int replies) {
        Walk walk = walk("MCQuorumStoreFair", config, seed);
        Map<String, Integer> turns = new HashMap<>();
        Map<String, Integer> requests = new HashMap<>();
        Map<String, Set<Integer>> reports = new HashMap<>();
        Map<String, Set<String>> marks = new HashMap<>();
        List<Incident> incidents = new ArrayList<>();
        for (int step = 1; step <= walk.actions().size(); step++) {
            String action = walk.action(step);
            String actor = walk.argument(step, 0).replace("\"", "");
            int number = step + 1;
            assertThat(walk.seen().owner(step).orElseThrow())
                    .as(action + " at " + step)
                    .isIn(actor, action.equals("HandOff") ? walk.argument(step, 1) : actor);
            List<Integer> heard = walk.heard(number);
            switch (action) {
                case "BeginRead" -> {
                    turns.merge(actor, 1, Integer::sum);
                    reports.put(actor, new TreeSet<>());
                }
                case "Report" ->
                    reports.getOrDefault(walk.argument(step, 1).replace("\"", ""), new TreeSet<>())
                            .add(number);
                case "EndRead" -> {
                    assertThat(reports.remove(actor)).containsAll(heard);
                    assertThat(heard).hasSize(replies);
                    requests.put(actor + " " + turns.get(actor), number);
                }
                case "BeginWrite" -> {
                    requests.put(actor + " " + turns.merge(actor, 1, Integer::sum), number);
                    marks.put(actor, new TreeSet<>());
                }
                case "EndWrite" -> marks.remove(actor);
                case "Store", "KeepHint" -> {
                    int at = action.equals("Store") ? 1 : 2;
                    String client = walk.argument(step, at).replace("\"", "");
                    String request = client + " " + walk.argument(step, at + 1);
                    assertThat(heard).containsExactly(requests.get(request));
                    boolean isOpen = request.equals(client + " " + turns.get(client)) && marks.containsKey(client);
                    if (isOpen && marks.get(client).add(actor)) {
                        incidents.add(new Incident(number, client, Incident.Kind.TOUCHED));
                    }
                }
                default -> assertThat(action).isIn("HandOff", "DropHint");
            }
            if (!Set.of("Store", "KeepHint", "EndRead").contains(action)) {
                assertThat(heard).as(action + " at " + step).isEmpty();
            }
        }
        assertThat(walk.seen().incidents()).containsAll(incidents).allSatisfy(incident -> {
            if (!incidents.contains(incident)) {
                assertThat(walk.action(incident.step() - 1)).isEqualTo("HandOff");
                assertThat(incident.lane()).isEqualTo(walk.argument(incident.step() - 1, 1));
            }
        });
    }

    /** Requests are messages; votes, copies and answers are marks that are set where they are counted. */
    @Of("consensus/raft")
    @ParameterizedTest
    @CsvSource({"MCRaft, 1", "MCRaft, 2", "MCRaft, 3", "MCRaft_3, 5", "MCRaft_Obliging, 6", "MCRaft_Blind, 7"})
    void raft(String config, long seed) {
        Walk walk = walk("MCRaft", config, seed);
        Map<String, Integer> terms = new HashMap<>();
        Map<String, Integer> stood = new HashMap<>();
        Map<String, Integer> offered = new HashMap<>();
        for (int step = 1; step <= walk.actions().size(); step++) {
            String action = walk.action(step);
            String actor = walk.argument(step, 0);
            int number = step + 1;
            int term = terms.getOrDefault(actor, 0);
            assertThat(walk.seen().owner(step)).as(action + " at " + step).contains(actor);
            List<Integer> heard = walk.heard(number);
            switch (action) {
                case "Timeout" -> {
                    terms.put(actor, term + 1);
                    stood.put(actor + " " + (term + 1), number);
                }
                case "UpdateTerm" -> {
                    String later = " " + walk.argument(step, 1);
                    terms.put(actor, Integer.parseInt(walk.argument(step, 1)));
                    assertThat(heard).hasSize(1).allSatisfy(from -> assertThat(
                                    Stream.of(stood, offered).flatMap(each -> each.entrySet().stream()))
                            .anyMatch(each -> each.getKey().endsWith(later)
                                    && each.getValue().equals(from)));
                }
                case "GrantVote" -> assertThat(heard).containsExactly(stood.get(walk.argument(step, 1) + " " + term));
                case "AppendEntries" -> {
                    assertThat(heard).hasSize(1);
                    assertThat(offered).containsValue(heard.get(0));
                }
                case "Concede" -> assertThat(heard).hasSize(1);
                case "BecomeLeader", "ClientRequest", "AdvanceCommitIndex" -> offered.put(actor + " " + term, number);
                default -> assertThat(action).isIn("Restart", "ClientCall", "ClientReply");
            }
            if (!Set.of("UpdateTerm", "GrantVote", "AppendEntries", "Concede").contains(action)) {
                assertThat(heard).as(action + " at " + step).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_abstract_specs_have_processes_and_no_messages(long seed) {
        for (String spec : List.of("MCTCommit", "MCMutex")) {
            Walk walk = walk(spec, spec, seed);
            assertThat(walk.seen().messages()).isEmpty();
            for (int step = 1; step <= walk.actions().size(); step++) {
                assertThat(walk.seen().owner(step)).contains(walk.argument(step, 0));
            }
        }
    }
}
