package dev.plumb.report;

import dev.plumb.core.Divergence;
import dev.plumb.core.Divergence.Blocked;
import dev.plumb.kernel.api.WhyNot;
import dev.plumb.report.Lines.Style;
import dev.plumb.traces.Difference;
import java.util.List;

/** Where a trace leaves its spec: the first blocked event in full, the others in a line each. */
final class DivergenceText {
    private static final int LISTED_MAX = 8;
    private static final String INDENT = "    ";

    private final Lines lines;

    DivergenceText(Lines lines) {
        this.lines = lines;
    }

    void write(Divergence divergence) {
        List<Blocked> blocked = divergence.blocked();
        blocked.stream().findFirst().ifPresent(this::inFull);
        if (blocked.size() > 1) {
            lines.line("  " + Words.count(blocked.size() - 1, "other candidate") + " tried, none fits:");
            blocked.stream().skip(1).limit(LISTED_MAX).forEach(this::inBrief);
            lines.blank();
        }
    }

    private void inFull(Blocked blocked) {
        blocked.event().at().ifPresent(at -> lines.hanging("  recorded by   ", at));
        lines.hanging("  in the trace  ", blocked.event().source().toString());
        Observed.lines(blocked.event().state())
                .forEach(seen -> lines.hanging("  was seen      ", seen.path() + " " + seen.seen()));
        lines.blank();
        List<WhyNot> reasons = blocked.reasons();
        reasons.stream().findFirst().map(Reason::of).ifPresent(this::reason);
        reasons.stream()
                .skip(1)
                .limit(LISTED_MAX)
                .map(Reason::of)
                .forEach(reason -> lines.hanging("  nor ", reason.action() + ": " + reason.brief()));
        enabled(blocked);
        blocked.fit().map(Words::couldBe).ifPresent(could -> lines.hanging("  ", could));
        blocked.swap().map(Words::swapped).ifPresent(swapped -> lines.hanging("  ", swapped));
        lines.blank();
    }

    private void reason(Reason reason) {
        lines.hanging("  ", reason.sentence());
        reason.conjunct().ifPresent(text -> conjunct(text, reason.place().toString()));
        int width = reason.values().keySet().stream()
                .mapToInt(Printable::width)
                .max()
                .orElse(0);
        reason.values().forEach((name, value) -> lines.hanging(INDENT + "  " + Lines.pad(name, width) + "  ", value));
        reason.differences().forEach(this::difference);
    }

    private void conjunct(String text, String place) {
        if (Printable.width(INDENT + text + place) + 2 <= Lines.COLUMNS) {
            lines.spread(INDENT + text, place, INDENT + lines.paint(Style.BAD, text));
        } else {
            lines.hanging(INDENT, text).hanging(INDENT + "  at ", place);
        }
    }

    private void difference(Difference difference) {
        lines.line(INDENT + lines.paint(Style.BAD, Printable.clip(difference.path(), 90)));
        lines.hanging(INDENT + "  the trace says  ", difference.observed());
        lines.hanging(INDENT + "  the spec says   ", difference.actual());
    }

    private void enabled(Blocked blocked) {
        List<String> enabled = blocked.enabled().stream().map(Object::toString).toList();
        if (enabled.isEmpty()) {
            lines.line("  The spec allows no step at all here.");
            return;
        }
        String more = enabled.size() > LISTED_MAX ? " and " + (enabled.size() - LISTED_MAX) + " more" : "";
        List<String> listed = enabled.subList(0, Math.min(enabled.size(), LISTED_MAX));
        lines.hanging("  allowed instead: ", String.join(", ", listed) + more);
    }

    private void inBrief(Blocked blocked) {
        String why = blocked.reasons().stream()
                .findFirst()
                .map(reason -> Reason.of(reason).brief())
                .orElse("no action of the spec fits it");
        String at = blocked.event().at().map(a -> ", " + a).orElse("");
        lines.hanging(INDENT, Words.actionAndActor(blocked.event()) + at + ": " + why);
    }
}
