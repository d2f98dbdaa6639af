package dev.plumb.histories;

import dev.plumb.traces.NdjsonWriter;
import dev.plumb.traces.NdjsonWriter.Keys;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.TraceWriter.Flush;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes a history: a line when a call begins and another when its answer comes, or one for both. */
public final class HistoryWriter implements Closeable {
    private final NdjsonWriter lines;

    private HistoryWriter(NdjsonWriter lines) {
        this.lines = lines;
    }

    /** A writer to {@code file}, of which what it held before is lost; each line goes to the operating system at once. */
    public static HistoryWriter open(Path file, String name, Optional<String> spec, Optional<TlaValue> init)
            throws IOException {
        return open(file, name, spec, init, Flush.EACH_EVENT);
    }

    private static HistoryWriter open(
            Path file, String name, Optional<String> spec, Optional<TlaValue> init, Flush flush) throws IOException {
        NdjsonWriter lines = NdjsonWriter.open(file, flush);
        lines.line(line -> {
            line.version().text(HistoryFormat.HISTORY, name);
            if (spec.isPresent()) {
                line.text(HistoryFormat.SPEC, spec.get());
            }
            if (init.isPresent()) {
                line.value(HistoryFormat.INIT, init.get());
            }
        });
        return new HistoryWriter(lines);
    }

    /** Writes a whole history, a line a call. */
    public static void write(Path file, History history) throws IOException {
        try (HistoryWriter writer = open(file, history.name(), history.spec(), history.init(), Flush.ON_DEMAND)) {
            for (Call call : history.calls()) {
                writer.whole(call);
            }
        }
    }

    /** Writes that a client calls, before it does. */
    public void begin(String client, Optional<TlaValue> key, String operation, List<TlaValue> arguments, long start)
            throws IOException {
        lines.line(line -> beginning(line, client, key, operation, arguments, start));
    }

    /** Writes what the client heard of its last call. */
    public void end(String client, Answer answer) throws IOException {
        lines.line(line -> ending(line.text(HistoryFormat.CLIENT, client), answer));
    }

    private void whole(Call call) throws IOException {
        lines.line(line -> {
            beginning(line, call.client(), call.key(), call.operation(), call.arguments(), call.start());
            if (!call.isUnanswered()) {
                ending(line, call.answer());
            }
        });
    }

    private static void beginning(
            Keys line, String client, Optional<TlaValue> key, String operation, List<TlaValue> arguments, long start)
            throws IOException {
        line.text(HistoryFormat.CLIENT, client).text(HistoryFormat.OPERATION, operation);
        if (key.isPresent()) {
            line.value(HistoryFormat.KEY, key.get());
        }
        if (!arguments.isEmpty()) {
            line.values(HistoryFormat.ARGUMENTS, arguments);
        }
        line.count(HistoryFormat.START, start);
    }

    private static void ending(Keys line, Answer answer) throws IOException {
        line.count(HistoryFormat.END, answer.end());
        if (answer instanceof Answer.Failed) {
            line.value(HistoryFormat.FAILED, TlaValue.of(true));
        } else if (answer instanceof Answer.Returned returned
                && returned.result().isPresent()) {
            line.value(HistoryFormat.RESULT, returned.result().get());
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
