package dev.plumb.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Outcome;
import dev.plumb.simulation.drive.Driver;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.sockets.SocketReplay;
import dev.plumb.simulation.world.Chooser;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.RandomChooser;
import dev.plumb.simulation.world.WorldOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Real processes do the same as simulated ones, whatever goes wrong. */
@Timeout(300)
class SocketReplayTest {
    private static final WorldOptions ROUGH = WorldOptions.TIMED
            .with(Fault.CRASH, 2)
            .with(Fault.LOST_WRITE, 1)
            .with(Fault.IO_ERROR, 1)
            .with(Fault.FULL_DISK, 1)
            .with(Fault.LOSS, 1)
            .with(Fault.DUPLICATE, 1)
            .with(Fault.PARTITION, 1)
            .with(Fault.PAUSE, 1)
            .with(Fault.SLOW, 1)
            .with(Fault.SKEW, 1)
            .with(Fault.DRIFT, 1);

    @RegisterExtension
    static final RunCheck CHECK = new RunCheck("TwoPhase");

    @TempDir
    Path folder;

    @Test
    void each_node_does_what_it_did_in_the_simulation_whatever_the_fault() throws Exception {
        Scenario rough = new Scenario("twophase", 2, "none", ROUGH);
        SortedSet<Fault> missing = new TreeSet<>(ROUGH.faults().keySet());
        for (Run run : RunCheck.runs(rough, 200).toList()) {
            SortedSet<Fault> happened =
                    run.faults().stream().map(Move.Faulty::fault).collect(Collectors.toCollection(TreeSet::new));
            if (missing.removeAll(happened)) {
                doesTheSameOnSockets(run);
            }
        }
        assertThat(missing).isEmpty();
    }

    private void doesTheSameOnSockets(Run run) throws Exception {
        SocketReplay.Outcome outcome = SocketReplay.of(run, Files.createTempDirectory(folder, "rough"), "rough");

        assertThat(outcome.difference()).isEmpty();
        assertThat(outcome.injected()).hasSameSizeAs(run.faults());
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    @Test
    void a_killed_process_finds_on_disk_what_it_had_synced_and_what_all_recorded_conforms() throws Exception {
        WorldOptions crashing = WorldOptions.UNTIMED.with(Fault.CRASH, 2);
        Driver driver = new Driver(new Scenario("twophase", 2, "none", crashing), 1_000);
        Run run = LongStream.range(0, 1_000)
                .mapToObj(seed -> driver.run(new RandomChooser(seed)))
                .filter(each -> each.faults().size() == 2)
                .findFirst()
                .orElseThrow();

        SocketReplay.Outcome outcome = SocketReplay.of(run, folder, "crashing");

        assertThat(outcome.difference()).isEmpty();
        assertThat(outcome.injected()).hasSize(2).allMatch(line -> line.endsWith("its process was killed"));
        assertThat(outcome.traces()).as("a file for each start").hasSize(3 + 2);
        assertThat(Files.readString(folder.resolve("tm.json"))).contains("Coordinator$Decisions");
        assertThat(CHECK.check(outcome.traces()).outcome()).isEqualTo(new Outcome.Conforms());
    }

    /** What half a write looks like is on disk when the process is killed, and is what the next one reads. */
    @Test
    void a_write_that_is_torn_is_on_disk_as_the_simulation_has_it() throws Exception {
        WorldOptions tearing = WorldOptions.UNTIMED.with(Fault.TORN_WRITE, 1);
        Driver driver = new Driver(new Scenario("twophase", 2, "none", tearing), 1_000);
        Run run = LongStream.range(0, 1_000)
                .mapToObj(seed -> driver.run(new RandomChooser(seed)))
                .filter(each -> each.faults().size() == 1)
                .findFirst()
                .orElseThrow();

        SocketReplay.Outcome outcome = SocketReplay.of(run, folder, "torn");

        assertThat(outcome.difference()).isEmpty();
        assertThat(outcome.injected()).singleElement().asString().contains("crashes while it writes");
        assertThat(outcome.traces()).as("a file for each start").hasSize(3 + 1);
    }

    @Test
    void a_node_that_does_something_else_is_named() throws Exception {
        Scenario sound = new Scenario("twophase", 2, "none", WorldOptions.UNTIMED);
        Run run = new Driver(sound, 1_000).run(Chooser.DULL);
        Scenario other = new Scenario("twophase", 2, "forgetful-promise", WorldOptions.UNTIMED);
        Run ofOthers = new Run(other, run.choices(), run.steps(), run.end(), run.violation(), true);

        assertThat(SocketReplay.of(ofOthers, folder, "other").difference())
                .hasValueSatisfying(difference -> assertThat(difference)
                        .startsWith("step 1: r1 gets Prepare[tx=tx-1] from tm\nsimulated: [Sync[write=Promise")
                        .contains("on sockets: [Sync[write=Promise[tx=tx-1]], Send[to=tm"));
    }
}
