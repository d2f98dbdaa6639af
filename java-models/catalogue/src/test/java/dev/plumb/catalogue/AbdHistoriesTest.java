package dev.plumb.catalogue;

import static dev.plumb.histories.HistoryAssert.assertThat;
import static dev.plumb.histories.objects.KnownObjects.register;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.histories.Call;
import dev.plumb.histories.History;
import dev.plumb.simulation.clients.RunHistory;
import dev.plumb.simulation.drive.Driver;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.RandomChooser;
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.traces.TlaValue;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    private static Stream<History> histories(Scenario scenario, int runs) {
        Driver driver = new Driver(scenario, STEPS_MAX);
        return LongStream.rangeClosed(1, runs).mapToObj(seed -> history(driver.run(new RandomChooser(seed))));
    }

    private static History history(Run run) {
        return RunHistory.of(run, run.scenario().deployment().service().orElseThrow(), "a run");
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

        assertThat(history(run).calls()).hasSize(8).allMatch(Call::hasReturned);
    }
}
