package dev.plumb.catalogue;

import static dev.plumb.histories.HistoryAssert.assertThat;
import static dev.plumb.histories.objects.KnownObjects.register;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.histories.Call;
import dev.plumb.histories.History;
import dev.plumb.histories.HistoryReader;
import dev.plumb.histories.HistoryRecorder;
import dev.plumb.protocols.quorum.abd.Messages.Busy;
import dev.plumb.protocols.quorum.abd.Messages.Done;
import dev.plumb.protocols.quorum.abd.Messages.Write;
import dev.plumb.simulation.Effect;
import dev.plumb.simulation.Input;
import dev.plumb.simulation.drive.Driver;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.Happened;
import dev.plumb.simulation.world.RandomChooser;
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.traces.TlaValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users of the replicated register see is linearizable, and with a bug is not. */
class AbdHistoriesTest {
    private static final TlaValue NEVER_WRITTEN = TlaValue.of("nothing");
    private static final int STEPS_MAX = 10_000;

    private static final WorldOptions ROUGH = WorldOptions.TIMED
            .with(Fault.CRASH, 2)
            .with(Fault.LOSS, 2)
            .with(Fault.DUPLICATE, 1)
            .with(Fault.PARTITION, 1);

    @TempDir
    private Path folder;

    private Stream<History> histories(Scenario scenario, int runs) {
        Driver driver = new Driver(scenario, STEPS_MAX);
        return LongStream.rangeClosed(1, runs)
                .mapToObj(seed -> history(driver.run(new RandomChooser(seed)), "run-" + seed));
    }

    private History history(Run run, String name) {
        Path file = folder.resolve(name + ".ndjson");
        try {
            Seen.write(run, file, name);
            return HistoryReader.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abd", "abd-one-writer"})
    void what_users_see_is_linearizable(String protocol) {
        histories(new Scenario(protocol, 3, "none", ROUGH), 200)
                .forEach(history -> assertThat(history).isLinearizable(register(NEVER_WRITTEN)));
    }

    @ParameterizedTest
    @CsvSource({"abd, lonely-writer", "abd-one-writer, forgetful-replica"})
    void with_a_bug_what_some_users_see_is_not(String protocol, String bug) {
        assertThat(histories(new Scenario(protocol, 3, bug, ROUGH), 3_000)
                        .filter(history -> !isLinearizable(history))
                        .findFirst())
                .isPresent();
    }

    private static boolean isLinearizable(History history) {
        try {
            assertThat(history).isLinearizable(register(NEVER_WRITTEN));
            return true;
        } catch (AssertionError contradiction) {
            return false;
        }
    }

    @Test
    void a_history_has_all_calls_of_all_users() {
        Run run = new Driver(new Scenario("abd", 3, "none", WorldOptions.TIMED), STEPS_MAX).run(new RandomChooser(1));

        assertThat(history(run, "all").calls()).hasSize(8).allMatch(Call::hasReturned);
    }

    /** Writes down what users saw of a run; time is counted in its steps. */
    private static final class Seen {
        private final SortedMap<String, HistoryRecorder.Begun> open = new TreeMap<>();
        private final HistoryRecorder recorder;
        private long now;

        private Seen(Path file, String name) throws IOException {
            recorder = HistoryRecorder.open(file, name, "register", () -> now);
        }

        static void write(Run run, Path file, String name) throws IOException {
            Seen seen = new Seen(file, name);
            for (Happened step : run.steps()) {
                seen.now++;
                step.acts().forEach(seen::add);
            }
            seen.recorder.close();
        }

        private void add(Happened.Act act) {
            if (act.input() instanceof Input.Call call) {
                HistoryRecorder.Client client = recorder.client(call.client());
                boolean isWrite = call.operation() instanceof Write;
                open.put(
                        call.client(),
                        isWrite
                                ? client.call("write", TlaValue.of(((Write) call.operation()).val()))
                                : client.call("read"));
            }
            for (Effect effect : act.effects()) {
                if (effect instanceof Effect.Reply reply) {
                    answer(reply);
                }
            }
        }

        private void answer(Effect.Reply reply) {
            HistoryRecorder.Begun call = open.remove(reply.client());
            if (call != null && reply.answer() instanceof Busy) {
                call.failed();
            } else if (call != null) {
                call.returned(TlaValue.of(((Done) reply.answer()).val()));
            }
        }
    }
}
