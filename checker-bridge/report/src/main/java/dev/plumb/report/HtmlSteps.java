package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Step;
import dev.plumb.core.Outcome;
import dev.plumb.kernel.api.SourceRange;
import dev.plumb.traces.Event;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A behaviour on a page, twice: for the script, which shows any step of it, and as a picture and a table of the last steps
 * for whoever has no script, and for print.
 */
final class HtmlSteps {
    private static final String APP = Resources.read("page/app.html");

    /** Steps that are on the page without its script. */
    private static final int STEPS_MAX = 100;

    private static final int CHANGES_MAX = 30;
    private static final int LISTED_VALUE_MAX = 300;

    private final Markup out;
    private final Behaviour behaviour;
    private final Layout layout;
    private final HtmlValues values;

    HtmlSteps(Markup out, Behaviour behaviour) {
        this.out = out;
        this.behaviour = behaviour;
        this.layout = new Layout(behaviour, STEPS_MAX);
        this.values = new HtmlValues(out);
    }

    /** @param later how many recorded events come after the last step */
    void write(Outcome outcome, int later) {
        out.raw(APP);
        out.open("script", "type", "application/json", "id", "behaviour")
                .raw(PageData.of(behaviour, outcome, later))
                .closeLine();
        new HtmlMoments(out).templates(behaviour);
        out.open("div", "class", "static").line();
        picture(outcome);
        list();
        lastState();
        out.closeLine();
    }

    private void picture(Outcome outcome) {
        out.open("figure", "class", "box picture").line();
        out.raw(SpaceTimeDiagram.inline(behaviour, outcome, STEPS_MAX)).line();
        out.leaf("figcaption", "Time runs downwards; lanes " + behaviour.lanesBy() + ".", "class", "by");
        out.closeLine();
    }

    private void list() {
        out.open("section", "class", "box list")
                .leaf("h2", "What changed, step by step")
                .line();
        layout.window().note().ifPresent(note -> out.leaf("p", note, "class", "by")
                .line());
        out.open("div", "class", "scroll").open("table", "class", "steps").line();
        out.open("thead").open("tr");
        Stream.of("Step", "Who", "Action", "What changed", "Where")
                .forEach(title -> out.leaf("th", title, "scope", "col"));
        out.close().close().line().open("tbody").line();
        layout.window().steps().forEach(this::row);
        out.close().close().close().closeLine();
    }

    private void row(Step step) {
        int number = step.number();
        out.open("tr", "id", "s=" + number, "class", step.forbidden() ? "forbidden" : "allowed");
        out.leaf("td", Integer.toString(number), "class", "mono").open("td");
        chip(step);
        out.close().open("td").leaf("code", action(step), "class", "action").close();
        out.open("td");
        changes(step);
        expressions(step);
        out.close().open("td").leaf("code", places(step), "class", "quiet").close();
        out.closeLine();
    }

    private void changes(Step step) {
        List<Changes.Line> lines = Changes.lines(Window.before(step, behaviour).state(), step.state());
        if (step.forbidden()) {
            seen(step);
        } else if (lines.isEmpty()) {
            out.leaf("span", layout.column(step).isEmpty() ? "" : "nothing", "class", "quiet");
        } else {
            out.open("ul", "class", "rows");
            lines.stream().limit(CHANGES_MAX).forEach(line -> values.line(line, LISTED_VALUE_MAX));
            if (lines.size() > CHANGES_MAX) {
                out.leaf("li", "… and " + Words.count(lines.size() - CHANGES_MAX, "more change"), "class", "kept");
            }
            out.close();
        }
    }

    private void seen(Step step) {
        List<Observed.Line> seen = step.event().stream()
                .flatMap(event -> Observed.lines(event.state()).stream())
                .toList();
        String all = seen.stream().map(line -> line.path() + " " + line.seen()).collect(Collectors.joining("; "));
        out.leaf("span", all.isEmpty() ? "not allowed" : "not allowed; seen: " + Printable.cut(all, LISTED_VALUE_MAX));
    }

    private void expressions(Step step) {
        Map<String, TlaValue> expressions = behaviour.expressionsAfter(step);
        if (!expressions.isEmpty()) {
            values.expressions(expressions);
        }
    }

    private void lastState() {
        Step last = Verdict.last(behaviour);
        out.open("section", "class", "box list");
        out.leaf("h2", last.forbidden() ? "The state before the step that does not fit" : "The last state");
        out.open("dl", "class", "recorded").line();
        last.state().forEach((name, value) -> out.open("dt")
                .leaf("code", Printable.clip(name, 120))
                .close()
                .open("dd")
                .leaf("code", Printable.cut(value.toString(), HtmlValues.CHANGED_MAX))
                .closeLine());
        out.closeLine();
        new HtmlMoments(out).write(last, behaviour);
        out.closeLine();
    }

    private void chip(Step step) {
        Layout.lane(step).ifPresent(lane -> {
            String colour = layout.column(step).map(layout::colour).orElse("le");
            out.leaf("span", Printable.clip(lane, 40), "class", "chip " + colour);
        });
    }

    private static String action(Step step) {
        return (step.forbidden() ? "✗ " : "") + Printable.cut(Words.action(step), LISTED_VALUE_MAX);
    }

    private static String places(Step step) {
        Stream<Optional<String>> places = Stream.of(
                step.place().map(SourceRange::toString),
                step.event().flatMap(Event::at),
                step.event().map(event -> event.source().toString()));
        return places.flatMap(Optional::stream).collect(Collectors.joining(" · "));
    }
}
