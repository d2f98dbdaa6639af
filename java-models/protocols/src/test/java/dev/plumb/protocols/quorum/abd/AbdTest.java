package dev.plumb.protocols.quorum.abd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.histories.Judgement;
import dev.plumb.protocols.RunCheck;
import dev.plumb.refinement.SpecActions;
import dev.plumb.simulation.Service;
import dev.plumb.simulation.drive.Driver;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.drive.Shrinker;
import dev.plumb.simulation.drive.Violation;
import dev.plumb.simulation.world.Chooser;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.RandomChooser;
import dev.plumb.simulation.world.WorldOptions;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcollections.PVector;

/** Runs of the Java register, held against the specification. */
class AbdTest {
    /** What the protocol is made for. */
    private static final WorldOptions ROUGH = RunCheck.rough(WorldOptions.TIMED);

    private static final WorldOptions CRASHING = WorldOptions.UNTIMED.with(Fault.CRASH, 3);

    @RegisterExtension
    static final RunCheck CHECK = new RunCheck("AbdRegister");

    private static Scenario scenario(String protocol, String bug, WorldOptions world) {
        return new Scenario(protocol, 3, bug, world);
    }

    @Test
    void when_nothing_fails_every_call_is_answered() {
        Run run = new Driver(scenario("abd", "none", WorldOptions.TIMED), 1_000).run(Chooser.DULL);

        assertThat(run.end().allAnswered()).isTrue();
        assertThat(RunCheck.actions(run))
                .containsExactly("BeginRead", "BeginWrite", "Report", "Return", "Store", "WriteBack", "WriteNewer");
        assertThat(CHECK.conforms(run)).isTrue();
    }

    @Test
    void a_writer_that_is_the_only_one_does_not_ask() {
        Run run = new Driver(scenario("abd-one-writer", "none", WorldOptions.TIMED), 1_000).run(Chooser.DULL);

        assertThat(run.end().allAnswered()).isTrue();
        assertThat(RunCheck.actions(run)).contains("WriteAtOnce").doesNotContain("BeginWrite");
        assertThat(CHECK.conforms(run)).isTrue();
    }

    @Test
    void twenty_rough_runs_conform_and_show_every_action_and_what_is_worth_seeing() {
        conform(10);
    }

    @Test
    @Tag("nightly")
    void two_hundred_rough_runs_conform() {
        conform(100);
    }

    private void conform(int runsEach) {
        Stream<Run> runs = Stream.of("abd", "abd-one-writer")
                .flatMap(protocol -> RunCheck.runs(scenario(protocol, "none", ROUGH), runsEach));
        CHECK.conform(runs, SpecActions.of(Client.class, Replica.class));
    }

    @ParameterizedTest
    @CsvSource({"hasty-read, Return", "lonely-writer, WriteAtOnce", "forgetful-replica, Report", "tied-versions, Store"
    })
    void a_bug_is_found_in_some_rough_run_at_the_step_that_is_wrong(String bug, String action) {
        assertThat(CHECK.firstDivergingAt(RunCheck.runs(scenario("abd", bug, ROUGH), 2_000), action))
                .isPresent();
    }

    @Test
    void a_number_that_is_used_again_is_found_when_writers_crash_and_messages_are_late() {
        assertThat(CHECK.firstDivergingAt(
                        RunCheck.runs(scenario("abd", "reused-number", CRASHING), 5_000)
                                .filter(AbdTest::usesANumberAgain),
                        "WriteNewer"))
                .isPresent();
        assertThat(RunCheck.runs(scenario("abd", "none", CRASHING), 100)).noneMatch(AbdTest::usesANumberAgain);
    }

    /** Whether a client has written twice under the same number. */
    private static boolean usesANumberAgain(Run run) {
        List<String> written = RunCheck.notes(run)
                .filter(note -> note.action().equals("WriteNewer"))
                .map(note -> note.state().get("last").toString())
                .toList();
        return new TreeSet<>(written).size() < written.size();
    }

    @Test
    @Tag("nightly")
    void a_version_that_a_replica_forgets_needs_a_crash_and_more_than_eight_steps_to_show() {
        CHECK.needsACrashAndEightSteps(RunCheck.runs(scenario("abd", "forgetful-replica", ROUGH), 2_000), "Report");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hasty-read", "forgetful-replica"})
    void what_is_returned_too_early_violates_an_invariant(String bug) {
        assertThat(RunCheck.runs(scenario("abd", bug, ROUGH), 1_000)
                        .flatMap(run -> run.violation().stream())
                        .findFirst())
                .contains(new Violation(Violation.Kind.INVARIANT, "ReturnedIsStored"));
    }

    @Test
    void what_is_lost_among_writers_violates_no_invariant_of_states() {
        assertThat(RunCheck.runs(scenario("abd", "lonely-writer", ROUGH), 300).flatMap(run -> run.violation().stream()))
                .isEmpty();
    }

    @Test
    void what_clients_see_is_shrunk_to_few_calls_though_the_rest_are_then_numbered_otherwise() {
        Run failing = new Driver(scenario("abd", "lonely-writer", ROUGH), 10_000).run(new RandomChooser(1));
        Violation seen = new Violation(Violation.Kind.HISTORY, "linearizable");
        Shrinker.Judge judge = (run, kind) -> isLinearizable(run) ? Optional.empty() : Optional.of(seen);
        Run small = new Shrinker(judge, 1).shrink(failing.with(seen)).run();

        assertThat(isLinearizable(small)).isFalse();
        assertThat(calls(failing)).isEqualTo(8);
        assertThat(calls(small)).isLessThanOrEqualTo(4);
    }

    private static boolean isLinearizable(Run run) {
        Service service = run.scenario().deployment().service().orElseThrow();
        return RunCheck.judgement(service, run) instanceof Judgement.Allowed;
    }

    private static int calls(Run run) {
        return run.scenario().deployment().workload().values().stream()
                .mapToInt(PVector::size)
                .sum();
    }

    @Test
    @Timeout(300)
    void killed_processes_do_the_same_and_their_traces_conform() throws Exception {
        Run run = RunCheck.runs(scenario("abd", "none", WorldOptions.TIMED.with(Fault.CRASH, 2)), 1_000)
                .filter(each -> each.faults().size() == 2 && each.end().allAnswered())
                .findFirst()
                .orElseThrow();

        CHECK.conformsOnSockets(run);
    }
}
