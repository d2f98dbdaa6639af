package dev.plumb.microraft;

import io.microraft.model.log.LogEntry;
import io.microraft.model.log.RaftGroupMembersView;
import io.microraft.model.log.SnapshotChunk;
import io.microraft.model.persistence.RaftEndpointPersistentState;
import io.microraft.model.persistence.RaftTermPersistentState;
import io.microraft.persistence.RaftStore;
import io.microraft.persistence.RestoredRaftState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a member finds again after a crash. What it writes is recorded. */
final class Disk implements RaftStore {
    private final RecordedNode recorded;
    private final List<LogEntry> log = new ArrayList<>();
    private RaftEndpointPersistentState endpoint;
    private RaftGroupMembersView members;
    private RaftTermPersistentState term;

    Disk(RecordedNode recorded) {
        this.recorded = recorded;
    }

    /** Empty if it crashed before it had written a term. */
    Optional<RestoredRaftState> restored() {
        return Optional.ofNullable(term)
                .map(written -> new RestoredRaftState(endpoint, members, written, null, List.copyOf(log)));
    }

    @Override
    public void persistAndFlushLocalEndpoint(RaftEndpointPersistentState written) {
        endpoint = written;
    }

    @Override
    public void persistAndFlushInitialGroupMembers(RaftGroupMembersView written) {
        members = written;
    }

    @Override
    public void persistAndFlushTerm(RaftTermPersistentState written) {
        term = written;
        recorded.termPersisted(written);
    }

    @Override
    public void persistLogEntries(List<LogEntry> entries) {
        log.addAll(entries);
        recorded.logPersisted(entries);
    }

    @Override
    public void truncateLogEntriesFrom(long index) {
        log.removeIf(entry -> entry.getIndex() >= index);
        recorded.logTruncated(index);
    }

    @Override
    public void flush() {}

    @Override
    public void persistSnapshotChunk(SnapshotChunk chunk) {
        throw new UnsupportedOperationException("the specification has no snapshots");
    }

    @Override
    public void truncateLogEntriesUntil(long index) {
        throw new UnsupportedOperationException("the specification has no snapshots");
    }

    @Override
    public void deleteSnapshotChunks(long index, int count) {
        throw new UnsupportedOperationException("the specification has no snapshots");
    }
}
