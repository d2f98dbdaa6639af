package dev.plumb.report;

import dev.plumb.core.Divergence;
import dev.plumb.core.Divergence.Blocked;
import dev.plumb.kernel.api.WhyNot;
import dev.plumb.traces.Difference;
import dev.plumb.traces.Event;
import java.util.List;
import java.util.stream.Stream;

/** Why the spec has no step for an event: the first in full, the others folded. */
final class HtmlWhyNot {
    private static final int LISTED_MAX = 40;
    private static final int VALUE_MAX = 2_000;
    private static final int ACTION_MAX = 300;

    private final Markup out;

    HtmlWhyNot(Markup out) {
        this.out = out;
    }

    void write(Divergence divergence) {
        List<Blocked> blocked = divergence.blocked();
        out.open("section", "class", "box").line();
        out.leaf("h2", "Why event " + Words.nth(divergence.matched() + 1, divergence.total()) + " does not fit");
        blocked.stream().findFirst().ifPresent(this::explain);
        if (blocked.size() > 1) {
            out.open("details");
            String others = Words.count(blocked.size() - 1, "other candidate");
            out.leaf("summary", others + " tried, none fits").line();
            blocked.stream().skip(1).limit(LISTED_MAX).forEach(this::explain);
            out.closeLine();
        }
        out.leaf(
                "p", Words.count(divergence.frontier(), "spec state") + " fitted all that came before.", "class", "by");
        out.closeLine();
    }

    private void explain(Blocked blocked) {
        out.open("div", "class", "explain").line();
        recorded(blocked.event());
        out.open("div", "class", "reason").line();
        List<WhyNot> reasons = blocked.reasons();
        reasons.stream().findFirst().map(Reason::of).ifPresent(this::reason);
        if (reasons.size() > 1) {
            out.open("details");
            out.leaf("summary", Words.count(reasons.size() - 1, "other reason")).line();
            reasons.stream().skip(1).limit(LISTED_MAX).map(Reason::of).forEach(this::reason);
            out.closeLine();
        }
        instead(blocked);
        couldBe(blocked);
        specState(blocked);
        out.close().closeLine();
    }

    private void recorded(Event event) {
        out.open("div")
                .leaf("h3", "What the code did")
                .open("dl", "class", "recorded")
                .line();
        out.leaf("dt", "step")
                .open("dd")
                .leaf("code", Printable.cut(Words.action(event), ACTION_MAX), "class", "strong")
                .close();
        event.process().ifPresent(process -> row("by", process));
        event.at().ifPresent(at -> row("Java", at));
        row("trace", event.source().toString());
        Observed.lines(event.before()).forEach(seen -> row("before", seen.path() + " " + seen.seen()));
        Observed.lines(event.state()).forEach(seen -> row("seen", seen.path() + " " + seen.seen()));
        out.close().closeLine();
    }

    private void row(String name, String value) {
        out.leaf("dt", name)
                .open("dd")
                .leaf("code", Printable.cut(value, VALUE_MAX))
                .closeLine();
    }

    private void reason(Reason reason) {
        out.leaf("h3", "What the spec says");
        out.leaf("p", Printable.cut(reason.sentence(), VALUE_MAX)).line();
        reason.conjunct().ifPresent(text -> conjunct(reason, text));
        reason.differences().forEach(this::difference);
    }

    private void conjunct(Reason reason, String text) {
        out.open("div", "class", "conjunct").open("div").leaf("strong", "FALSE");
        out.leaf("code", Printable.cut(text, VALUE_MAX), "class", "text");
        out.leaf("code", reason.place().toString(), "class", "place").closeLine();
        out.open("table").open("tbody");
        reason.values().forEach((name, value) -> {
            out.open("tr")
                    .open("th", "scope", "row")
                    .leaf("code", Printable.cut(name, 200))
                    .close();
            out.open("td").leaf("code", Printable.cut(value, VALUE_MAX)).close().closeLine();
        });
        out.close().close().closeLine();
    }

    private void difference(Difference difference) {
        out.open("table", "class", "differs")
                .open("caption")
                .leaf("code", Printable.cut(difference.path(), ACTION_MAX))
                .close();
        out.open("tbody").open("tr").leaf("th", "the trace says", "scope", "row");
        out.open("td")
                .leaf("del", Printable.cut(difference.observed(), VALUE_MAX))
                .close()
                .close();
        out.open("tr").leaf("th", "the spec says", "scope", "row");
        out.open("td")
                .leaf("ins", Printable.cut(difference.actual(), VALUE_MAX))
                .close()
                .close();
        out.close().closeLine();
    }

    private void specState(Blocked blocked) {
        out.open("details").leaf("summary", "The spec state in which it was tried");
        out.open("dl", "class", "recorded");
        blocked.state().forEach((variable, value) -> row(variable, value.toString()));
        out.close().closeLine();
    }

    private void couldBe(Blocked blocked) {
        Stream.concat(blocked.fit().map(Words::couldBe).stream(), blocked.swap().map(Words::swapped).stream())
                .forEach(
                        could -> out.leaf("p", Printable.cut(could, ACTION_MAX)).line());
    }

    private void instead(Blocked blocked) {
        if (blocked.enabled().isEmpty()) {
            out.leaf("p", "The spec allows no step at all in this state.").line();
            return;
        }
        out.leaf("h3", "What the spec allows instead").open("ul", "class", "instead");
        blocked.enabled().stream().limit(LISTED_MAX).forEach(action -> out.open("li")
                .leaf("code", Printable.cut(action.toString(), ACTION_MAX))
                .close());
        int more = blocked.enabled().size() - LISTED_MAX;
        if (more > 0) {
            out.leaf("li", "and " + more + " more");
        }
        out.closeLine();
    }
}
