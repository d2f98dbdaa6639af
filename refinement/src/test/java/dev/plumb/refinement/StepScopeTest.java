package dev.plumb.refinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.traces.Event;
import dev.plumb.traces.Observation;
import dev.plumb.traces.TlaValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepScopeTest {
    private static final ActionSite OUTER = ActionSite.of("Outer");
    private static final ActionSite INNER = ActionSite.of("Inner");

    @TempDir
    private Path dir;

    private Path file;
    private Recorder recorder;

    @BeforeEach
    void open() throws IOException {
        file = dir.resolve("p.ndjson");
        recorder = Recorder.toFile(file, Recorded.HEADER, "p");
    }

    @AfterEach
    void close() throws IOException {
        recorder.close();
    }

    private void observe(String variable) {
        recorder.current().state(variable, 1);
    }

    @Test
    void what_several_methods_tell_is_one_event() {
        try (StepScope step = recorder.begin(OUTER)) {
            observe("x");
            observe("y");
            step.arg("rm", "r1").done();
        }

        Event event = only(recorded());
        assertThat(event.action()).contains("Outer");
        assertThat(event.state()).containsOnlyKeys("x", "y");
        assertThat(event.state()).containsEntry("x", new Observation.Whole(TlaValue.of(1)));
        assertThat(event.at()).get().asString().startsWith("StepScopeTest.java:");
    }

    @Test
    void a_step_whose_scope_ends_by_an_exception_is_abandoned() {
        assertThatThrownBy(() -> {
                    try (StepScope step = recorder.begin(OUTER)) {
                        observe("x");
                        Optional.empty().orElseThrow();
                        step.done();
                    }
                })
                .isInstanceOf(RuntimeException.class);
        recorder.step("Next").done();

        assertThat(only(recorded()).action()).contains("Next");
        assertThat(only(recorded()).clock()).containsEntry("p", 1L);
    }

    @Test
    void a_step_that_was_done_before_the_exception_is_recorded() {
        assertThatThrownBy(() -> {
                    try (StepScope step = recorder.begin(OUTER)) {
                        step.done();
                        Optional.empty().orElseThrow();
                    }
                })
                .isInstanceOf(RuntimeException.class);

        assertThat(only(recorded()).action()).contains("Outer");
    }

    @Test
    void a_scope_in_a_scope_is_a_step_of_its_own() {
        try (StepScope outer = recorder.begin(OUTER)) {
            observe("x");
            try (StepScope inner = recorder.begin(INNER)) {
                observe("y");
                inner.done();
            }
            observe("z");
            outer.done();
        }

        List<Event> events = recorded();
        assertThat(events).extracting(event -> event.action().orElseThrow()).containsExactly("Inner", "Outer");
        assertThat(events.get(0).state()).containsOnlyKeys("y");
        assertThat(events.get(1).state()).containsOnlyKeys("x", "z");
    }

    @Test
    void outside_of_a_scope_and_in_another_thread_there_is_nothing_to_observe_for() throws Exception {
        observe("x");
        try (StepScope step = recorder.begin(OUTER)) {
            Thread other = new Thread(() -> observe("x"));
            other.start();
            other.join();
            step.done();
        }
        observe("x");

        assertThat(only(recorded()).state()).isEmpty();
    }

    @Test
    void what_is_told_after_it_is_done_is_a_mistake() {
        try (StepScope step = recorder.begin(OUTER)) {
            step.done();

            assertThatThrownBy(() -> observe("x"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("Outer is done");
        }
    }

    private List<Event> recorded() {
        recorder.flush();
        return Recorded.events(file);
    }

    private static Event only(List<Event> events) {
        assertThat(events).hasSize(1);
        return events.get(0);
    }
}
