package dev.plumb.simulation.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.histories.Budget;
import dev.plumb.histories.Call;
import dev.plumb.histories.History;
import dev.plumb.histories.Judgement;
import dev.plumb.histories.objects.KnownObjects;
import dev.plumb.simulation.ClientAnswer;
import dev.plumb.simulation.ClientCall;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.Nothing;
import dev.plumb.simulation.Protocol;
import dev.plumb.simulation.Service;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;
import dev.plumb.simulation.conform.WorldCheck;
import dev.plumb.simulation.drive.Driver;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.explore.Exploration;
import dev.plumb.simulation.explore.Path;
import dev.plumb.simulation.explore.Verdict;
import dev.plumb.simulation.explore.WorldSystem;
import dev.plumb.simulation.world.Chooser;
import dev.plumb.simulation.world.ClientState;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.RandomChooser;
import dev.plumb.simulation.world.Stepped;
import dev.plumb.simulation.world.World;
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.simulation.world.WorldState;
import dev.plumb.traces.Problem;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/** What clients of the board see, in random runs and in all. */
class ClientsTest {
    private static final String BUG = "stale-read";

    private static Scenario scenario(String bug, WorldOptions options) {
        return new Scenario("board", 1, bug, options);
    }

    private static Run run(Scenario scenario, int seed) {
        return new Driver(scenario, 1_000).run(new RandomChooser(seed));
    }

    private static History history(Run run) {
        return RunHistory.of(run, service(run.scenario()), "a run");
    }

    private static Service service(Scenario scenario) {
        return scenario.deployment().service().orElseThrow();
    }

    private static boolean isLinearizable(Run run) {
        return service(run.scenario()).model().judge(history(run), Budget.standard()) instanceof Judgement.Allowed;
    }

    @Test
    void the_history_of_a_run_has_each_call_with_its_answer() {
        History history = history(run(scenario(Protocol.NO_BUG, WorldOptions.TIMED), 1));
        assertThat(history.spec()).contains("register");
        assertThat(history.calls())
                .extracting(call -> call.client() + " " + call.operation())
                .containsExactlyInAnyOrder("writer write", "writer write", "client of r1 read", "client of r1 read");
        assertThat(history.calls())
                .allSatisfy(call -> assertThat(call.hasReturned()).isTrue());
    }

    @Test
    void a_call_of_a_node_that_crashes_has_no_answer() {
        WorldOptions crash = WorldOptions.TIMED.with(Fault.CRASH, 1);
        assertThat(IntStream.range(0, 100).mapToObj(seed -> history(run(scenario(Protocol.NO_BUG, crash), seed))))
                .anySatisfy(history -> assertThat(history.calls()).anyMatch(Call::isUnanswered))
                .allSatisfy(history -> assertThat(history.calls()).hasSize(4));
    }

    @Test
    void runs_are_linearizable_and_with_the_bug_some_are_not() {
        assertThat(IntStream.range(0, 100))
                .allMatch(seed -> isLinearizable(run(scenario(Protocol.NO_BUG, WorldOptions.TIMED), seed)))
                .anyMatch(seed -> !isLinearizable(run(scenario(BUG, WorldOptions.TIMED), seed)));
    }

    @Test
    void in_all_behaviours_of_a_small_world_clients_see_what_they_were_promised() {
        WorldCheck world = new WorldCheck(scenario(Protocol.NO_BUG, WorldOptions.UNTIMED.with(Fault.CRASH, 1)));
        Exploration<WorldState> found = world.explorer().explore();
        assertThat(found.isGood()).isTrue();
        assertThat(found.verdicts().get("linearizable")).isInstanceOf(Verdict.Holds.class);
        assertThat(found.verdicts().get("a copy is made")).isInstanceOf(Verdict.Shown.class);
        assertThat(found.verdicts().get("all calls are over")).isInstanceOf(Verdict.Holds.class);
    }

    /** The shortest: one write is answered, and then the copy shows what was there before. */
    @Test
    void a_stale_read_is_found_on_a_shortest_way_whose_history_is_not_linearizable() {
        WorldCheck world = new WorldCheck(scenario(BUG, WorldOptions.UNTIMED));
        Verdict<WorldState> verdict = world.explorer().explore().verdicts().get("linearizable");
        Path<WorldState> path = ((Verdict.Violated<WorldState>) verdict).path();
        Run run = world.run(path);
        assertThat(path.length()).isEqualTo(3);
        assertThat(isLinearizable(run)).isFalse();
        assertThat(history(run).calls()).extracting(call -> call.text()).containsExactly("write(1)", "read() = 0");
    }

    /** What the explorer says is what is said of all its behaviours, one by one. */
    @Test
    void the_monitor_and_the_history_of_each_run_agree() {
        Scenario scenario = scenario(BUG, WorldOptions.UNTIMED);
        LinearizableSoFar<?> monitor =
                new LinearizableSoFar<>(scenario.world(), service(scenario).object());
        assertThat(IntStream.range(0, 100).mapToObj(seed -> run(scenario, seed)))
                .allSatisfy(run -> assertThat(isRight(monitor, run)).isEqualTo(isLinearizable(run)))
                .anySatisfy(run -> assertThat(isLinearizable(run)).isFalse())
                .anySatisfy(run -> assertThat(isLinearizable(run)).isTrue());
    }

    private static <O> boolean isRight(LinearizableSoFar<O> monitor, Run run) {
        List<WorldState> states = run.states();
        var memory = monitor.begin(states.get(0));
        for (int i = 1; i < states.size(); i++) {
            var action = new WorldSystem.Event(run.steps().get(i));
            memory = monitor.next(memory, states.get(i - 1), action, states.get(i));
        }
        return monitor.isRight(memory);
    }

    /** Messages arrive again and again, but each call is made once. */
    @Test
    void in_the_world_of_specifications_clients_have_a_history_too() {
        WorldCheck right = new WorldCheck(scenario(Protocol.NO_BUG, WorldOptions.GROWING));
        assertThat(right.forHistories(right.unasked()).explore().isGood()).isTrue();
        WorldCheck stale = new WorldCheck(scenario(BUG, WorldOptions.GROWING));
        Exploration<WorldState> found = stale.forHistories(stale.unasked()).explore();
        Path<WorldState> path = ((Verdict.Violated<WorldState>) found.verdicts().get("linearizable")).path();
        assertThat(path.length()).isEqualTo(2);
        assertThat(isLinearizable(stale.run(path))).isFalse();
    }

    record Greet() implements ClientCall {
        @Override
        public Invocation invocation() {
            return Invocation.of("read");
        }
    }

    record Hello() implements Message {}

    private record Host() implements Node<Nothing, Nothing> {
        @Override
        public Nothing format() {
            return Nothing.NOTHING;
        }

        @Override
        public Nothing boot(Nothing disk) {
            return disk;
        }

        @Override
        public Step<Nothing, Nothing> deliver(State<Nothing, Nothing> state, String from, Message message) {
            return Step.to(state);
        }

        @Override
        public Step<Nothing, Nothing> call(State<Nothing, Nothing> state, String client, Message operation) {
            return Step.to(state).reply(client, new Hello());
        }
    }

    @Test
    void an_answer_that_does_not_say_what_it_is_in_a_history_is_told() {
        PVector<ClientState.Call> calls = TreePVector.singleton(new ClientState.Call("host", new Greet()));
        World world = new World(
                TreePMap.singleton("host", new Host()),
                TreePMap.singleton("guest", calls),
                List.of(),
                WorldOptions.UNTIMED);
        WorldState before = world.initial(Chooser.DULL).next();
        Stepped stepped = world.take(before, new Move.Invoke("guest"), Chooser.DULL);
        var monitor = new LinearizableSoFar<>(world, KnownObjects.register());
        var memory = monitor.begin(before);
        var action = new WorldSystem.Event(stepped.happened());
        assertThatThrownBy(() -> monitor.next(memory, before, action, stepped.next()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.text())
                        .contains("PLUMB-W61", "Greet[]", "Have Hello implement " + ClientAnswer.class.getName()));
    }
}
