package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Behaviour.Message;
import dev.plumb.core.lanes.Annotation;
import dev.plumb.core.lanes.Run;
import dev.plumb.core.lanes.SpaceTime;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Successor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who does what and who hears of whom, in behaviours of the project's own protocols that are taken at random. What is
 * expected is worked out by hand for each action, by its name: what the search for lanes never looks at.
 */
class SpaceTimeOfSpecsTest {
    private static final int STEPS = 30;

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
        boolean mayStutter = seed % 4 == 0;
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
                    actions, SpaceTime.of(run(states, actions), oracle(loaded, states, actions), Annotation.NONE));
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
