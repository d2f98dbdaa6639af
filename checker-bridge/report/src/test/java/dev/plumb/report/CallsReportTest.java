package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Outcome;
import dev.plumb.report.CallsResult.Part;
import dev.plumb.report.CallsResult.Reason;
import dev.plumb.report.CallsResult.SeenCall;
import dev.plumb.traces.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CallsReportTest {
    private static final List<SeenCall> CALLS = List.of(
            call(1, "c1", "write(1)", 1, 6, Part.OTHER, 1),
            call(2, "c2", "write(2)", 2, 4, Part.INVOLVED, 2),
            call(3, "c3", "write(3) ?", 3, Long.MAX_VALUE, Part.OTHER, 0),
            call(4, "c3", "write(9) failed", 5, 6, Part.FAILED, 0),
            call(5, "c2", "read() = 1", 7, 9, Part.STUCK, 0));

    private static SeenCall call(int number, String client, String text, long start, long end, Part part, int place) {
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

    private static CallsResult result(List<SeenCall> calls) {
        return new CallsResult(
                "run",
                new Outcome.Diverges(),
                "History run does not fit the model linearizable.",
                Map.of("Model", "linearizable"),
                List.of("5 calls"),
                Map.of("realTimeEdges", 3),
                calls,
                List.of(new Reason(2, 5, "it had ended")),
                List.of("A warning."),
                "plumb history run.ndjson",
                Duration.ofMillis(100));
    }

    @Test
    void a_contradiction_in_every_form() {
        CallsResult result = result(CALLS);
        Golden.matches("calls.txt", TextReport.plain().of(result));
        Golden.page("calls.html", HtmlReport.of(result));
        Golden.matches("calls.svg", CallsDiagram.svg(result));
        Golden.matches("calls.json", JsonReport.of(result));
    }

    @Test
    void what_clients_wrote_becomes_no_markup() {
        String hostile = "write(\"<script>\u001b[31m\")";
        CallsResult result = result(List.of(call(1, "<b>", hostile, 1, 2, Part.STUCK, 1)));
        assertThat(HtmlReport.of(result)).doesNotContain("<script>\u001b").doesNotContain("<b>");
        assertThat(TextReport.plain().of(result)).doesNotContain("\u001b");
    }

    @Test
    void of_many_calls_those_around_the_contradiction_are_drawn() {
        List<SeenCall> many = new ArrayList<>();
        for (int i = 1; i <= 1000; i++) {
            many.add(call(i, "c1", "write(" + i + ")", 2 * i, 2 * i + 1, i == 700 ? Part.STUCK : Part.OTHER, 0));
        }
        assertThat(CallsDiagram.svg(result(many)))
                .contains("800 other calls not drawn", ">✗ write(700)<", ">write(650)<")
                .doesNotContain(">write(300)<");
    }

    @Test
    void clients_stand_in_the_order_in_which_people_count() {
        CallsResult result = result(List.of(
                call(1, "c10", "write(1)", 1, Long.MAX_VALUE, Part.OTHER, 0),
                call(2, "c2", "write(2)", 2, 3, Part.OTHER, 0),
                call(3, "c10", "write(3)", 4, 5, Part.OTHER, 0)));
        assertThat(new CallsLayout(result).lanes()).containsExactly("c2", "c10", "c10 (given up)");
    }
}
