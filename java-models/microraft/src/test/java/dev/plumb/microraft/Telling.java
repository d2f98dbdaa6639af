package dev.plumb.microraft;

import dev.plumb.traces.TlaValue;
import io.microraft.RaftEndpoint;
import io.microraft.model.log.LogEntry;
import io.microraft.model.message.AppendEntriesFailureResponse;
import io.microraft.model.message.AppendEntriesRequest;
import io.microraft.model.message.AppendEntriesSuccessResponse;
import io.microraft.model.message.RaftMessage;
import io.microraft.model.message.VoteRequest;
import io.microraft.model.message.VoteResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** MicroRaft's messages and entries as values of the specification. */
final class Telling {
    /** The model value for whom one votes for who has not voted. */
    private static final String NOBODY = "nobody";

    private Telling() {}

    static String name(RaftEndpoint endpoint) {
        return endpoint == null ? NOBODY : endpoint.getId().toString();
    }

    static TlaValue entries(List<LogEntry> entries) {
        return TlaValue.tuple(entries.stream().map(Telling::entry).toList());
    }

    static TlaValue entry(LogEntry entry) {
        return TlaValue.record(Map.of(
                "term", TlaValue.of(entry.getTerm()),
                "value", TlaValue.of(entry.getOperation().toString())));
    }

    /** The name of the event of a message that is sent. */
    static String event(RaftMessage message) {
        if (message instanceof VoteRequest) {
            return "VoteRequestSent";
        } else if (message instanceof VoteResponse) {
            return "VoteSent";
        } else if (message instanceof AppendEntriesRequest) {
            return "AppendSent";
        } else if (message instanceof AppendEntriesSuccessResponse) {
            return "AppendedSent";
        } else if (message instanceof AppendEntriesFailureResponse) {
            return "RefusedSent";
        }
        return "OtherSent";
    }

    static TlaValue message(RaftMessage message, RaftEndpoint to) {
        Map<String, TlaValue> fields = new TreeMap<>();
        fields.put("type", TlaValue.of(event(message).replaceFirst("Sent$", "")));
        fields.put("from", TlaValue.of(name(message.getSender())));
        fields.put("to", TlaValue.of(name(to)));
        fields.put("term", TlaValue.of(message.getTerm()));
        if (message instanceof VoteRequest asked) {
            fields.put("lastTerm", TlaValue.of(asked.getLastLogTerm()));
            fields.put("lastIndex", index(asked.getLastLogIndex()));
        } else if (message instanceof VoteResponse answer) {
            fields.put("granted", TlaValue.of(answer.isGranted()));
        } else if (message instanceof AppendEntriesRequest append) {
            fields.put("prevIndex", index(append.getPreviousLogIndex()));
            fields.put("prevTerm", TlaValue.of(append.getPreviousLogTerm()));
            fields.put("entries", entries(append.getLogEntries()));
            fields.put("committed", index(append.getCommitIndex()));
        } else if (message instanceof AppendEntriesSuccessResponse appended) {
            fields.put("lastIndex", index(appended.getLastLogIndex()));
        }
        return TlaValue.record(fields);
    }

    static TlaValue index(long index) {
        return TlaValue.of(Math.toIntExact(index));
    }
}
