package dev.plumb.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.refinement.Recorder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ValidTraceTest {
    static class Sound {
        @Test
        @ValidTrace(spec = "Lease")
        void goes_from_one_to_the_other(Recorder c1, Recorder c2) {
            Lock lock = new Lock(false);
            assertThat(lock.acquire("c1", c1)).isTrue();
            assertThat(lock.acquire("c2", c2)).isFalse();
            lock.release("c1", c1);
            assertThat(lock.acquire("c2", c2)).isTrue();
        }

        @RepeatedTest(2)
        @ValidTrace(spec = "Lease", live = true)
        void is_watched_in_several_threads(Recorders recorders) {
            Lock lock = new Lock(false);
            IntStream.range(0, 200).parallel().forEach(i -> {
                String client = "c" + (1 + i % 2);
                if (lock.acquire(client, recorders.of(client))) {
                    lock.release(client, recorders.of(client));
                }
            });
        }

        @Test
        @ValidTrace(spec = "Lease", allowEmpty = true)
        void may_record_nothing(Recorder c1) {}
    }

    static class Wrong {
        @Test
        @ValidTrace(spec = "Lease")
        void is_given_away_twice(Recorder c1, Recorder c2) {
            giveTwice(c1, c2);
        }

        @Test
        @ValidTrace(spec = "Lease", live = true)
        void is_given_away_twice_live(Recorder c1, Recorder c2) {
            giveTwice(c1, c2);
            throw new IllegalStateException("it went on");
        }

        @Test
        @ValidTrace(spec = "Lease", live = true)
        void is_given_away_twice_and_nobody_listens(Recorder c1, Recorder c2) {
            assertThatThrownBy(() -> giveTwice(c1, c2)).isInstanceOf(AssertionError.class);
        }

        @Test
        @ValidTrace(spec = "Lease")
        void fails_by_itself_too(Recorder c1, Recorder c2) {
            giveTwice(c1, c2);
            throw new IllegalStateException("of its own");
        }

        @Test
        @ValidTrace(spec = "Lease")
        void records_nothing(Recorder c1) {}

        @Test
        @ValidTrace(spec = "Leese")
        void names_no_spec(Recorder c1) {
            c1.step("Acquire").done();
        }

        @Test
        @ValidTrace(spec = "Lease", live = true)
        void misspells_an_action_live(Recorder c1) {
            c1.step("Aquire").done();
        }

        private static void giveTwice(Recorder c1, Recorder c2) {
            Lock lock = new Lock(true);
            lock.acquire("c1", c1);
            lock.acquire("c2", c2);
        }
    }

    @Test
    void passes_where_what_was_recorded_is_a_behaviour_of_the_spec() {
        assertThat(TestRun.of(Sound.class).failures()).isEmpty();
        Path file = Path.of(
                "target/plumb-reports/dev.plumb.junit.ValidTraceTest.Sound.is_watched_in_several_threads-2/trace.ndjson");
        assertThat(file).as("the trace stays").isNotEmptyFile();
    }

    @Test
    void fails_with_the_explanation_where_it_is_not() throws Exception {
        Throwable failure = TestRun.of(Wrong.class).failure("is_given_away_twice");
        List<String> lines = failure.getMessage().lines().toList();
        assertThat(lines).hasSizeLessThanOrEqualTo(20);
        assertThat(failure.getMessage())
                .contains("DIVERGES", "holder = {}", "Lock.java:", "\n  Reproduce: plumb validate ")
                .containsPattern("see file:.*ValidTraceTest.Wrong.is_given_away_twice/page.html");
        assertThat(Files.readString(Path.of(
                        "target/plumb-reports/dev.plumb.junit.ValidTraceTest.Wrong.is_given_away_twice/page.html")))
                .contains("Acquire");
    }

    @Test
    void fails_in_the_call_that_took_the_wrong_step_where_it_is_live() {
        Throwable failure = TestRun.of(Wrong.class).failure("is_given_away_twice_live");
        assertThat(failure).isInstanceOf(AssertionError.class).hasMessageContaining("DIVERGES");
        assertThat(failure.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("acquire"));
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @Test
    void fails_at_the_end_where_nobody_listened_to_a_live_failure() {
        assertThat(TestRun.of(Wrong.class).failure("is_given_away_twice_and_nobody_listens"))
                .hasMessageContaining("DIVERGES");
    }

    @Test
    void names_the_nearest_action_in_the_call_that_misspells_one_where_it_is_live() {
        Throwable failure = TestRun.of(Wrong.class).failure("misspells_an_action_live");
        assertThat(failure).isInstanceOf(AssertionError.class).hasMessageContaining("\n  Did you mean Acquire?");
        assertThat(failure.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("misspells_an_action_live"));
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @Test
    void explains_beside_the_failure_of_a_test_that_failed_by_itself() {
        Throwable failure = TestRun.of(Wrong.class).failure("fails_by_itself_too");
        assertThat(failure).hasMessage("of its own");
        assertThat(failure.getSuppressed()).singleElement().satisfies(why -> assertThat(why)
                .hasMessageContaining("DIVERGES"));
    }

    @Test
    void fails_where_nothing_was_recorded() {
        assertThat(TestRun.of(Wrong.class).failure("records_nothing"))
                .hasMessageContainingAll("holds no events", "allow");
    }

    @Test
    void names_the_nearest_spec_there_is() {
        assertThat(TestRun.of(Wrong.class).failure("names_no_spec"))
                .hasMessageContainingAll("There is no specification Leese", "Lease");
    }
}
