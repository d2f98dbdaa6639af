package dev.plumb.refinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.traces.Event;
import dev.plumb.traces.Observation;
import dev.plumb.traces.TlaText;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.TraceHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an option keeps out of the file, and what stays. */
class LeftOutTest {
    private static final RecorderOptions NO_TOKENS = RecorderOptions.DEFAULT.secret("token", "pin");

    @TempDir
    private Path dir;

    @Test
    void secret_arguments_and_variables_are_left_out_and_the_rest_stays() throws IOException {
        Event event = record(NO_TOKENS, step -> step.arg("token", "S3CRET")
                .arg("rm", "r1")
                .before("pin", "S3CRET")
                .state("pin", "r1", "S3CRET")
                .state("open", true));

        assertThat(((Event.Arguments.Named) event.arguments()).values()).containsOnlyKeys("rm");
        assertThat(event.before()).isEmpty();
        assertThat(event.state()).containsOnlyKeys("open");
    }

    @Test
    void an_observation_with_a_secret_in_it_is_left_out_as_a_whole() throws IOException {
        TlaValue login = TlaText.parse("[type |-> \"login\", token |-> \"S3CRET\"]");
        Event event = record(NO_TOKENS, step -> step.arg("message", login)
                .state("sessions", "token", "S3CRET")
                .state("quoted", "\"token\"", "S3CRET")
                .state("byUser", "u1", TlaValue.set(login))
                .state("pins", TlaValue.function(Map.of(TlaValue.model("pin"), TlaValue.of("S3CRET"))))
                .added("msgs", login)
                .removed("old", TlaValue.tuple(login))
                .state("count", 1));

        assertThat(((Event.Arguments.Named) event.arguments()).values()).isEmpty();
        assertThat(event.state()).containsOnlyKeys("count");
    }

    @Test
    void a_name_that_only_contains_a_secret_one_is_none() throws IOException {
        Event event = record(
                NO_TOKENS,
                step -> step.arg("tokens", 1).state("f", "tokenize", 2).state("x", "token"));

        assertThat(((Event.Arguments.Named) event.arguments()).values()).containsOnlyKeys("tokens");
        assertThat(event.state()).containsOnlyKeys("f", "x");
    }

    @Test
    void a_step_that_was_told_elsewhere_keeps_its_secrets_too() throws IOException {
        Path file = dir.resolve("p.ndjson");
        try (Recorder recorder = Recorder.toFile(file, Recorded.HEADER, "p", NO_TOKENS)) {
            recorder.record(SpecStep.of("Login").arg("token", "S3CRET"));
        }

        assertThat(Files.readString(file)).contains("Login").doesNotContain("S3CRET");
    }

    @Test
    void the_header_is_no_exception() throws IOException {
        Path file = dir.resolve("p.ndjson");
        TraceHeader header = TraceHeader.of("Login")
                .withConstants(new TreeMap<>(Map.of("token", TlaValue.of("S3CRET"), "N", TlaValue.of(3))))
                .withInit(new TreeMap<>(Map.of("pin", new Observation.Whole(TlaValue.of("S3CRET")))));
        Recorder.toFile(file, header, "p", NO_TOKENS).close();

        assertThat(Files.readString(file)).contains("\"N\":3").doesNotContain("S3CRET");
    }

    @Test
    void a_line_that_is_too_long_loses_its_largest_observations_and_stays() throws IOException {
        RecorderOptions options = RecorderOptions.DEFAULT.lineBytesMax(300);
        List<String> warnings = warningsOf(() -> {
            Event event = record(options, step -> step.arg("small", 1)
                    .arg("long", "x".repeat(200))
                    .before("longer", "y".repeat(300))
                    .state("longest", "z".repeat(400))
                    .state("n", 7));

            assertThat(((Event.Arguments.Named) event.arguments()).values()).containsOnlyKeys("small", "long");
            assertThat(event.before()).isEmpty();
            assertThat(event.state()).containsOnlyKeys("n");
        });

        assertThat(warnings)
                .containsExactly(
                        "A step Act of p is recorded without longest: its line is longer than 300 bytes. Observe parts"
                                + " of it or how it changed, or set lineBytesMax. This is said once.",
                        "A step Act of p is recorded without longer: its line is longer than 300 bytes. Observe parts"
                                + " of it or how it changed, or set lineBytesMax. This is said once.");
    }

    @Test
    void a_line_that_is_just_short_enough_loses_nothing() throws IOException {
        String line = "{\"process\":\"p\",\"action\":\"Act\",\"state\":{\"x\":\"zz\"},\"clock\":{\"p\":1}}\n";

        assertThat(record(RecorderOptions.DEFAULT.lineBytesMax(line.length()), step -> step.state("x", "zz"))
                        .state())
                .hasSize(1);
        assertThat(record(RecorderOptions.DEFAULT.lineBytesMax(line.length() - 1), step -> step.state("x", "zz"))
                        .state())
                .isEmpty();
    }

    @Test
    void a_line_without_bytes_is_none() {
        assertThatThrownBy(() -> RecorderOptions.DEFAULT.lineBytesMax(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no line has 0 bytes");
    }

    /** Records a step three times and returns the event that it became. */
    private Event record(RecorderOptions options, UnaryOperator<RecordedStep> told) throws IOException {
        Path file = dir.resolve("p.ndjson");
        try (Recorder recorder = Recorder.toFile(file, Recorded.HEADER, "p", options)) {
            for (int i = 0; i < 3; i++) {
                told.apply(recorder.step("Act")).done();
            }
        }
        assertThat(Files.readString(file)).doesNotContain("S3CRET");
        List<Event> events = Recorded.events(file);
        assertThat(events).hasSize(3);
        return events.get(0);
    }

    private interface Recording {
        void run() throws IOException;
    }

    private static List<String> warningsOf(Recording recording) throws IOException {
        List<String> warnings = new ArrayList<>();
        Logger logger = Logger.getLogger(Recorder.class.getName());
        Handler handler = new Remembering(warnings::add);
        logger.addHandler(handler);
        try {
            recording.run();
        } finally {
            logger.removeHandler(handler);
        }
        return warnings;
    }

    private static final class Remembering extends Handler {
        private final Consumer<String> memory;

        Remembering(Consumer<String> memory) {
            this.memory = memory;
        }

        @Override
        public void publish(LogRecord logged) {
            memory.accept(logged.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
