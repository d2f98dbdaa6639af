package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracesOf2024Test {
    @ParameterizedTest
    @CsvSource({
        "4RM.VEA,18",
        "8RM.VEA,34",
        "12RM.VEA,73",
        "16RM.VEA,90",
        "4RM.EA,18",
        "8RM.EA,34",
        "12RM.EA,73",
        "16RM.EA,90"
    })
    void recorded_by_others_conform_to_our_specification(String name, int events) {
        TraceCheckResult result = Corpus.againstTwoPhase().check(Corpus.recorded(name), "");
        assertThat(result.outcome()).isEqualTo(new Outcome.Conforms());
        assertThat(result.events()).isEqualTo(events);
        assertThat(result.warnings()).containsExactly("TwoPhase has no constant TM; its value was ignored.");
    }
}
