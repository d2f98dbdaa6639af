package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Divergence;
import dev.plumb.core.Divergence.Blocked;
import dev.plumb.core.Outcome;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.refinement.Recorder;
import dev.plumb.refinement.RecorderOptions;
import dev.plumb.traces.Event;
import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.TraceHeader;
import dev.plumb.traces.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the recorder was told to keep secret is in no report; the same, recorded openly, is. */
class SecretsTest {
    private static final String SECRET = "hunter2";

    @TempDir
    private Path folder;

    @Test
    void a_secret_value_is_in_no_report() throws IOException {
        assertThat(reports(RecorderOptions.DEFAULT.secret("password")))
                .allMatch(report -> report.contains("Login"))
                .allMatch(report -> report.contains("alice"))
                .noneMatch(report -> report.contains(SECRET));
    }

    @Test
    void a_value_that_is_no_secret_is_in_all_of_them() throws IOException {
        assertThat(reports(RecorderOptions.DEFAULT)).allMatch(report -> report.contains(SECRET));
    }

    private List<String> reports(RecorderOptions options) throws IOException {
        Event event = recorded(options);
        TraceCheckResult result = rejected(event);
        return List.of(HtmlReport.of(result), TextReport.plain().of(result), JsonReport.of(Results.of(result)));
    }

    /** A step with a secret as an argument, as a variable and within a record. */
    private Event recorded(RecorderOptions options) throws IOException {
        Path file = folder.resolve("login.ndjson");
        TraceHeader header = TraceHeader.of("Login").named("t");
        try (Recorder recorder = Recorder.toFile(file, header, "server", options)) {
            TlaValue message = TlaValue.record(Map.of("user", TlaValue.of("alice"), "password", TlaValue.of(SECRET)));
            recorder.step("Login")
                    .arg("user", "alice")
                    .arg("password", SECRET)
                    .state("password", SECRET)
                    .state("user", "alice")
                    .added("msgs", message)
                    .done();
        }
        return TraceReader.read(List.of(file), ReadOptions.DEFAULT)
                .get(0)
                .runs()
                .get(0)
                .parts()
                .get(0)
                .events()
                .get(0);
    }

    private static TraceCheckResult rejected(Event event) {
        Behaviour behaviour = TwoPhase.start().forbidden(event).build();
        Blocked blocked = new Blocked(event, new TreeMap<>(), List.of(), List.of(), Optional.empty(), Optional.empty());
        return TwoPhase.trace(
                new Outcome.Diverges(),
                new RunResult(
                        "",
                        1,
                        0,
                        1,
                        new Outcome.Diverges(),
                        Optional.of(behaviour),
                        List.of(),
                        Optional.of(new Divergence(0, 1, List.of(blocked), 1))));
    }
}
