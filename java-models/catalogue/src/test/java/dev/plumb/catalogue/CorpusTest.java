package dev.plumb.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Outcome;
import dev.plumb.core.SpecLocator;
import dev.plumb.core.TraceCheck;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.TraceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recorded traces of the Java protocols in {@code traces/corpus}: which conform, and where the others diverge. */
class CorpusTest {
    private static final Path CORPUS = Project.ROOT.resolve("traces/corpus");

    private static TraceCheckResult check(String trace, String spec) {
        SpecLocator specs = new SpecLocator(List.of(Project.ROOT));
        Path file = CORPUS.resolve(trace + ".ndjson");
        return new TraceCheck(specs.forTraces(spec, Optional.empty()), TlcJar.find())
                .check(TraceReader.read(List.of(file), ReadOptions.DEFAULT).get(0), "the test");
    }

    @ParameterizedTest
    @CsvSource({
        "twophase/committed, TwoPhase",
        "twophase/committed-after-crashes, TwoPhase",
        "threephase/committed, ThreePhase",
        "threephase/committed-by-a-backup, ThreePhase",
        "twophase-recovery/committed-after-crashes, TwoPhaseRecovery",
        "twophase-recovery/presumed-abort, TwoPhaseRecovery",
        "paxos/decided, Paxos",
        "paxos/adopted-after-crashes, Paxos",
        "raft/one-leader, Raft",
        "raft/contradicting-logs, Raft",
        "abd/two-writers, AbdRegister",
        "abd/one-writer-after-crashes, AbdRegister",
        "quorum-store/handed-off-after-crashes, QuorumStore",
        "quorum-store/sloppy, QuorumStore"
    })
    void conforms(String trace, String spec) {
        assertThat(check(trace, spec).outcome()).isEqualTo(new Outcome.Conforms());
    }

    @ParameterizedTest
    @CsvSource({
        "twophase/hasty-commit, TwoPhase, TMCommit, tmPrepared = RM",
        "twophase/forgetful-promise, TwoPhase, RMChooseToAbort, 'rmState[rm] = \"working\"'",
        "twophase/fickle-decision, TwoPhase, TMAbort, 'tmState = \"init\"'",
        "twophase/revived-transaction, TwoPhase, RMPrepare, 'rmState[rm] = \"working\"'",
        "threephase/partition, ThreePhase, TMCommit, Hears",
        "threephase/hasty-commit, ThreePhase, TMCommit, Hears",
        "threephase/lone-backup, ThreePhase, BackupDecide, Hears",
        "threephase/timid-backup, ThreePhase, BackupDecide, rmState",
        "threephase/stubborn-member, ThreePhase, BackupDecide, Hears",
        "twophase-recovery/forgetful-promise, TwoPhaseRecovery, RMRecover, rmState",
        "twophase-recovery/fickle-commit, TwoPhaseRecovery, TMRecover, tmState",
        "twophase-recovery/premature-end, TwoPhaseRecovery, TMEnd, tmAcked = RM",
        "twophase-recovery/optimistic-answer, TwoPhaseRecovery, TMAnswer, msgs",
        "twophase-recovery/revived-work, TwoPhaseRecovery, RMRecover, rmState",
        "paxos/selfish-proposal, Paxos, Phase2a, 'ValueAllowed(Q, b, v)'",
        "paxos/forgetful-promise, Paxos, Phase2b, maxBal[a] <= b",
        "paxos/obliging-promise, Paxos, Phase1b, b > maxBal[a]",
        "paxos/mixed-votes, Paxos, Learn, \\E Q \\in Quorum",
        "raft/forgetful-vote, Raft, Restart, currentTerm",
        "raft/obliging-vote, Raft, GrantVote, IsUpToDate",
        "raft/blind-append, Raft, AppendEntries, index <= Len(mine)",
        "raft/hasty-commit, Raft, AdvanceCommitIndex, log[s][n].term = currentTerm[s]",
        "abd/hasty-read, AbdRegister, Return, 2 * Cardinality(R) > Cardinality(Replica)",
        "abd/lonely-writer, AbdRegister, WriteAtOnce, Writer = {c}",
        "abd/forgetful-replica, AbdRegister, Report, stored",
        "quorum-store/timestamped-siblings, QuorumStore, Store, stored",
        "quorum-store/stubborn-home, QuorumStore, Store, stored",
        "quorum-store/forgetful-home, QuorumStore, Report, stored",
        "quorum-store/dropped-hint, QuorumStore, DropHint, stored[hint.to]",
        "quorum-store/reused-clock, QuorumStore, BeginWrite, last"
    })
    void diverges(String trace, String spec, String action, String because) {
        TraceCheckResult result = check(trace, spec);
        assertThat(result.outcome()).isEqualTo(new Outcome.Diverges());
        assertThat(result.runs().get(0).divergence().orElseThrow().blocked()).anySatisfy(blocked -> {
            assertThat(blocked.event().action()).contains(action);
            assertThat(blocked.reasons().toString()).contains(because);
        });
    }

    @Test
    void leaves_no_trace_of_the_protocols_out() throws IOException {
        try (Stream<Path> files = Stream.of(
                        "twophase", "threephase", "twophase-recovery", "paxos", "raft", "abd", "quorum-store")
                .flatMap(CorpusTest::in)) {
            assertThat(files.filter(file -> file.toString().endsWith(".ndjson")))
                    .hasSize(14 + 30);
        }
    }

    private static Stream<Path> in(String folder) {
        try (Stream<Path> files = Files.list(CORPUS.resolve(folder))) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
