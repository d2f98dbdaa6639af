package dev.plumb.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Divergence;
import dev.plumb.core.Outcome;
import dev.plumb.core.SpecLocator;
import dev.plumb.core.TraceCheck;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.WhyNot;
import dev.plumb.protocols.commit.twophase.Bug;
import dev.plumb.protocols.commit.twophase.TwoPhaseCluster;
import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Java two-phase commit really does, in JVMs of its own, held against its specification. */
class TwoPhaseOnSocketsTest {
    @TempDir
    Path folder;

    @Test
    void is_a_behaviour_of_the_specification() throws IOException, InterruptedException {
        TraceCheckResult result = runAndValidate(Bug.NONE);
        assertThat(result.outcome()).isEqualTo(new Outcome.Conforms());
        assertThat(result.warnings()).isEmpty();
        assertThat(result.runs()).hasSize(6).allSatisfy(run -> assertThat(run.matched())
                .isEqualTo(run.events())
                .isPositive());
    }

    @Test
    void diverges_where_the_coordinator_commits_too_early() throws IOException, InterruptedException {
        TraceCheckResult result = runAndValidate(Bug.HASTY_COMMIT);
        assertThat(result.outcome()).isEqualTo(new Outcome.Diverges());
        Divergence divergence = result.runs().stream()
                .flatMap(run -> run.divergence().stream())
                .findFirst()
                .orElseThrow();
        assertThat(divergence.blocked().get(0).event().action()).contains("TMCommit");
        assertThat(divergence.blocked().get(0).event().at())
                .hasValueSatisfying(at -> assertThat(at).startsWith("Coordinator.java:"));
        assertThat(divergence.blocked().get(0).reasons())
                .singleElement()
                .isInstanceOfSatisfying(WhyNot.FalseConjunct.class, conjunct -> {
                    assertThat(conjunct.text()).isEqualTo("tmPrepared = RM");
                    assertThat(conjunct.place().module()).isEqualTo("TwoPhase");
                });
    }

    private TraceCheckResult runAndValidate(Bug bug) throws IOException, InterruptedException {
        List<Path> files = TwoPhaseCluster.run(folder, bug, 6);
        SpecLocator specs = new SpecLocator(List.of(Project.ROOT));
        TraceCheck check = new TraceCheck(specs.forTraces("TwoPhase", Optional.empty()), TlcJar.find());
        return check.check(TraceReader.read(files, ReadOptions.DEFAULT).get(0), "");
    }
}
