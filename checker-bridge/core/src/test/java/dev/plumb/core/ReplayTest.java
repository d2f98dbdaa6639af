package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Behaviour.Message;
import dev.plumb.core.Behaviour.Step;
import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.tlc.PrintedBehaviour;
import dev.plumb.traces.TlaText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counterexamples: who did what, and who heard of it. */
class ReplayTest {
    @TempDir
    Path folder;

    private static List<String> lanes(Behaviour behaviour) {
        return behaviour.steps().stream().map(step -> step.lane().orElse("-")).toList();
    }

    private static List<String> actions(Behaviour behaviour) {
        return behaviour.steps().stream().map(step -> step.action().orElse("-")).toList();
    }

    private static PrintedBehaviour printed(String... states) {
        return new PrintedBehaviour(
                Stream.of(states)
                        .map(state -> new PrintedBehaviour.State(
                                Optional.empty(), Optional.empty(), TlaText.parseState(state)))
                        .toList(),
                OptionalInt.empty());
    }

    @Test
    void tells_of_a_hasty_commit_who_did_what_and_whose_message_it_was() {
        Model model = new SpecLocator(List.of(Corpus.ROOT))
                .models("MCTwoPhase", Optional.of("MCTwoPhase_Hasty"))
                .get(0);
        ModelCheckResult result = new Fixture(folder).check(model, CheckOptions.DEFAULT.withWorkers(1));
        assertThat(result.outcome()).isEqualTo(new Outcome.Violates("Consistent", PropertyKind.INVARIANT));
        assertThat(result.warnings()).isEmpty();
        Behaviour behaviour = result.counterexample().orElseThrow();
        assertThat(actions(behaviour))
                .containsExactlyInAnyOrder(
                        "-",
                        "RMPrepare(r1)",
                        "RMPrepare(r2)",
                        "TMRcvPrepared(r1)",
                        "TMRcvPrepared(r2)",
                        "RMChooseToAbort(r3)",
                        "TMCommit",
                        "RMRcvCommitMsg(r1)");
        assertThat(behaviour.lanes()).containsExactly("tm", "r1", "r2", "r3");
        behaviour.steps().forEach(ReplayTest::has_the_lane_of_its_actor);
        assertThat(behaviour.messages()).hasSize(3).allSatisfy(message -> has_come_to_who_needs_it(behaviour, message));
    }

    private static void has_the_lane_of_its_actor(Step step) {
        String action = step.action().orElse("");
        String lane = action.startsWith("RM") ? action.replaceAll(".*\\((.*)\\)", "$1") : "tm";
        assertThat(step.lane()).isEqualTo(action.isEmpty() ? Optional.empty() : Optional.of(lane));
    }

    private static void has_come_to_who_needs_it(Behaviour behaviour, Message message) {
        String sender = behaviour.steps().get(message.from() - 1).action().orElseThrow();
        String receiver =
                behaviour.steps().get(message.to().orElseThrow() - 1).action().orElseThrow();
        assertThat(sender + " > " + receiver)
                .isIn(
                        "RMPrepare(r1) > TMRcvPrepared(r1)",
                        "RMPrepare(r2) > TMRcvPrepared(r2)",
                        "TMCommit > RMRcvCommitMsg(r1)");
        assertThat(message.label()).contains("type |-> ");
    }

    @Test
    void has_one_lane_where_no_set_of_processes_is_found() {
        Behaviour behaviour = Replay.asPrinted(printed("x = 0", "x = 1", "x = 2"));
        assertThat(behaviour.lanes()).isEmpty();
        assertThat(behaviour.lanesBy()).isEqualTo("no set of processes was found");
        assertThat(lanes(behaviour)).containsExactly("-", "-", "-");
    }

    @Test
    void finds_lanes_in_the_states_alone_where_a_counterexample_cannot_be_replayed() {
        Behaviour behaviour = Replay.asPrinted(printed(
                "/\\ pc = (a :> 0 @@ b :> 0)\n/\\ n = 0",
                "/\\ pc = (a :> 1 @@ b :> 0)\n/\\ n = 0",
                "/\\ pc = (a :> 1 @@ b :> 1)\n/\\ n = 1"));
        assertThat(lanes(behaviour)).containsExactly("-", "a", "b");
        assertThat(behaviour.lanesBy()).isEqualTo("inferred from the domain of pc, which owns 2 of 2 steps");
    }

    @Test
    void takes_no_record_for_a_set_of_processes() {
        Behaviour behaviour = Replay.asPrinted(printed("r = [a |-> 0, b |-> 0]", "r = [a |-> 1, b |-> 0]"));
        assertThat(behaviour.lanes()).isEmpty();
    }

    @Test
    void sees_a_message_received_by_who_takes_it_out_and_one_that_nobody_receives() {
        new Fixture(folder)
                .module(
                        "Net",
                        "VARIABLES net, got",
                        "Init == net = {} /\\ got = {}",
                        "Send == net = {} /\\ got = {} /\\ net' = {[m |-> 1], [m |-> 2]} /\\ got' = got",
                        "Receive(m) == net' = net \\ {m} /\\ got' = got \\cup {1}",
                        "Next == Send \\/ \\E m \\in net : Receive(m)",
                        "Nothing == got = {}")
                .config("Net", "INIT Init", "NEXT Next", "INVARIANT Nothing");
        Behaviour behaviour = new Fixture(folder).check("Net").counterexample().orElseThrow();
        assertThat(actions(behaviour).get(2)).startsWith("Receive([m |-> ");
        assertThat(behaviour.messages()).hasSize(2);
        assertThat(behaviour.messages())
                .filteredOn(m -> m.to().isPresent())
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.from()).isEqualTo(2);
                    assertThat(m.to()).hasValue(3);
                });
    }
}
