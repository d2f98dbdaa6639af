package dev.plumb.report;

import static java.util.stream.Collectors.joining;

import dev.plumb.kernel.api.LoopFairness;
import dev.plumb.kernel.api.LoopFairness.Demand;
import dev.plumb.kernel.api.LoopFairness.Share;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a loop does with each action, and what the spec's fairness says to that. */
final class HtmlFairness {
    private static final int ROWS_MAX = 60;
    private static final int TEXT_MAX = 300;

    private final Markup out;

    HtmlFairness(Markup out) {
        this.out = out;
    }

    /** What the loop does not do comes first; what it never could do is folded. */
    void write(List<LoopFairness> rows) {
        out.open("section", "class", "box list")
                .leaf("h2", "Why the loop may go on for ever")
                .line();
        table(rows.stream()
                .filter(row -> row.enabled() != Share.NEVER)
                .sorted(Comparator.comparing(
                        (LoopFairness row) -> !row.takenIn().isEmpty()))
                .toList());
        List<LoopFairness> never =
                rows.stream().filter(row -> row.enabled() == Share.NEVER).toList();
        if (!never.isEmpty()) {
            out.open("details")
                    .leaf("summary", Words.count(never.size(), "action") + " cannot be taken anywhere in the loop");
            table(never);
            out.close();
        }
        out.closeLine();
    }

    private void table(List<LoopFairness> rows) {
        if (rows.isEmpty()) {
            out.leaf("p", "No action can be taken anywhere in it.").line();
            return;
        }
        out.open("div", "class", "scroll")
                .open("table", "class", "steps fairness")
                .open("thead")
                .open("tr");
        Stream.of("Action", "In the loop it can be taken", "and is taken", "The spec promises", "So the loop", "Where")
                .forEach(title -> out.leaf("th", title, "scope", "col"));
        out.close().close().open("tbody").line();
        rows.stream().limit(ROWS_MAX).forEach(this::row);
        out.close().close().close();
        if (rows.size() > ROWS_MAX) {
            out.leaf("p", "… and " + Words.count(rows.size() - ROWS_MAX, "more action"), "class", "by");
        }
    }

    private void row(LoopFairness row) {
        boolean isPassedOver = row.demanded() == Demand.NONE && row.takenIn().isEmpty() && row.enabled() != Share.NEVER;
        out.open("tr", "class", isPassedOver ? "passed-over" : "plain");
        out.open("td")
                .leaf("code", Printable.cut(row.action(), TEXT_MAX), "class", "action")
                .close();
        out.leaf("td", enabled(row)).leaf("td", taken(row)).leaf("td", promised(row.demanded()));
        out.leaf("td", verdict(row, isPassedOver));
        out.open("td")
                .leaf("code", row.place().toString(), "class", "quiet")
                .close()
                .closeLine();
    }

    private static String enabled(LoopFairness row) {
        return switch (row.enabled()) {
            case ALWAYS -> "always";
            case SOMETIMES -> "after " + steps(row.enabledIn());
            case NEVER -> "never";
        };
    }

    private static String taken(LoopFairness row) {
        return row.takenIn().isEmpty() ? "never" : "in " + steps(row.takenIn());
    }

    private static String steps(List<Integer> numbers) {
        String listed = numbers.stream().limit(8).map(String::valueOf).collect(joining(", "));
        return (numbers.size() == 1 ? "step " : "steps ") + listed + (numbers.size() > 8 ? ", …" : "");
    }

    private static String promised(Demand demand) {
        return switch (demand) {
            case NONE -> "nothing";
            case WEAK -> "WF: taken if it can be all the time";
            case STRONG -> "SF: taken if it can be again and again";
        };
    }

    private static String verdict(LoopFairness row, boolean isPassedOver) {
        if (!row.isFair()) {
            return "✗ breaks the promise";
        }
        return isPassedOver ? "⚠ passes it over, as it may" : "✓ is fair to it";
    }
}
