package dev.plumb.microraft;

import dev.plumb.refinement.Recorder;
import dev.plumb.traces.Observation;
import dev.plumb.traces.TlaValue;
import io.microraft.RaftEndpoint;
import io.microraft.RaftRole;
import io.microraft.model.log.LogEntry;
import io.microraft.model.message.RaftMessage;
import io.microraft.model.persistence.RaftTermPersistentState;
import io.microraft.report.RaftNodeReport;
import io.microraft.report.RaftNodeReport.RaftNodeReportReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says what a member of the group does, in the calls that it makes of its store, its transport and its state machine. */
final class RecordedNode {
    private final String name;
    private final Recorder recorder;

    RecordedNode(String name, Recorder recorder) {
        this.name = name;
        this.recorder = recorder;
    }

    Recorder recorder() {
        return recorder;
    }

    void termPersisted(RaftTermPersistentState written) {
        String votedFor = Telling.name(written.getVotedFor());
        recorder.step("TermPersisted")
                .arg("term", written.getTerm())
                .arg("votedFor", votedFor)
                .state("term", name, written.getTerm())
                .state("votedFor", name, votedFor)
                .done();
    }

    void logPersisted(List<LogEntry> entries) {
        List<TlaValue> values = entries.stream().map(Telling::entry).toList();
        recorder.step("LogPersisted")
                .arg("entries", TlaValue.tuple(values))
                .state("log", ofMe(appended(values)))
                .done();
    }

    void logTruncated(long from) {
        recorder.step("LogTruncated")
                .arg("from", Telling.index(from))
                .state("log", ofMe(length(from - 1)))
                .done();
    }

    void sent(RaftEndpoint to, RaftMessage message) {
        recorder.step(Telling.event(message))
                .arg("message", Telling.message(message, to))
                .done();
    }

    void applied(long index) {
        recorder.step("Applied")
                .arg("index", Telling.index(index))
                .state("applied", name, Telling.index(index))
                .done();
    }

    void reported(RaftNodeReport report) {
        if (report.getReason() == RaftNodeReportReason.ROLE_CHANGE) {
            recorder.step("RoleReported")
                    .state("term", name, report.getTerm().getTerm())
                    .state("leads", name, report.getRole() == RaftRole.LEADER)
                    .done();
        }
    }

    void restarted() {
        recorder.step("Restarted").state("applied", name, 0).done();
    }

    private Observation ofMe(Observation seen) {
        return new Observation.Part(new TreeMap<>(Map.of(name, seen)));
    }

    private static Observation appended(List<TlaValue> values) {
        return new Observation.Content(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(values),
                Optional.empty());
    }

    private static Observation length(long length) {
        return new Observation.Content(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Math.toIntExact(length)));
    }
}
