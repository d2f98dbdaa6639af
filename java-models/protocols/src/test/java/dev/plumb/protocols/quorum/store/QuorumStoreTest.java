package dev.plumb.protocols.quorum.store;

import static dev.plumb.histories.objects.KnownObjects.register;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.histories.Judgement;
import dev.plumb.protocols.RunCheck;
import dev.plumb.protocols.quorum.store.Messages.Done;
import dev.plumb.protocols.quorum.store.Messages.Found;
import dev.plumb.refinement.SpecActions;
import dev.plumb.simulation.Effect;
import dev.plumb.simulation.Input;
import dev.plumb.simulation.Service;
import dev.plumb.simulation.drive.Driver;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.drive.Violation;
import dev.plumb.simulation.world.Chooser;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.Happened;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of the Java store, held against the specification and against what reads are promised. */
class QuorumStoreTest {
    /** What the protocol is made for. */
    private static final WorldOptions ROUGH = RunCheck.rough(WorldOptions.TIMED).with(Fault.PARTITION, 2);

    /** Whatever is under way may come next, timers too. */
    private static final WorldOptions UNORDERED =
            WorldOptions.UNTIMED.with(Fault.CRASH, 2).with(Fault.LOSS, 1);

    @RegisterExtension
    static final RunCheck CHECK = new RunCheck("QuorumStore");

    private static Scenario scenario(String protocol, String bug, WorldOptions world) {
        return new Scenario(protocol, 3, bug, world);
    }

    /** Whether each read was at least as new as every write that was answered before it was called. */
    private static boolean isRegular(Run run) {
        List<Siblings> written = new ArrayList<>();
        SortedMap<String, List<Siblings>> before = new TreeMap<>();
        for (Happened.Act act : acts(run)) {
            if (act.input() instanceof Input.Call call) {
                before.put(call.client(), List.copyOf(written));
            }
            for (Effect.Reply reply : replies(act)) {
                if (reply.answer() instanceof Done done) {
                    written.add(done.siblings());
                } else if (reply.answer() instanceof Found found
                        && !before.get(reply.client()).stream().allMatch(found.siblings()::cover)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<Happened.Act> acts(Run run) {
        return run.steps().stream().flatMap(step -> step.acts().stream()).toList();
    }

    private static List<Effect.Reply> replies(Happened.Act act) {
        return act.effects().stream()
                .filter(Effect.Reply.class::isInstance)
                .map(Effect.Reply.class::cast)
                .toList();
    }

    private static boolean isLinearizable(Run run) {
        Service oneRegister = Service.linearizable(register(TlaValue.of(Setup.NOTHING)));
        return RunCheck.judgement(oneRegister, run) instanceof Judgement.Allowed;
    }

    private static boolean isConverged(Run run) {
        return run.end().nodes().entrySet().stream()
                        .filter(node -> node.getKey().startsWith("h"))
                        .map(node -> node.getValue().memory())
                        .distinct()
                        .count()
                == 1;
    }

    @Test
    void when_nothing_fails_every_call_is_answered() {
        Run run = new Driver(scenario("quorum-store", "none", WorldOptions.TIMED), 1_000).run(Chooser.DULL);

        assertThat(run.end().allAnswered()).isTrue();
        assertThat(RunCheck.actions(run)).contains("BeginRead", "BeginWrite", "EndRead", "EndWrite", "Report", "Store");
        assertThat(CHECK.conforms(run)).isTrue();
    }

    @Test
    void twenty_rough_runs_conform_are_regular_and_show_every_action_and_what_is_worth_seeing() {
        conform(10);
    }

    @Test
    @Tag("nightly")
    void two_hundred_rough_runs_conform() {
        conform(100);
    }

    private void conform(int runsEach) {
        Stream<Run> runs = Stream.of("quorum-store", "quorum-store-one-writer")
                .flatMap(protocol -> RunCheck.runs(scenario(protocol, "none", ROUGH), runsEach));
        CHECK.conform(runs, SpecActions.of(Client.class, Home.class, Spare.class), run -> assertThat(isRegular(run))
                .isTrue());
    }

    @Test
    void strict_quorums_are_regular_and_no_register_in_one_place() {
        Run outOfOrder = RunCheck.runs(scenario("quorum-store-one-writer", "none", UNORDERED), 2_000)
                .filter(run -> !isLinearizable(run))
                .findFirst()
                .orElseThrow();

        assertThat(isRegular(outOfOrder)).isTrue();
        assertThat(CHECK.conforms(outOfOrder)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quorum-store-stale", "quorum-store-sloppy"})
    void quorums_that_need_not_meet_are_as_specified_and_not_regular(String protocol) {
        Run stale = RunCheck.runs(scenario(protocol, "none", UNORDERED), 5_000)
                .filter(run -> !isRegular(run))
                .findFirst()
                .orElseThrow();

        assertThat(stale.violation()).isEmpty();
        assertThat(CHECK.conforms(stale)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quorum-store", "quorum-store-one-writer", "quorum-store-stale", "quorum-store-sloppy"})
    void once_all_has_healed_the_homes_agree_unless_a_client_was_lost(String protocol) {
        assertThat(RunCheck.runs(scenario(protocol, "none", ROUGH), 200).filter(run -> !hasCrashed("c", run)))
                .hasSizeGreaterThan(50)
                .allMatch(QuorumStoreTest::isConverged);
    }

    /** Whether a node with such a name has crashed; without a name, always. */
    private static boolean hasCrashed(String kind, Run run) {
        return kind.isEmpty()
                || run.faults().stream()
                        .anyMatch(fault -> fault instanceof Move.Crash crash
                                && crash.node().startsWith(kind));
    }

    @ParameterizedTest
    @CsvSource({
        "quorum-store, timestamped-siblings, Store",
        "quorum-store, stubborn-home, Store",
        "quorum-store-hinted, forgetful-home, Report",
        "quorum-store, reused-clock, BeginWrite"
    })
    void a_bug_is_found_in_some_run_at_the_step_that_is_wrong(String protocol, String bug, String action) {
        String suspect = bug.equals("forgetful-home") ? "h" : bug.equals("reused-clock") ? "c" : "";
        assertThat(CHECK.firstDivergingAt(
                        RunCheck.runs(scenario(protocol, bug, UNORDERED), 5_000)
                                .filter(run -> hasCrashed(suspect, run)),
                        action))
                .isPresent();
    }

    @Test
    @Tag("nightly")
    void what_a_home_forgets_needs_a_crash_and_more_than_eight_steps_to_show() {
        CHECK.needsACrashAndEightSteps(
                RunCheck.runs(scenario("quorum-store", "forgetful-home", UNORDERED), 5_000)
                        .filter(run -> hasCrashed("h", run)),
                "Report");
    }

    /** Where it does arrive later, the trace allows for its having arrived before. */
    @Test
    void a_hint_that_is_dropped_too_early_is_found_where_it_never_arrives() {
        Run early = RunCheck.runs(scenario("quorum-store-hinted", "dropped-hint", UNORDERED), 20_000)
                .filter(QuorumStoreTest::losesAHint)
                .findFirst()
                .orElseThrow();

        assertThat(CHECK.divergesAt(early)).contains("DropHint");
        assertThat(RunCheck.runs(scenario("quorum-store-hinted", "none", UNORDERED), 1_000))
                .noneMatch(QuorumStoreTest::losesAHint);
    }

    /** Whether a spare drops what it keeps for a home that never stores anything. */
    private static boolean losesAHint(Run run) {
        SortedSet<TlaValue> dropped = homes(run, List.of("DropHint"));
        dropped.removeAll(homes(run, List.of("Store", "HandOff")));
        return !dropped.isEmpty();
    }

    /** The homes of which these steps tell. */
    private static SortedSet<TlaValue> homes(Run run, List<String> actions) {
        SortedSet<TlaValue> homes = new TreeSet<>();
        RunCheck.notes(run)
                .filter(note -> actions.contains(note.action()))
                .forEach(note ->
                        homes.add(Objects.requireNonNull(note.arguments().get("h"))));
        return homes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"timestamped-siblings", "stubborn-home", "forgetful-home"})
    void what_a_home_does_not_keep_violates_an_invariant(String bug) {
        assertThat(RunCheck.runs(scenario("quorum-store", bug, UNORDERED), 2_000)
                        .flatMap(run -> run.violation().stream())
                        .findFirst())
                .contains(new Violation(Violation.Kind.INVARIANT, "WrittenIsStored"));
    }

    @Test
    void a_hint_that_is_dropped_too_early_violates_none_where_spares_do_not_count() {
        assertThat(RunCheck.runs(scenario("quorum-store-hinted", "dropped-hint", UNORDERED), 500)
                        .flatMap(run -> run.violation().stream()))
                .isEmpty();
    }

    @Test
    @Timeout(300)
    void killed_processes_do_the_same_and_their_traces_conform() throws Exception {
        Run run = RunCheck.runs(scenario("quorum-store", "none", WorldOptions.TIMED.with(Fault.CRASH, 2)), 1_000)
                .filter(each -> each.faults().size() == 2 && each.end().allAnswered())
                .findFirst()
                .orElseThrow();

        CHECK.conformsOnSockets(run);
    }
}
