package dev.plumb.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusTest {
    private static final Path TWO_PHASE_2024 = Path.of("corpus/twophase-2024");

    @ParameterizedTest
    @CsvSource({"4, 18", "8, 34", "12, 73", "16, 90"})
    void two_phase_commits_of_2024_are_read(int resourceManagers, int events) {
        for (String recorded : List.of("VEA", "EA")) {
            Path file = TWO_PHASE_2024.resolve(resourceManagers + "RM." + recorded + ".ndjson");
            Path conf = TWO_PHASE_2024.resolve("conf." + resourceManagers + "RM.ndjson");
            Trace trace = TraceReader.read(List.of(file), new ReadOptions(Optional.of(conf), false, false))
                    .get(0);
            assertThat(trace.events()).isEqualTo(events);
            assertThat(trace.warnings()).isEmpty();
            assertThat(trace.header().constants())
                    .containsEntry("TM", TlaValue.setOf("tm"))
                    .containsEntry(
                            "RM",
                            TlaValue.setOf(IntStream.range(0, resourceManagers)
                                    .mapToObj(i -> "rm-" + i)
                                    .toArray(String[]::new)));
            assertThat(TraceFiles.events(trace).anyMatch(event -> !event.state().isEmpty()))
                    .isEqualTo(recorded.equals("VEA"));
        }
    }
}
