package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.tlc.Mode;
import dev.plumb.core.tlc.TlcListener.Next;
import dev.plumb.core.tlc.ToolMessage;
import dev.plumb.kernel.api.Counts;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a limit does to a run, and whether it was the limit that ended it. */
class WatchTest {
    private static final Counts TOO_MANY = new Counts(3000, 1001, 7, 5);
    private static final ToolMessage HAS_WRITTEN_CHECKPOINT =
            new ToolMessage(2196, 0, "Checkpointing completed at (2026-11-22 06:00:00)");
    private static final ToolMessage PROGRESS = new ToolMessage(2200, 0, "Progress(5): 3,000 states generated.");
    private static final ToolMessage HAS_FINISHED = new ToolMessage(2186, 0, "Finished in 700ms");

    private static Watch watch(Mode mode, boolean checkpoints) {
        Budget budget = Budget.NONE.withStates(1000);
        CheckOptions options = new CheckOptions(
                mode,
                1,
                budget,
                CheckOptions.DEFAULT.coverage(),
                new TreeMap<>(),
                false,
                checkpoints,
                false,
                List.of());
        return new Watch(options, 1, counts -> {});
    }

    @Test
    void a_limit_stops_the_run() {
        Watch watch = watch(new Mode.BreadthFirst(), false);
        assertThat(watch.counts(new Counts(3000, 1000, 7, 5))).isEqualTo(Next.GO_ON);
        assertThat(watch.counts(TOO_MANY)).isEqualTo(Next.STOP);
        assertThat(watch.message(HAS_FINISHED)).isEqualTo(Next.GO_ON);
        assertThat(watch.limit()).contains("1,000 states");
    }

    @Test
    void a_limit_with_a_checkpoint_ends_the_run_when_that_is_written() {
        Watch watch = watch(new Mode.BreadthFirst(), true);
        assertThat(watch.message(HAS_WRITTEN_CHECKPOINT)).isEqualTo(Next.GO_ON);
        assertThat(watch.counts(TOO_MANY)).isEqualTo(Next.SAVE);
        assertThat(watch.message(HAS_WRITTEN_CHECKPOINT)).isEqualTo(Next.KILL);
        assertThat(watch.limit()).contains("1,000 states");
    }

    @Test
    void a_run_that_is_killed_before_its_checkpoint_is_written_is_not_saved() {
        Watch watch = watch(new Mode.BreadthFirst(), true);
        assertThat(watch.isUnsaved()).isFalse();
        watch.counts(TOO_MANY);
        assertThat(watch.isUnsaved()).isTrue();
        watch.message(HAS_WRITTEN_CHECKPOINT);
        watch.message(PROGRESS);
        assertThat(watch.isUnsaved()).isFalse();
    }

    @Test
    void a_run_that_is_done_before_its_checkpoint_is_written_was_not_ended_by_the_limit() {
        Watch watch = watch(new Mode.BreadthFirst(), true);
        assertThat(watch.counts(TOO_MANY)).isEqualTo(Next.SAVE);
        assertThat(watch.message(HAS_FINISHED)).isEqualTo(Next.GO_ON);
        assertThat(watch.limit()).isEmpty();
    }

    @Test
    void random_behaviours_have_no_checkpoint_and_are_stopped() {
        Watch watch = watch(Mode.Simulation.DEFAULT, true);
        assertThat(watch.counts(TOO_MANY)).isEqualTo(Next.STOP);
    }
}
