package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.TraceReader;
import dev.plumb.traces.TraceStream;
import dev.plumb.traces.UnreadTrace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a check makes of traces by where they come from: other formats, pipes, clocks of other kinds. */
class TraceInputTest {
    private static final Path STATES = Corpus.ROOT.resolve("traces/corpus/twophase-states");
    private static final String IN_ORDER = "{'plumb':1,'order':'file'}\n";
    private static final String UP_TO_1 = "{'action':'Up','state':{'x':1}}\n";
    private static final String UP_TO_2 = "{'action':'Up','state':{'x':2}}\n";
    private static final String DOWN_TO_0 = "{'action':'Down','state':{'x':0}}\n";

    @TempDir
    Path folder;

    private TraceCheck counter;

    @BeforeEach
    void counter() {
        new Fixture(folder)
                .module(
                        "Counter",
                        "EXTENDS Integers",
                        "VARIABLE x",
                        "Init == x = 0",
                        "Up == x' = x + 1",
                        "Down == x > 0 /\\ x' = x - 1",
                        "Next == Up \\/ Down");
        counter = against(folder.resolve("Counter.tla").toString());
    }

    private static TraceCheck against(String spec) {
        return new TraceCheck(new SpecLocator(List.of(Corpus.ROOT)).forTraces(spec, Optional.empty()), TlcJar.find());
    }

    private static UnreadTrace piped(String lines) {
        return TraceReader.from("pipe", bytes(lines), ReadOptions.DEFAULT);
    }

    private static InputStream bytes(String lines) {
        return new ByteArrayInputStream(lines.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private TraceCheckResult followed(String lines, boolean isInterrupted) throws IOException {
        try (TraceStream stream = piped(lines).stream()) {
            return counter.follow(stream, () -> isInterrupted, "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"committed.itf.json", "committed.tlc.json"})
    void a_behaviour_that_a_model_checker_told_conforms_and_a_changed_one_diverges(String name) throws IOException {
        TraceCheck twoPhase = against("MCTwoPhase");
        Path file = STATES.resolve(name);
        assertThat(checked(twoPhase, file).outcome()).isEqualTo(new Outcome.Conforms());
        assertThat(checked(twoPhase, file).events()).isEqualTo(7);

        Path changed = folder.resolve(name);
        Files.writeString(changed, Files.readString(file).replace("\"committed\"", "\"aborted\""));
        TraceCheckResult result = checked(twoPhase, changed);
        assertThat(result.outcome()).isEqualTo(new Outcome.Diverges());
        assertThat(result.runs().get(0).matched()).isEqualTo(6);
    }

    private static TraceCheckResult checked(TraceCheck check, Path file) throws IOException {
        UnreadTrace unread =
                TraceReader.find(List.of(file), ReadOptions.DEFAULT).get(0);
        try (TraceStream stream = unread.stream()) {
            return check.check(stream, "");
        }
    }

    @Test
    void a_trace_that_is_followed_is_decided_by_the_first_event_that_does_not_fit() throws IOException {
        TraceCheckResult result = followed(IN_ORDER + UP_TO_1 + UP_TO_1 + "this is never read\n", false);
        assertThat(result.outcome()).isEqualTo(new Outcome.Diverges());
        assertThat(result.events()).isEqualTo(2);
        assertThat(followed(IN_ORDER + UP_TO_1 + UP_TO_2, false).outcome()).isEqualTo(new Outcome.Conforms());
    }

    @Test
    void a_trace_that_is_interrupted_is_no_behaviour_yet() throws IOException {
        TraceCheckResult result = followed(IN_ORDER + UP_TO_1, true);
        assertThat(result.outcome())
                .isEqualTo(new Outcome.Incomplete("it was interrupted, and all events until then fit"));
        assertThat(result.events()).isEqualTo(1);
        assertThat(followed(IN_ORDER + UP_TO_2, true).outcome()).isEqualTo(new Outcome.Diverges());
    }

    @Test
    void events_that_are_ignored_are_counted_and_without_that_unknown() throws IOException {
        String beats = UP_TO_1 + "{'action':'Beat'}\n" + UP_TO_2 + "{'action':'Beat'}\n";
        String ignoring = "{'plumb':1,'order':'file','ignore':['Beat']}\n";
        TraceCheckResult result = followed(ignoring + beats, false);
        assertThat(result.outcome()).isEqualTo(new Outcome.Conforms());
        assertThat(result.ignored()).isEqualTo(Map.of("Beat", 2));
        assertThat(result.events()).isEqualTo(2);
        assertThat(counter.check(
                                piped(ignoring.replace("'order':'file',", "") + beats)
                                        .read(),
                                "")
                        .ignored())
                .isEqualTo(Map.of("Beat", 2));
        assertThat(problem(followed(IN_ORDER + beats, false))).isEqualTo("PLUMB-N01");
    }

    @Test
    void an_action_of_the_spec_cannot_be_ignored() throws IOException {
        String header = "{'plumb':1,'order':'file','ignore':['Down']}\n";
        assertThat(problem(followed(header + UP_TO_1 + DOWN_TO_0 + UP_TO_1, false)))
                .isEqualTo("PLUMB-T78");
    }

    @Test
    void a_trace_of_which_everything_is_ignored_is_vacuous() throws IOException {
        String header = "{'plumb':1,'order':'file','ignore':['Beat']}\n";
        assertThat(followed(header + "{'action':'Beat'}\n", false).outcome())
                .isEqualTo(new Outcome.Vacuous("trace pipe holds nothing but events that are ignored (1)"));
    }

    private static String problem(TraceCheckResult result) {
        return result.outcome() instanceof Outcome.BadInput bad
                ? bad.problem().code()
                : result.outcome().toString();
    }

    private Outcome ofTimes(String order, String up, String down) {
        return counter.check(
                        piped("{'plumb':1,'order':'" + order + "'}\n"
                                        + "{'process':'p','action':'Down'," + down + "}\n"
                                        + "{'process':'q','action':'Up'," + up + "}\n")
                                .read(),
                        "")
                .outcome();
    }

    @Test
    void steps_whose_intervals_overlap_may_have_happened_in_either_order() {
        assertThat(ofTimes("intervals", "'start':1,'end':5", "'start':4,'end':6"))
                .isEqualTo(new Outcome.Conforms());
        assertThat(ofTimes("intervals", "'start':1,'end':5", "'start':6,'end':7"))
                .isEqualTo(new Outcome.Conforms());
        assertThat(ofTimes("intervals", "'start':5,'end':6", "'start':1,'end':4"))
                .isEqualTo(new Outcome.Diverges());
    }

    @Test
    void by_a_scalar_clock_only_steps_of_one_reading_may_have_happened_in_either_order() {
        assertThat(ofTimes("lamport", "'clock':1", "'clock':1")).isEqualTo(new Outcome.Conforms());
        assertThat(ofTimes("lamport", "'clock':1", "'clock':2")).isEqualTo(new Outcome.Conforms());
        assertThat(ofTimes("lamport", "'clock':2", "'clock':1")).isEqualTo(new Outcome.Diverges());
    }
}
