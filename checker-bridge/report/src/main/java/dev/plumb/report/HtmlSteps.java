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

/** A behaviour on a page: the diagram, the state at each step, and the list of what changed. */
final class HtmlSteps {
    private static final int CHANGES_MAX = 30;
    private static final int LISTED_VALUE_MAX = 300;

    private final Markup out;
    private final Behaviour behaviour;
    private final Layout layout;
    private final HtmlValues values;

    HtmlSteps(Markup out, Behaviour behaviour) {
        this.out = out;
        this.behaviour = behaviour;
        this.layout = new Layout(behaviour);
        this.values = new HtmlValues(out);
    }

    void write(Outcome outcome) {
        out.open("div", "class", "stage").line();
        out.open("figure", "class", "box picture").line();
        out.raw(SpaceTimeDiagram.inline(behaviour, outcome)).line();
        out.open("figcaption", "class", "by").text("Time runs downwards; lanes " + behaviour.lanesBy() + ".");
        out.open("span", "class", "keys")
                .text(" Select a step by a click or ")
                .leaf("kbd", "←")
                .text(" ")
                .leaf("kbd", "→");
        out.text("; the address keeps it.").close().close().closeLine();
        out.open("section", "class", "box detail", "aria-live", "polite", "aria-label", "The selected step")
                .line();
        layout.window().steps().forEach(this::card);
        out.closeLine().closeLine();
        list();
    }

    private void card(Step step) {
        boolean last = step.equals(Verdict.last(behaviour));
        int number = step.number();
        out.open("article", "class", last ? "card last" : "card", "id", "s=" + number, "data-s", number);
        out.line().open("header").leaf("h2", action(step));
        chip(step);
        out.leaf("span", "step " + number + " of " + Verdict.last(behaviour).number(), "class", "count")
                .closeLine();
        out.leaf("p", places(step), "class", "where").line();
        if (step.forbidden()) {
            seen(step);
        }
        state(step);
        if (!behaviour.expressionsAfter(step).isEmpty()) {
            out.leaf("p", "Also evaluated in this state:", "class", "by");
        }
        expressions(step);
        out.closeLine();
    }

    private void expressions(Step step) {
        Map<String, TlaValue> expressions = behaviour.expressionsAfter(step);
        if (!expressions.isEmpty()) {
            values.expressions(expressions);
        }
    }

    private void seen(Step step) {
        out.leaf("p", "✗ No step of the spec fits. The state below is the one before it; what was seen after it:");
        out.open("ul", "class", "rows").line();
        for (Observed.Line line : step.event().stream()
                .flatMap(event -> Observed.lines(event.state()).stream())
                .toList()) {
            out.open("li", "class", "seen").leaf("i", "", "class", "mark").leaf("code", line.path(), "class", "key");
            out.open("span")
                    .leaf("ins", Printable.cut(line.seen(), HtmlValues.CHANGED_MAX))
                    .close()
                    .closeLine();
        }
        out.close().leaf("p", "").line();
    }

    private void state(Step step) {
        out.open("table", "class", "state").open("tbody").line();
        boolean compared = !before(step).equals(step);
        Changes.between(before(step).state(), step.state()).forEach((name, change) -> {
            boolean still = change instanceof Change.Same;
            String touched = !compared ? "fresh" : still ? "still" : "touched";
            String mark = still ? "" : HtmlValues.mark(change).sign();
            out.open("tr", "class", touched).leaf("td", mark, "class", "mark changed");
            out.leaf("th", Printable.clip(name, 80), "scope", "row", "title", Printable.clip(name, 400));
            out.open("td");
            values.write(change);
            out.close().closeLine();
        });
        out.close().closeLine();
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
        out.open("tr", "data-s", number, "class", step.forbidden() ? "forbidden" : "allowed");
        out.open("td")
                .leaf("a", Integer.toString(number), "href", "#s=" + number, "class", "mono")
                .close();
        out.open("td");
        chip(step);
        out.close().open("td").leaf("code", action(step), "class", "action").close();
        out.open("td");
        changes(step);
        expressions(step);
        out.close().open("td").leaf("code", places(step), "class", "quiet").close();
        out.closeLine();
    }

    private void changes(Step step) {
        List<Changes.Line> lines = Changes.lines(before(step).state(), step.state());
        if (lines.isEmpty()) {
            String nothing =
                    step.forbidden() ? "not allowed" : layout.column(step).isEmpty() ? "" : "nothing";
            out.leaf("span", nothing, "class", "quiet");
            return;
        }
        out.open("ul", "class", "rows");
        lines.stream().limit(CHANGES_MAX).forEach(line -> values.line(line, LISTED_VALUE_MAX));
        if (lines.size() > CHANGES_MAX) {
            out.leaf("li", "… and " + Words.count(lines.size() - CHANGES_MAX, "more change"), "class", "kept");
        }
        out.close();
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

    private Step before(Step step) {
        return Window.before(step, behaviour);
    }
}
