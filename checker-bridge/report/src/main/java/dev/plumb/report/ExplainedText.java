package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Explained;
import dev.plumb.core.Explained.Moment;
import dev.plumb.core.Outcome;
import dev.plumb.kernel.api.LoopFairness;
import dev.plumb.report.Lines.Style;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a behaviour violates what it violates, in words. */
final class ExplainedText {
    private static final int LISTED_MAX = 8;

    private final Lines lines;

    ExplainedText(Lines lines) {
        this.lines = lines;
    }

    void write(Behaviour behaviour, Outcome outcome) {
        Explained explained = behaviour.explained();
        List<String> found = Stream.of(explained.length(), explained.order())
                .flatMap(Optional::stream)
                .toList();
        found.forEach(sentence -> lines.hanging("  ", Words.capital(sentence) + "."));
        if (!found.isEmpty()) {
            lines.blank();
        }
        explained.property().ifPresent(property -> {
            String after =
                    property.at().isPresent() ? " after step " + property.at().getAsInt() : "";
            String value = property.isFalse() ? " is FALSE" + after + ":" : after + ":";
            lines.spread(
                    "  " + property.text() + value,
                    property.place().toString(),
                    "  " + lines.paint(Style.STRONG, property.text()) + value);
            new FormulaText(lines).write(property);
            lines.blank();
        });
        if (!explained.fairness().isEmpty()) {
            loop(explained.fairness());
        }
        if (outcome instanceof Outcome.Deadlocks) {
            explained.moment(Verdict.last(behaviour).number()).ifPresent(this::nothingFollows);
        }
    }

    /** What is passed over comes first: it is what somebody may have forgotten to be fair to. */
    private void loop(List<LoopFairness> rows) {
        lines.line("  What could be done in the loop, and is not:");
        List<LoopFairness> shown = rows.stream()
                .filter(row -> row.takenIn().isEmpty() && row.enabled() != LoopFairness.Share.NEVER)
                .toList();
        shown.stream().limit(LISTED_MAX).forEach(row -> lines.hanging("    ", row.action() + ": " + words(row)));
        if (shown.isEmpty()) {
            lines.line("    nothing");
        } else if (shown.size() > LISTED_MAX) {
            lines.line("    and " + (shown.size() - LISTED_MAX) + " more");
        }
        lines.blank();
    }

    private static String words(LoopFairness row) {
        String enabled = "it " + row.enabled().name().toLowerCase(Locale.ROOT) + " can";
        return enabled
                + switch (row.demanded()) {
                    case NONE -> ", and no fairness demands it";
                    case WEAK -> ", and WF demands it only of what always can";
                    case STRONG -> ", though SF demands it";
                };
    }

    private void nothingFollows(Moment moment) {
        if (!moment.disabled().isEmpty()) {
            lines.line("  Why nothing follows:");
            moment.disabled().stream()
                    .limit(LISTED_MAX)
                    .map(Reason::of)
                    .forEach(reason -> lines.hanging("    ", reason.action() + ": " + reason.brief()));
            int more = moment.disabled().size() + moment.leftOut() - LISTED_MAX;
            if (more > 0) {
                lines.line("    and " + more + " more");
            }
            lines.blank();
        }
    }
}
