package dev.plumb.simulation.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.histories.Budget;
import dev.plumb.histories.Judgement;
import dev.plumb.simulation.Protocol;
import dev.plumb.simulation.Service;
import dev.plumb.simulation.conform.WorldCheck;
import dev.plumb.simulation.drive.ChosenCalls;
import dev.plumb.simulation.drive.Driver;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.drive.Shrinker;
import dev.plumb.simulation.drive.Violation;
import dev.plumb.simulation.explore.Monitor;
import dev.plumb.simulation.explore.Verdict;
import dev.plumb.simulation.explore.WorldSystem;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.RandomChooser;
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.simulation.world.WorldOptions.Network;
import dev.plumb.simulation.world.WorldState;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Boards that promise less than linearizability. One that shows old copies is sequentially consistent as long as copies come in
 * the order in which they were sent.
 */
class WeakerModelsTest {
    private static final String STALE = "stale-read";
    private static final WorldOptions IN_ORDER = WorldOptions.UNTIMED.with(Network.FIFO);

    private static Verdict<WorldState> verdict(Scenario scenario) {
        WorldCheck world = new WorldCheck(scenario);
        return world.forHistories(world.unasked())
                .explore()
                .verdicts()
                .get(service(scenario).model().name());
    }

    private static Service service(Scenario scenario) {
        return scenario.deployment().service().orElseThrow();
    }

    @Test
    void a_board_with_old_copies_that_come_in_order_is_sequentially_consistent() {
        assertThat(verdict(new Scenario("sequential-board", 1, STALE, IN_ORDER)))
                .isInstanceOf(Verdict.Holds.class);
        assertThat(verdict(new Scenario("board", 1, STALE, IN_ORDER))).isInstanceOf(Verdict.Violated.class);
    }

    @Test
    void one_whose_copies_overtake_each_other_is_not_and_that_is_found_on_a_shortest_way() {
        Scenario scenario = new Scenario("sequential-board", 1, STALE, WorldOptions.UNTIMED);
        var path = ((Verdict.Violated<WorldState>) verdict(scenario)).path();
        assertThat(path.length()).as("two writes, two copies, two reads").isEqualTo(8);
        assertThat(isAllowed(new WorldCheck(scenario).run(path))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "sequential-board, none",
        "sequential-board, stale-read",
        "eventual-board, none",
        "eventual-board, stale-read"
    })
    void what_the_monitor_says_at_the_end_of_a_run_its_history_says_too(String protocol, String bug) {
        Scenario scenario = new Scenario(protocol, 2, bug, WorldOptions.UNTIMED);
        HistorySoFar monitor = (HistorySoFar) ServiceMonitor.of(scenario.world(), service(scenario));
        assertThat(runs(scenario))
                .allSatisfy(run -> assertThat(isRight(monitor, run)).isEqualTo(isAllowed(run)));
        assertThat(runs(scenario).allMatch(WeakerModelsTest::isAllowed)).isEqualTo(bug.equals(Protocol.NO_BUG));
    }

    private static Stream<Run> runs(Scenario scenario) {
        return IntStream.range(0, 200).mapToObj(seed -> new Driver(scenario, 1_000).run(new RandomChooser(seed)));
    }

    private static boolean isAllowed(Run run) {
        Service service = service(run.scenario());
        Judgement judgement = service.model().judge(RunHistory.of(run, service, "a run"), Budget.standard());
        return !(judgement instanceof Judgement.Forbidden);
    }

    private static <M> boolean isRight(Monitor<WorldState, M> monitor, Run run) {
        List<WorldState> states = run.states();
        M memory = monitor.begin(states.get(0));
        for (int i = 1; i < states.size() && monitor.isRight(memory); i++) {
            WorldSystem.Event action = new WorldSystem.Event(run.steps().get(i));
            memory = monitor.next(memory, states.get(i - 1), action, states.get(i));
        }
        return monitor.isRight(memory);
    }

    @Test
    void what_is_read_last_is_known_when_nobody_calls_any_more() {
        assertThat(verdict(oneCallEach(Protocol.NO_BUG))).isInstanceOf(Verdict.Holds.class);
        assertThat(verdict(oneCallEach(STALE))).isInstanceOf(Verdict.Violated.class);
    }

    private static Scenario oneCallEach(String bug) {
        SortedMap<String, List<Integer>> first = new TreeMap<>();
        List.of("writer", "client of r1", "client of r2").forEach(client -> first.put(client, List.of(0)));
        return new Scenario("eventual-board", 2, bug, IN_ORDER, new ChosenCalls(first));
    }

    @Test
    void a_call_that_a_crash_leaves_without_an_answer_is_no_contradiction() {
        WorldOptions crash = IN_ORDER.with(Fault.CRASH, 1);
        assertThat(verdict(new Scenario("sequential-board", 1, Protocol.NO_BUG, crash)))
                .isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void what_clients_see_too_much_of_is_shrunk_to_a_shortest_schedule() {
        Scenario scenario = new Scenario("sequential-board", 2, STALE, WorldOptions.UNTIMED);
        Violation found = new Violation(Violation.Kind.HISTORY, "sequential");
        Run failing = runs(scenario).filter(run -> !isAllowed(run)).findFirst().orElseThrow();
        Shrinker.Judge judge = (run, kind) -> isAllowed(run) ? Optional.empty() : Optional.of(found);
        Shrinker.Shrunk shrunk = new Shrinker(judge, 200_000).shrink(failing.with(found));
        assertThat(shrunk.size()).isEqualTo(Shrinker.Size.SHORTEST);
        assertThat(shrunk.run().steps()).as("with the beginning").hasSize(9);
    }
}
