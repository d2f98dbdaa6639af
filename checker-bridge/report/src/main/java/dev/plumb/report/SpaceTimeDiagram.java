package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Step;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.Outcome;
import dev.plumb.core.TraceCheckResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A behaviour as a space-time diagram in SVG: a lane a process, time downwards, messages as arrows.
 *
 * <p>Nothing is told by colour alone: steps are numbered, lanes have shapes and names, a forbidden step is crossed
 * out, and each step has its description for screen readers.
 */
public final class SpaceTimeDiagram {
    private static final int STEPS_MAX = 400;

    private final Behaviour behaviour;
    private final List<String> ending;
    private final Layout layout;
    private final Map<Integer, StepText> texts;
    private final Markup out = new Markup();
    private final Incidents incidents;
    private final boolean isTrace;

    private SpaceTimeDiagram(Behaviour behaviour, Outcome outcome, int stepsMax) {
        this.behaviour = behaviour;
        this.ending = Verdict.ending(outcome, behaviour);
        this.layout = new Layout(behaviour, stepsMax);
        this.texts = StepText.of(layout.window(), behaviour);
        this.incidents = new Incidents(behaviour, layout, out);
        this.isTrace = behaviour.steps().stream().anyMatch(step -> step.event().isPresent());
    }

    /** A file of its own. */
    public static String svg(Behaviour behaviour) {
        return svg(behaviour, new Outcome.Holds());
    }

    /** A file of its own that says below the last step what came of it. */
    public static String svg(Behaviour behaviour, Outcome outcome) {
        SpaceTimeDiagram diagram = new SpaceTimeDiagram(behaviour, outcome, STEPS_MAX);
        diagram.draw("<style>\n" + Resources.read("diagram.css") + "</style>\n");
        return diagram.out.line().toString();
    }

    /** The counterexample as a file of its own; empty if there is none. */
    public static Optional<String> svg(ModelCheckResult result) {
        return result.counterexample().map(behaviour -> svg(behaviour, result.outcome()));
    }

    /** What is shown of a trace as a file of its own; empty if nothing is. */
    public static Optional<String> svg(TraceCheckResult result) {
        return Verdict.shown(result).flatMap(run -> run.behaviour().map(behaviour -> svg(behaviour, run.outcome())));
    }

    /** For a page that brings the style. */
    static String inline(Behaviour behaviour, Outcome outcome, int stepsMax) {
        SpaceTimeDiagram diagram = new SpaceTimeDiagram(behaviour, outcome, stepsMax);
        diagram.draw("");
        return diagram.out.toString();
    }

    private void draw(String style) {
        int width = width();
        int height = height();
        out.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "spacetime",
                "role",
                "group",
                "aria-labelledby",
                "spacetime-title spacetime-desc",
                "viewBox",
                "0 0 " + width + " " + height,
                "width",
                width,
                "height",
                height);
        out.line().raw(style);
        out.leaf("title", "Space-time diagram", "id", "spacetime-title").line();
        out.leaf("desc", description(), "id", "spacetime-desc").line();
        out.empty("rect", "class", "paper", "width", width, "height", height).line();
        lanes();
        out.raw(Arrows.of(behaviour.messages(), layout));
        steps();
        incidents.marks();
        ending();
        loop();
        out.close();
    }

    private String description() {
        return Words.count(behaviour.steps().size(), "step") + " of " + Words.and(layout.lanes())
                + ", time downwards; lanes " + behaviour.lanesBy() + ". " + String.join(". ", ending);
    }

    private int width() {
        int widest = texts.values().stream()
                .mapToInt(text -> Math.max(
                        Printable.width(text.who() + text.action()) * 8 + 16, Printable.width(text.what()) * 7))
                .max()
                .orElse(0);
        int endings = ending.stream()
                .mapToInt(line -> Printable.width(line) * 8 + 20)
                .max()
                .orElse(0);
        return layout.labelX() + Math.max(Math.max(widest, endings), 180) + 24;
    }

    private int height() {
        return layout.lastY() + 34 + ending.size() * 24;
    }

    private void lanes() {
        for (int column = 0; column < layout.lanes().size(); column++) {
            int x = layout.x(column);
            String name = layout.lanes().get(column);
            out.open("g", "class", layout.colour(column));
            out.leaf("title", name);
            out.leaf("text", Printable.clip(name, layout.spacing() / 9), "class", "name", "x", x, "y", 30);
            incidents.lane(column, 42, layout.lastY() + 22);
            out.closeLine();
        }
        layout.window().note().ifPresent(note -> out.leaf(
                        "text", note, "class", "note", "x", layout.labelX(), "y", layout.noteY())
                .line());
    }

    private void steps() {
        int left = layout.left() - 12;
        int width = width() - left - 8;
        for (Step step : layout.window().steps()) {
            StepText text = Objects.requireNonNull(texts.get(step.number()));
            String colour = layout.column(step).map(layout::colour).orElse("le");
            String classes = "step " + colour + (step.forbidden() ? " bad" : isSilent(step) ? " silent" : "");
            int y = layout.y(step.number());
            out.open(
                    "g",
                    "class",
                    classes,
                    "data-s",
                    step.number(),
                    "tabindex",
                    0,
                    "role",
                    "img",
                    "aria-label",
                    text.description());
            out.leaf("title", text.description());
            out.empty("rect", "class", "row", "x", left, "y", y - 22, "width", width, "height", 44, "rx", 6);
            layout.column(step).ifPresentOrElse(column -> point(step, column, y), () -> start(y));
            labels(text, y);
            out.closeLine();
        }
    }

    /** A step that only the spec takes: nothing was recorded of it. */
    private boolean isSilent(Step step) {
        return isTrace && step.event().isEmpty() && step.action().isPresent();
    }

    private void start(int y) {
        int last = Math.max(0, layout.lanes().size() - 1);
        out.empty("line", "class", "start", "x1", layout.x(0) - 16, "y1", y, "x2", layout.x(last) + 16, "y2", y);
        for (int column = 0; column <= last; column++) {
            out.empty("line", "class", "start", "x1", layout.x(column), "y1", y - 5, "x2", layout.x(column), "y2", y);
        }
    }

    private void point(Step step, int column, int y) {
        int x = layout.x(column);
        out.empty("line", "class", "leader", "x1", x, "y1", y, "x2", layout.labelX() - 8, "y2", y);
        shape(column, x, y);
        if (step.forbidden()) {
            out.empty("path", "class", "cross", "d", Arrows.cross(x, y, 6));
        } else {
            String size = step.number() > 999 ? "no small" : "no";
            out.leaf("text", Integer.toString(step.number()), "class", size, "x", x, "y", y + 4);
        }
    }

    /** Lanes differ by shape too. */
    private void shape(int column, int x, int y) {
        int r = Layout.RADIUS;
        switch (column % 4) {
            case 0 -> out.empty("circle", "class", "point", "cx", x, "cy", y, "r", r);
            case 1 -> out.empty("rect", "class", "point", "x", x - 11, "y", y - 11, "width", 22, "height", 22, "rx", 4);
            case 2 -> out.empty("path", "class", "point", "d", "M" + x + " " + (y - 15) + "l15 15l-15 15l-15 -15z");
            default ->
                out.empty("path", "class", "point", "d", "M" + (x - 7) + " " + (y - r) + "h14l7 12l-7 12h-14l-7 -12z");
        }
    }

    private void labels(StepText text, int y) {
        boolean twoLines = !text.what().isEmpty();
        out.open("text", "x", layout.labelX(), "y", twoLines ? y - 3 : y + 4);
        if (!text.who().isEmpty()) {
            out.leaf("tspan", text.who(), "class", "who");
        }
        int gap = text.who().isEmpty() ? 0 : 12;
        out.leaf("tspan", text.action(), "class", "action", "dx", gap).close();
        if (twoLines) {
            out.leaf("text", text.what(), "class", "what", "x", layout.labelX(), "y", y + 13);
        }
    }

    private void ending() {
        int y = layout.lastY() + 42;
        for (String line : ending) {
            boolean loops = Verdict.lasso(behaviour).filter(line::equals).isPresent();
            String style = loops ? "end" : "end wrong";
            out.leaf("text", (loops ? "↺ " : "✗ ") + line, "class", style, "x", layout.labelX(), "y", y)
                    .line();
            y += 24;
        }
    }

    /** A bracket in the left margin, from the last step up to the one that it returns to. */
    private void loop() {
        behaviour.loopsTo().ifPresent(to -> {
            int top = to == Verdict.last(behaviour).number() ? layout.y(to) - 16 : layout.y(to);
            int bottom = layout.lastY();
            String path = "M52 " + bottom + "H28Q18 " + bottom + " 18 " + (bottom - 10) + "V" + (top + 10) + "Q18 "
                    + top + " 28 " + top + "H46";
            out.empty("path", "class", "loop", "d", path);
            out.empty("path", "class", "tip", "d", "M54 " + top + "l-9 -5v10z").line();
        });
    }
}
