package dev.plumb.histories;

import static dev.plumb.histories.HistoryFormat.ARGUMENTS;
import static dev.plumb.histories.HistoryFormat.CLIENT;
import static dev.plumb.histories.HistoryFormat.END;
import static dev.plumb.histories.HistoryFormat.FAILED;
import static dev.plumb.histories.HistoryFormat.HISTORY;
import static dev.plumb.histories.HistoryFormat.INIT;
import static dev.plumb.histories.HistoryFormat.KEY;
import static dev.plumb.histories.HistoryFormat.OPERATION;
import static dev.plumb.histories.HistoryFormat.ORDER;
import static dev.plumb.histories.HistoryFormat.RESULT;
import static dev.plumb.histories.HistoryFormat.SPEC;
import static dev.plumb.histories.HistoryFormat.START;

import dev.plumb.traces.Fields;
import dev.plumb.traces.NdjsonFile;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a history from a file. */
public final class HistoryReader {
    private final boolean isOrderedByLines;
    private final List<Call> calls = new ArrayList<>();

    /** Where in {@link #calls} the last call of a client stands. */
    private final Map<String, Integer> lastOf = new HashMap<>();

    private HistoryReader(boolean isOrderedByLines) {
        this.isOrderedByLines = isOrderedByLines;
    }

    /**
     * The history in a file, zipped or not. A last line that was not written to the end is left out with a warning.
     *
     * @throws dev.plumb.traces.Problem if it is not the file of a history, or holds no calls
     */
    public static History read(Path path) {
        NdjsonFile file = NdjsonFile.read(path);
        if (file.lines().isEmpty() || !file.lines().get(0).has(HISTORY)) {
            throw HistoryProblems.fileHasNoHeader(new Source(path.toString(), 1));
        }
        Fields header = file.lines().get(0).checkVersion().onlyKnown(HistoryFormat.HEADER_KEYS);
        String name = header.text(HISTORY).orElseThrow();
        HistoryReader reader = new HistoryReader(header.has(ORDER, "file"));
        file.lines().stream().skip(1).forEach(reader::line);
        if (reader.calls.isEmpty()) {
            throw HistoryProblems.historyHoldsNoCalls(name);
        }
        return new History(
                name, header.text(SPEC), header.value(INIT), History.numbered(reader.calls), file.warnings());
    }

    private void line(Fields line) {
        line.onlyKnown(HistoryFormat.LINE_KEYS);
        String client = line.text(CLIENT).orElseThrow(() -> HistoryProblems.keyIsMissing(line.source(), CLIENT));
        if (HistoryFormat.isCall(line)) {
            begin(line, client);
        } else {
            answer(line, client);
        }
    }

    private void begin(Fields line, String client) {
        long start = time(line, START);
        int last = lastOf.getOrDefault(client, -1);
        if (last >= 0 && !calls.get(last).isUnanswered() && calls.get(last).end() > start) {
            throw HistoryProblems.callsOfClientOverlap(line.source(), client, calls.get(last));
        }
        boolean isWhole = line.has(END) || line.has(RESULT) || line.has(FAILED);
        Call call = new Call(
                0,
                client,
                line.value(KEY),
                line.text(OPERATION).orElseThrow(),
                line.values(ARGUMENTS),
                start,
                new Answer.None(),
                Optional.of(line.source()));
        lastOf.put(client, calls.size());
        calls.add(isWhole ? call.with(answerOf(line, call)) : call);
    }

    private void answer(Fields line, String client) {
        for (String key : List.of(KEY, ARGUMENTS, START)) {
            if (line.has(key)) {
                throw HistoryProblems.keyIsMissing(line.source(), OPERATION);
            }
        }
        int last = lastOf.getOrDefault(client, -1);
        if (last < 0 || !calls.get(last).isUnanswered()) {
            throw HistoryProblems.answerHasNoCall(line.source(), client);
        }
        calls.set(last, calls.get(last).with(answerOf(line, calls.get(last))));
    }

    private Answer answerOf(Fields line, Call call) {
        long end = time(line, END);
        if (end < call.start()) {
            throw HistoryProblems.callEndsBeforeItStarts(line.source(), call.start(), end);
        }
        boolean isFailed = line.value(FAILED).filter(TlaValue.of(true)::equals).isPresent();
        if (line.has(FAILED) && (!isFailed || line.has(RESULT))) {
            throw HistoryProblems.failureIsNotClear(line.source());
        }
        return isFailed ? new Answer.Failed(end) : new Answer.Returned(end, line.value(RESULT));
    }

    private long time(Fields line, String key) {
        Optional<Long> time = line.count(key);
        if (isOrderedByLines == time.isPresent()) {
            throw isOrderedByLines
                    ? HistoryProblems.timeIsNotWanted(line.source(), key)
                    : HistoryProblems.keyIsMissing(line.source(), key);
        }
        return time.orElse((long) line.source().line());
    }
}
