package dev.plumb.report;

import dev.plumb.report.CallsResult.Part;
import dev.plumb.report.CallsResult.Reason;
import dev.plumb.report.CallsResult.SeenCall;
import dev.plumb.report.Lines.Style;

/** The calls that contradict each other, a line each, and what must come before what. */
final class CallsText {
    private final Lines lines;
    private final CallsResult result;

    CallsText(Lines lines, CallsResult result) {
        this.lines = lines;
        this.result = result;
    }

    void write() {
        result.involved().forEach(this::call);
        result.reasons().forEach(this::reason);
    }

    private void call(SeenCall call) {
        boolean isStuck = call.part() == Part.STUCK;
        String head = (isStuck ? "  ✗ " : "    ") + Lines.pad(call.client(), 8) + " " + Printable.clip(call.text(), 60)
                + "  " + call.when();
        String painted = isStuck ? lines.paint(Style.BAD, head) : Printable.clean(head);
        lines.spread(head, call.source().map(Object::toString).orElse(""), painted);
    }

    private void reason(Reason reason) {
        lines.hanging("    ", text(reason.before()) + " comes before " + text(reason.after()) + ": " + reason.why());
    }

    private String text(int number) {
        return result.call(number)
                .map(call -> call.client() + " " + Printable.clip(call.text(), 40))
                .orElse("");
    }
}
