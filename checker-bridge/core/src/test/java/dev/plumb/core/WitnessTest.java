package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.traces.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our verdicts beside those of stock TLC on the generated modules, for recorded traces and for spoilt ones. */
class WitnessTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"4RM.VEA", "16RM.VEA", "8RM.EA"})
    void agrees_that_recorded_traces_conform(String name) throws IOException {
        Trace trace = Corpus.recorded(name);
        assertThat(StockTlc.conforms(trace, Corpus.twoPhase(), folder)).contains(true);
    }

    @ParameterizedTest
    @CsvSource({
        "4RM.VEA, DROP, 1",
        "4RM.VEA, SWAP, 1",
        "8RM.VEA, DUPLICATE, 2",
        "8RM.VEA, CHANGE_VALUE, 2",
        "12RM.VEA, SWAP, 3",
        "12RM.VEA, CHANGE_VALUE, 3",
        "16RM.VEA, DROP, 4",
        "16RM.VEA, DUPLICATE, 4",
        "4RM.EA, SWAP, 5",
        "4RM.EA, CHANGE_VALUE, 5",
        "8RM.EA, DROP, 6",
        "12RM.EA, DUPLICATE, 7",
        "16RM.EA, CHANGE_VALUE, 8",
    })
    void agrees_on_a_trace_with_one_event_spoilt(String name, Mutation mutation, long seed) throws IOException {
        agrees(name, mutation, new Random(seed));
    }

    @Tag("nightly")
    @ParameterizedTest
    @ValueSource(strings = {"4RM.VEA", "8RM.VEA", "12RM.VEA", "16RM.VEA", "4RM.EA", "8RM.EA"})
    void agrees_on_twenty_spoilt_traces(String name) throws IOException {
        for (long seed = 100; seed < 105; seed++) {
            for (Mutation mutation : Mutation.values()) {
                agrees(name, mutation, new Random(seed));
            }
        }
    }

    private void agrees(String name, Mutation mutation, Random random) throws IOException {
        Trace recorded = Corpus.recorded(name);
        int at = random.nextInt(recorded.events());
        Trace spoilt = mutation.of(recorded, at);
        Optional<Boolean> tlc = StockTlc.conforms(spoilt, Corpus.twoPhase(), folder);
        Outcome ours = Corpus.againstTwoPhase().check(spoilt, "").outcome();
        assertThat(ours).isInstanceOfAny(Outcome.Conforms.class, Outcome.Diverges.class);
        assertThat(tlc).as("%s, %s at event %d", name, mutation, at + 1).contains(ours instanceof Outcome.Conforms);
    }
}
