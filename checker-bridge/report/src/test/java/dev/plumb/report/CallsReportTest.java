package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.report.CallsResult.Part;
import dev.plumb.report.CallsResult.SeenCall;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallsReportTest {
    @Test
    void a_contradiction_in_every_form() {
        CallsResult result = Histories.contradiction();
        Golden.matches("calls.txt", TextReport.plain().of(result));
        Golden.page("calls.html", HtmlReport.of(result));
        Golden.matches("calls.svg", CallsDiagram.svg(result));
        Golden.matches("calls.json", JsonReport.of(result));
    }

    @Test
    void what_clients_wrote_becomes_no_markup() {
        String hostile = "write(\"<script>\u001b[31m\")";
        CallsResult result = Histories.diverging(List.of(Histories.call(1, "<b>", hostile, 1, 2, Part.STUCK, 1)));
        assertThat(HtmlReport.of(result)).doesNotContain("<script>\u001b").doesNotContain("<b>");
        assertThat(TextReport.plain().of(result)).doesNotContain("\u001b");
    }

    @Test
    void of_many_calls_those_around_the_contradiction_are_drawn() {
        List<SeenCall> many = new ArrayList<>();
        for (int i = 1; i <= 1000; i++) {
            many.add(Histories.call(
                    i, "c1", "write(" + i + ")", 2 * i, 2 * i + 1, i == 700 ? Part.STUCK : Part.OTHER, 0));
        }
        assertThat(CallsDiagram.svg(Histories.diverging(many)))
                .contains("800 other calls not drawn", ">✗ write(700)<", ">write(650)<")
                .doesNotContain(">write(300)<");
    }

    @Test
    void clients_stand_in_the_order_in_which_people_count() {
        CallsResult result = Histories.diverging(List.of(
                Histories.call(1, "c10", "write(1)", 1, SeenCall.NO_ANSWER, Part.OTHER, 0),
                Histories.call(2, "c2", "write(2)", 2, 3, Part.OTHER, 0),
                Histories.call(3, "c10", "write(3)", 4, 5, Part.OTHER, 0)));
        assertThat(new CallsLayout(result).lanes()).containsExactly("c2", "c10", "c10 (given up)");
    }
}
