package dev.plumb.simulation.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.simulation.world.Chooser;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.RandomChooser;
import dev.plumb.simulation.world.WorldOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A handler that throws is a failure like any other: found, saved, replayed and shrunk. */
class DriverTest {
    private static final Violation BREAKS =
            new Violation(Violation.Kind.HANDLER, "java.lang.IllegalStateException: the shelf breaks");

    @TempDir
    Path folder;

    private static Run run(String bug, int stepsMax) {
        return new Driver(new Scenario("fragile", 1, bug, WorldOptions.TIMED), stepsMax).run(Chooser.DULL);
    }

    @Test
    void a_run_ends_when_nothing_more_happens() {
        Run run = run("none", 100);
        assertThat(run.isComplete()).isTrue();
        assertThat(run.violation()).isEmpty();
        assertThat(run.steps()).as("a beginning, five calls and five messages").hasSize(11);
    }

    @Test
    void a_run_that_is_stopped_is_not_complete() {
        assertThat(run("none", 5).isComplete()).isFalse();
        assertThat(run("none", 5).steps()).hasSize(5);
    }

    @Test
    void what_a_handler_throws_is_found_and_had_again_from_a_file() throws IOException {
        Run run = run("breaks", 100);
        assertThat(run.violation()).contains(BREAKS);

        Path file = FailureFile.of(run).write(folder, run.steps(), "plumb");
        assertThat(file.getFileName().toString()).matches("fragile-[0-9a-f]{10}\\.json");
        FailureFile read = FailureFile.read(file);
        assertThat(read).isEqualTo(FailureFile.of(run));
        assertThat(read.replay().violation()).contains(BREAKS);
        assertThat(read.replay().steps()).isEqualTo(run.steps());
    }

    @Test
    void it_is_shrunk_to_the_shortest_schedule() {
        Shrinker.Shrunk shrunk = new Shrinker((run, kind) -> Optional.empty(), 10_000).shrink(run("breaks", 100));

        assertThat(shrunk.size()).isEqualTo(Shrinker.Size.SHORTEST);
        assertThat(shrunk.run().violation()).contains(BREAKS);
        assertThat(shrunk.run().steps().stream()
                        .map(step -> step.move().getClass())
                        .toList())
                .as("one call; the message that breaks the shelf is no step")
                .isEqualTo(List.of(Move.Begin.class, Move.Invoke.class));
        assertThat(shrunk.run().scenario().calls().text())
                .as("of its calls the client makes the third only")
                .isEqualTo(", calls client:3");
        assertThat(FailureFile.of(shrunk.run()).replay().violation()).contains(BREAKS);
    }

    @Test
    void values_that_do_not_matter_become_the_same() {
        Shrinker.Shrunk shrunk =
                new Shrinker((run, kind) -> Optional.empty(), 10_000).shrink(run("breaks-under-two", 100));

        assertThat(shrunk.run().scenario().calls().text()).isEqualTo(", calls client:1+1");
        assertThat(shrunk.run().steps()).as("a beginning, two calls, a message").hasSize(4);
    }

    @Test
    void a_failure_that_depends_on_time_keeps_no_choice_that_it_does_not_need() {
        Run late = IntStream.range(0, 100)
                .mapToObj(seed -> new Driver(new Scenario("fragile", 1, "breaks-late", WorldOptions.TIMED), 100)
                        .run(new RandomChooser(seed)))
                .filter(run -> run.violation().isPresent())
                .filter(run -> run.steps().size() > 6)
                .findFirst()
                .orElseThrow();
        Shrinker.Shrunk shrunk = new Shrinker((run, kind) -> Optional.empty(), 10_000).shrink(late);

        assertThat(shrunk.size()).isEqualTo(Shrinker.Size.DULLER);
        assertThat(shrunk.run().violation()).contains(BREAKS);
        assertThat(shrunk.run().steps()).as("a beginning and a call").hasSize(2);
        assertThat(shrunk.run().choices())
                .filteredOn(choice -> choice > 0)
                .as("the shortest delay that is long enough")
                .hasSize(1);
    }

    @Test
    void the_file_of_a_small_failure_tells_which_calls_are_made() throws IOException {
        Run small = new Shrinker((run, kind) -> Optional.empty(), 10_000)
                .shrink(run("breaks", 100))
                .run();
        Path file = FailureFile.of(small).write(folder, small.steps(), "plumb");
        assertThat(Files.readString(file)).containsPattern("\"client\" : \\[ 2 ]");
        assertThat(FailureFile.read(file).replay().violation()).contains(BREAKS);

        Path other = Files.writeString(
                folder.resolve("other.json"),
                Files.readString(file).replaceAll("\"client\" : \\[ 2 ]", "\"client\" : [ 7 ]"));
        assertThatThrownBy(() -> FailureFile.read(other)).hasMessageContaining("client makes the calls [7], and has ");
    }

    @Test
    void a_search_that_is_too_small_does_not_claim_that_nothing_is_shorter() {
        assertThat(new Shrinker((run, kind) -> Optional.empty(), 2)
                        .shrink(run("breaks", 100))
                        .size())
                .isEqualTo(Shrinker.Size.MINIMAL);
    }
}
