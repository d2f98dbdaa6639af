package dev.plumb.report;

import dev.plumb.core.Outcome;
import dev.plumb.report.CallsResult.Part;
import dev.plumb.report.CallsResult.Reason;
import dev.plumb.report.CallsResult.SeenCall;
import dev.plumb.traces.Source;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What clients saw of a register. */
final class Histories {
    private Histories() {}

    /** A read of what had been overwritten; a call without an answer, and one that failed, have no part in it. */
    static CallsResult contradiction() {
        return diverging(List.of(
                call(1, "c1", "write(1)", 1, 6, Part.OTHER, 1),
                call(2, "c2", "write(2)", 2, 4, Part.INVOLVED, 2),
                call(3, "c3", "write(3) ?", 3, SeenCall.NO_ANSWER, Part.OTHER, 0),
                call(4, "c3", "write(9) failed", 5, 6, Part.FAILED, 0),
                call(5, "c2", "read() = 1", 7, 9, Part.STUCK, 0)));
    }

    static CallsResult diverging(List<SeenCall> calls) {
        return result(
                new Outcome.Diverges(),
                "History run does not fit the model linearizable.",
                calls,
                List.of(new Reason(2, 5, "it had ended")));
    }

    /** Two objects, of which each has an order of its own; one call is from no file. */
    static CallsResult allowed() {
        SeenCall written = call(1, "c1", "x: write(1)", 1, 3, Part.OTHER, 1);
        SeenCall read =
                new SeenCall(2, "c2", "y: read() = 0", -4, 2, Part.OTHER, OptionalInt.of(1), "\"y\"", Optional.empty());
        return result(
                new Outcome.Conforms(), "History run fits the model linearizable.", List.of(written, read), List.of());
    }

    static SeenCall call(int number, String client, String text, long start, long end, Part part, int place) {
        return new SeenCall(
                number,
                client,
                text,
                start,
                end,
                part,
                place == 0 ? OptionalInt.empty() : OptionalInt.of(place),
                "",
                Optional.of(new Source("run.ndjson", number + 1)));
    }

    private static CallsResult result(Outcome outcome, String sentence, List<SeenCall> calls, List<Reason> reasons) {
        return new CallsResult(
                "run",
                outcome,
                sentence,
                Map.of("Model", "linearizable"),
                List.of(Words.count(calls.size(), "call")),
                Map.of("realTimeEdges", 3),
                calls,
                reasons,
                List.of("A warning."),
                "plumb history run.ndjson",
                Duration.ofMillis(100));
    }
}
