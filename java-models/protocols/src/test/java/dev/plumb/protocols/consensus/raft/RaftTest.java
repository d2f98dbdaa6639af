package dev.plumb.protocols.consensus.raft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.histories.Judgement;
import dev.plumb.protocols.RunCheck;
import dev.plumb.refinement.SpecActions;
import dev.plumb.simulation.drive.Driver;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.drive.Violation;
import dev.plumb.simulation.world.Chooser;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.WorldOptions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of the Java Raft, held against the specification. */
class RaftTest {
    /** What the protocol is made for. */
    private static final WorldOptions ROUGH = RunCheck.rough(WorldOptions.TIMED);

    /** Whatever is under way may come next, timers too: servers lose patience all the time. */
    private static final WorldOptions UNORDERED = RunCheck.rough(WorldOptions.UNTIMED);

    @RegisterExtension
    static final RunCheck CHECK = new RunCheck("Raft");

    private static Scenario scenario(String bug, WorldOptions world) {
        return new Scenario("raft", 3, bug, world);
    }

    private static Judgement judgement(Run run) {
        return RunCheck.judgement(run.scenario().deployment().service().orElseThrow(), run);
    }

    private static boolean isForbidden(Run run) {
        return judgement(run) instanceof Judgement.Forbidden;
    }

    @Test
    void when_nothing_fails_one_leader_has_every_call_answered() {
        Run run = new Driver(scenario("none", WorldOptions.TIMED), 1_000).run(Chooser.DULL);

        assertThat(run.end().allAnswered()).isTrue();
        assertThat(RunCheck.notes(run).filter(note -> note.action().equals("BecomeLeader")))
                .hasSize(1);
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
        Stream<Run> runs =
                Stream.of(ROUGH, UNORDERED).flatMap(world -> RunCheck.runs(scenario("none", world), runsEach));
        CHECK.conform(
                runs,
                SpecActions.of(Server.class, Elections.class, Replication.class, Client.class),
                run -> assertThat(judgement(run)).isInstanceOf(Judgement.Allowed.class));
    }

    @ParameterizedTest
    @CsvSource({"obliging-vote, GrantVote", "blind-append, AppendEntries", "hasty-commit, AdvanceCommitIndex"})
    void a_bug_is_found_in_some_run_at_the_step_that_is_wrong(String bug, String action) {
        assertThat(CHECK.firstDivergingAt(RunCheck.runs(scenario(bug, UNORDERED), 500), action))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"obliging-vote, LeaderCompleteness", "blind-append, LogMatching"})
    void a_bug_in_what_logs_may_be_violates_an_invariant(String bug, String invariant) {
        Violation wanted = new Violation(Violation.Kind.INVARIANT, invariant);
        assertThat(RunCheck.runs(scenario(bug, UNORDERED), 500)
                        .flatMap(run -> run.violation().stream())
                        .filter(wanted::equals)
                        .findFirst())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"repeated-command", "stale-read"})
    void what_clients_see_may_be_wrong_though_every_step_is_right(String bug) {
        Run run = RunCheck.runs(scenario(bug, ROUGH), 1_000)
                .filter(RaftTest::isForbidden)
                .findFirst()
                .orElseThrow();

        assertThat(run.violation()).isEmpty();
        assertThat(CHECK.conforms(run)).isTrue();
    }

    @Test
    @Timeout(300)
    void killed_processes_do_the_same_and_their_traces_conform() throws Exception {
        Run run = RunCheck.runs(scenario("none", WorldOptions.TIMED.with(Fault.CRASH, 2)), 1_000)
                .filter(each -> each.faults().size() == 2 && each.end().allAnswered())
                .findFirst()
                .orElseThrow();

        CHECK.conformsOnSockets(run);
    }
}
