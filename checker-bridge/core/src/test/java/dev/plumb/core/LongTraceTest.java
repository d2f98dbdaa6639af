package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.TraceReader;
import dev.plumb.traces.UnreadTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces that are checked while they are read. */
class LongTraceTest {
    private static final int EVENTS = 5_000;

    @TempDir
    Path folder;

    @Test
    void a_long_walk_conforms_and_diverges_where_one_value_was_changed() throws IOException {
        try (LoadedSpecs specs = new LoadedSpecs(TlcJar.find())) {
            UnreadTrace walk = LongTraces.write(folder.resolve("walk.ndjson"), EVENTS);
            TraceCheckResult conforms = LongTraces.check(walk, specs);
            assertThat(conforms.outcome()).isEqualTo(new Outcome.Conforms());
            assertThat(conforms.events()).isEqualTo(EVENTS);
            assertThat(conforms.states()).isEqualTo(EVENTS + 1);

            TraceCheckResult diverges = LongTraces.check(changed(4_000), specs);
            assertThat(diverges.outcome()).isEqualTo(new Outcome.Diverges());
            RunResult run = diverges.runs().get(0);
            assertThat(run.matched()).isEqualTo(3_999);
            assertThat(run.events()).isEqualTo(EVENTS);
            assertThat(run.divergence()
                            .orElseThrow()
                            .blocked()
                            .get(0)
                            .event()
                            .source()
                            .line())
                    .isEqualTo(4_001);
        }
    }

    @Test
    void says_the_same_as_a_check_of_the_whole_trace() throws IOException {
        LongTraces.write(folder.resolve("walk.ndjson"), 300);
        for (int event : new int[] {1, 150, 300}) {
            UnreadTrace changed = changed(event);
            TraceCheckResult streamed;
            try (LoadedSpecs specs = new LoadedSpecs(TlcJar.find())) {
                streamed = LongTraces.check(changed, specs);
            }
            TraceCheckResult whole = new TraceCheck(LongTraces.spec(), TlcJar.find()).check(changed.read(), "");
            assertThat(streamed.outcome()).isEqualTo(whole.outcome()).isEqualTo(new Outcome.Diverges());
            assertThat(streamed.runs().get(0).divergence())
                    .isEqualTo(whole.runs().get(0).divergence());
        }
    }

    /** The trace with another clock after one event. */
    private UnreadTrace changed(int event) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("walk.ndjson")));
        lines.set(event, lines.get(event).replaceFirst("\"clock\":\\[\\d+", "\"clock\":[7"));
        Path file = Files.write(folder.resolve("changed.ndjson"), lines);
        return TraceReader.find(List.of(file), ReadOptions.DEFAULT).get(0);
    }
}
