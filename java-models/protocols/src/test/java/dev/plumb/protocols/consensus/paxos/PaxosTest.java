package dev.plumb.protocols.consensus.paxos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.protocols.RunCheck;
import dev.plumb.refinement.SpecActions;
import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.drive.Driver;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.drive.Violation;
import dev.plumb.simulation.world.Chooser;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of the Java Paxos, held against the specification. */
class PaxosTest {
    /** What the protocol is made for. */
    private static final WorldOptions ROUGH = RunCheck.rough(WorldOptions.TIMED);

    /** Whatever is under way may come next, timers too. */
    private static final WorldOptions UNORDERED =
            WorldOptions.UNTIMED.with(Fault.CRASH, 2).with(Fault.LOSS, 1);

    @RegisterExtension
    static final RunCheck CHECK = new RunCheck("Paxos");

    private static Scenario scenario(String bug, WorldOptions world) {
        return new Scenario("paxos", 3, bug, world);
    }

    @Test
    void when_nothing_fails_the_first_ballot_decides_and_everyone_is_told() {
        Run run = new Driver(scenario("none", WorldOptions.TIMED), 1_000).run(Chooser.DULL);

        assertThat(Paxos.tally(run.end()).learned()).isEqualTo("v1");
        assertThat(run.end().clients())
                .allSatisfy((name, client) -> assertThat(client.waitsFor()).isEmpty());
        assertThat(RunCheck.actions(run)).isEqualTo(SpecActions.of(Proposer.class, Acceptor.class, Learner.class));
        assertThat(CHECK.conforms(run)).isTrue();
    }

    @Test
    void twenty_rough_runs_conform_and_show_every_action_and_what_is_worth_seeing() {
        conform(20);
    }

    @Test
    @Tag("nightly")
    void two_hundred_rough_runs_conform() {
        conform(200);
    }

    private void conform(int runs) {
        CHECK.conform(
                RunCheck.runs(scenario("none", ROUGH), runs),
                SpecActions.of(Proposer.class, Acceptor.class, Learner.class));
    }

    @ParameterizedTest
    @CsvSource({"selfish-proposal, Phase2a", "obliging-promise, Phase1b", "mixed-votes, Learn"})
    void a_bug_is_found_in_some_run_at_the_step_that_is_wrong(String bug, String action) {
        assertThat(CHECK.firstDivergingAt(RunCheck.runs(scenario(bug, UNORDERED), 2_000), action))
                .isPresent();
    }

    @Test
    void a_ballot_that_is_used_again_is_found_where_it_has_a_second_proposal() {
        Run twice = RunCheck.runs(scenario("reused-ballot", ROUGH), 20_000)
                .filter(PaxosTest::proposesTwice)
                .findFirst()
                .orElseThrow();

        assertThat(CHECK.divergesAt(twice)).contains("Phase2a");
        assertThat(RunCheck.runs(scenario("none", ROUGH), 1_000)).noneMatch(PaxosTest::proposesTwice);
    }

    private static boolean proposesTwice(Run run) {
        List<TlaValue> ballots = RunCheck.notes(run)
                .filter(note -> note.action().equals("Phase2a"))
                .map(note -> argument(note, "b"))
                .toList();
        return new TreeSet<>(ballots).size() < ballots.size();
    }

    @Tag("nightly")
    @Test
    void a_forgotten_promise_needs_a_crash_and_more_than_eight_steps_to_do_harm() {
        CHECK.needsACrashAndEightSteps(
                RunCheck.runs(scenario("forgetful-promise", UNORDERED), 20_000).filter(PaxosTest::votesBelowPromise),
                "Phase2b");
        assertThat(RunCheck.runs(scenario("none", UNORDERED), 1_000)).noneMatch(PaxosTest::votesBelowPromise);
    }

    private static boolean votesBelowPromise(Run run) {
        SortedMap<TlaValue, TlaValue> promised = new TreeMap<>();
        return RunCheck.notes(run)
                .filter(note -> note.arguments().containsKey("a"))
                .anyMatch(note -> {
                    TlaValue bal = argument(note, "b");
                    TlaValue before = promised.merge(argument(note, "a"), bal, PaxosTest::higher);
                    return note.action().equals("Phase2b") && !before.equals(bal);
                });
    }

    private static TlaValue argument(SpecStep note, String name) {
        return Objects.requireNonNull(note.arguments().get(name));
    }

    private static TlaValue higher(TlaValue one, TlaValue other) {
        return ((TlaValue.Int) one).value() > ((TlaValue.Int) other).value() ? one : other;
    }

    @Test
    void an_obliging_promise_does_no_harm_that_an_invariant_could_see() {
        assertThat(RunCheck.runs(scenario("obliging-promise", ROUGH), 500).flatMap(run -> run.violation().stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"selfish-proposal, Agreement", "mixed-votes, LearnedIsChosen"})
    void other_bugs_violate_an_invariant(String bug, String invariant) {
        assertThat(RunCheck.runs(scenario(bug, ROUGH), 2_000)
                        .flatMap(run -> run.violation().stream())
                        .findFirst())
                .contains(new Violation(Violation.Kind.INVARIANT, invariant));
    }

    @Test
    @Timeout(300)
    void killed_processes_do_the_same_and_their_traces_conform() throws Exception {
        Run run = RunCheck.runs(scenario("none", WorldOptions.TIMED.with(Fault.CRASH, 2)), 1_000)
                .filter(each ->
                        each.faults().size() == 2 && Paxos.tally(each.end()).isOver())
                .findFirst()
                .orElseThrow();

        CHECK.conformsOnSockets(run);
    }
}
