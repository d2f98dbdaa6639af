package dev.plumb.report;

import dev.plumb.core.Outcome;
import dev.plumb.report.CallsResult.Reason;
import dev.plumb.report.CallsResult.SeenCall;
import java.util.List;

/** Calls in a page: those that contradict each other, and the picture. */
final class HtmlCalls {
    private final Markup out;
    private final CallsResult result;

    HtmlCalls(Markup out, CallsResult result) {
        this.out = out;
        this.result = result;
    }

    void write() {
        List<SeenCall> involved = result.involved();
        if (!involved.isEmpty()) {
            out.open("section", "class", "box list")
                    .leaf("h2", "What contradicts itself")
                    .line();
            table(involved);
            reasons();
            out.closeLine();
        }
        out.open("section", "class", "box").line();
        out.open("div", "class", "picture").line().raw(CallsDiagram.inline(result));
        out.closeLine();
        out.leaf("p", legend(), "class", "by").closeLine();
    }

    private void table(List<SeenCall> calls) {
        out.open("div", "class", "scroll")
                .open("table", "class", "steps")
                .open("tbody")
                .line();
        for (SeenCall call : calls) {
            boolean isStuck = call.part() == CallsResult.Part.STUCK;
            out.open("tr", "class", isStuck ? "forbidden" : "plain");
            out.leaf("td", (isStuck ? "✗ " : "") + call.client(), "class", "no");
            out.open("td").leaf("code", Printable.cut(call.text(), 300)).close();
            out.leaf("td", call.when(), "class", "no");
            out.leaf("td", call.source().map(Object::toString).orElse(""), "class", "quiet")
                    .closeLine();
        }
        out.close().close().closeLine();
    }

    private void reasons() {
        for (Reason reason : result.reasons()) {
            out.open("p").leaf("code", text(reason.before())).text(" comes before ");
            out.leaf("code", text(reason.after()))
                    .text(": " + reason.why() + ".")
                    .closeLine();
        }
    }

    private String text(int number) {
        return result.call(number)
                .map(call -> call.client() + " " + Printable.clip(call.text(), 80))
                .orElse("");
    }

    private String legend() {
        boolean hasOrder = result.calls().stream().anyMatch(call -> call.place().isPresent());
        String order = result.outcome() instanceof Outcome.Conforms
                ? " The numbers are an order in which the calls can have taken effect."
                : " The numbers are an order of the longest beginning that has one.";
        return "Time runs downwards, a row for each moment at which a call began or ended. A dashed bar was never answered."
                + (hasOrder ? order : "");
    }
}
