package dev.plumb.report;

import dev.plumb.report.CallsResult.Part;
import dev.plumb.report.CallsResult.Reason;
import dev.plumb.report.CallsResult.SeenCall;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Calls as bars on the lanes of their clients in SVG, time downwards: with the moments at which they took effect where
 * there is an order, and the calls that contradict each other where there is none.
 *
 * <p>Nothing is told by colour alone: moments are numbered and joined, involved calls have a thick edge, the one that
 * fails is crossed out, and bars without an answer are open at their end.
 */
public final class CallsDiagram {
    private static final int LABEL_MAX = 20;

    private final CallsResult result;
    private final CallsLayout layout;
    private final Markup out = new Markup();

    private CallsDiagram(CallsResult result) {
        this.result = result;
        this.layout = new CallsLayout(result);
    }

    /** A file of its own. */
    public static String svg(CallsResult result) {
        CallsDiagram diagram = new CallsDiagram(result);
        diagram.draw("<style>\n" + Resources.read("diagram.css") + Resources.read("calls.css") + "</style>\n");
        return diagram.out.line().toString();
    }

    /** For a page that brings the style. */
    static String inline(CallsResult result) {
        CallsDiagram diagram = new CallsDiagram(result);
        diagram.draw("");
        return diagram.out.toString();
    }

    private void draw(String style) {
        int width = layout.width();
        int height = layout.height();
        out.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "spacetime calls",
                "role",
                "group",
                "aria-labelledby",
                "calls-title calls-desc",
                "viewBox",
                "0 0 " + width + " " + height,
                "width",
                width,
                "height",
                height);
        out.line().raw(style);
        out.leaf("title", "Calls of clients", "id", "calls-title").line();
        out.leaf("desc", description(), "id", "calls-desc").line();
        out.empty("rect", "class", "paper", "width", width, "height", height).line();
        lanes();
        layout.shown().forEach(this::bar);
        order();
        result.reasons().forEach(this::reason);
        out.close();
    }

    private String description() {
        return Words.count(layout.shown().size(), "call") + " of "
                + Words.count(layout.lanes().size(), "client") + ", time downwards. " + result.sentence();
    }

    private void lanes() {
        for (int i = 0; i < layout.lanes().size(); i++) {
            String lane = layout.lanes().get(i);
            int x = layout.x(lane) + CallsLayout.BAR_WIDTH / 2;
            out.open("g", "class", "l" + i % 8).leaf("title", lane);
            out.leaf("text", Printable.clip(lane, LABEL_MAX), "class", "name", "x", x, "y", 30);
            out.empty("line", "class", "lane", "x1", x, "y1", 42, "x2", x, "y2", layout.height() - 8);
            out.closeLine();
        }
        layout.note().ifPresent(note -> out.leaf("text", note, "class", "note", "x", 8, "y", 12)
                .line());
    }

    private void bar(SeenCall call) {
        int x = layout.x(layout.lane(call));
        int top = layout.top(call);
        int height = layout.bottom(call) - top;
        String classes = "call l" + layout.lanes().indexOf(layout.lane(call)) % 8
                + switch (call.part()) {
                    case OTHER -> "";
                    case FAILED -> " failed";
                    case INVOLVED -> " involved";
                    case STUCK -> " involved stuck";
                }
                + (call.isAnswered() ? "" : " unanswered");
        out.open("g", "class", classes, "role", "img", "aria-label", told(call)).leaf("title", told(call));
        out.empty("rect", "class", "bar", "x", x, "y", top, "width", CallsLayout.BAR_WIDTH, "height", height, "rx", 5);
        String sign = call.part() == Part.STUCK ? "✗ " : "";
        String label = Printable.clip(sign + call.text(), LABEL_MAX);
        out.leaf("text", label, "class", "text", "x", x + 16, "y", top + 15).closeLine();
    }

    private static String told(SeenCall call) {
        String end = call.isAnswered() ? " to " + call.end() : ", without an answer";
        return call.client() + ": " + call.text() + ", time " + call.start() + end
                + call.source().map(source -> ", " + source).orElse("");
    }

    /** The moments at which calls took effect, joined in their order, for each object by itself. */
    private void order() {
        Map<String, List<SeenCall>> byObject = layout.shown().stream()
                .filter(call -> call.place().isPresent())
                .sorted(Comparator.comparingInt(call -> call.place().orElseThrow()))
                .collect(Collectors.groupingBy(SeenCall::object, TreeMap::new, Collectors.toList()));
        byObject.values().forEach(calls -> {
            String path = calls.stream()
                    .map(call -> layout.x(layout.lane(call)) + " "
                            + layout.point(call).orElseThrow())
                    .collect(Collectors.joining("L", "M", ""));
            out.empty("path", "class", "thread", "d", path).line();
            calls.forEach(this::point);
        });
    }

    private void point(SeenCall call) {
        int x = layout.x(layout.lane(call));
        int y = layout.point(call).orElseThrow();
        out.open("g", "class", "l" + layout.lanes().indexOf(layout.lane(call)) % 8);
        out.empty("circle", "class", "point", "cx", x, "cy", y, "r", 9);
        String size = call.place().orElseThrow() > 99 ? "no small" : "no";
        out.leaf("text", "" + call.place().orElseThrow(), "class", size, "x", x, "y", y + 4);
        out.closeLine();
    }

    /** An arrow from the end of the call that comes first to the start of the other. */
    private void reason(Reason reason) {
        Optional<SeenCall> before = result.call(reason.before()).filter(layout.shown()::contains);
        Optional<SeenCall> after = result.call(reason.after()).filter(layout.shown()::contains);
        if (before.isEmpty() || after.isEmpty()) {
            return;
        }
        int x1 = layout.x(layout.lane(before.get())) + CallsLayout.BAR_WIDTH - 20;
        int y1 = Math.min(layout.bottom(before.get()), layout.height() - 10);
        int x2 = layout.x(layout.lane(after.get())) + CallsLayout.BAR_WIDTH - 20;
        int y2 = layout.top(after.get());
        if (y2 <= y1) {
            // what must come first ends later: from edge to edge
            y1 = layout.top(before.get()) + 10;
            y2 = layout.top(after.get()) + 10;
        }
        int bend = Math.max(14, Math.abs(y2 - y1) / 2);
        out.open("g", "class", "because").leaf("title", reason.why());
        String path = "M" + x1 + " " + y1 + "C" + x1 + " " + (y1 + bend) + " " + x2 + " " + (y2 - bend) + " " + x2 + " "
                + (y2 - 6);
        out.empty("path", "class", "wire", "d", path);
        out.empty("path", "class", "head", "d", "M" + x2 + " " + y2 + "l-5 -9h10z")
                .closeLine();
    }
}
