package dev.plumb.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Results as a page of Markdown, for the summary of a CI's step or a comment on a change. */
public final class MarkdownSummary {
    /** GitHub takes a megabyte for all steps of a job together. */
    private static final int ROWS_MAX = 500;

    private static final int STORIES_MAX = 20;

    private final StringBuilder out = new StringBuilder();

    private MarkdownSummary() {}

    /**
     * The results of a command.
     *
     * @param command {@code check} or {@code validate}
     */
    public static String of(String command, List<Checked> results) {
        MarkdownSummary summary = new MarkdownSummary();
        summary.write(command, results);
        return summary.out.toString();
    }

    private void write(String command, List<Checked> results) {
        List<Checked> bad =
                results.stream().filter(each -> each.exitCode() != 0).toList();
        String sign = bad.isEmpty() ? "✓" : "✗";
        String count = bad.isEmpty()
                ? "all " + Words.count(results.size(), "result") + " as expected"
                : bad.size() + " of " + Words.count(results.size(), "result") + " not as expected";
        out.append("## ")
                .append(sign)
                .append(" plumb ")
                .append(command)
                .append(": ")
                .append(count)
                .append("\n\n");
        table(results);
        bad.stream().limit(STORIES_MAX).forEach(this::story);
        leftOut(bad.size() - STORIES_MAX, "failure");
    }

    private void table(List<Checked> results) {
        out.append("| | what | came out | states | time |\n|---|---|---|---:|---:|\n");
        results.stream().limit(ROWS_MAX).forEach(checked -> out.append("| ")
                .append(checked.exitCode() == 0 ? "✓" : "✗")
                .append(" | ")
                .append(cell(checked.name()))
                .append(" | ")
                .append(cell(cameOut(checked)))
                .append(" | ")
                .append(states(checked))
                .append(" | ")
                .append(Words.duration(checked.duration()))
                .append(" |\n"));
        leftOut(results.size() - ROWS_MAX, "result");
    }

    private static String cameOut(Checked checked) {
        String outcome = Words.outcome(checked.outcome());
        boolean isBug = checked.exitCode() == 0 && checked.outcome().exitCode() != 0;
        return outcome + (isBug ? ", as expected" : "");
    }

    private static String states(Checked checked) {
        if (checked instanceof Checked.OfModel model) {
            return model.result()
                    .statistics()
                    .map(s -> Words.count(s.distinct() > 0 ? s.distinct() : s.generated()))
                    .orElse("");
        }
        return checked instanceof Checked.OfTrace trace
                ? Words.count(trace.result().states())
                : "";
    }

    private void story(Checked checked) {
        out.append("\n### ✗ ").append(cell(checked.name())).append("\n\n");
        for (Annotation each : Annotations.of(checked)) {
            String place = each.place()
                    .filter(at -> each.level() == Annotation.Level.ERROR && at.line() > 0)
                    .map(at -> " (" + code(at.file() + ":" + at.line()) + ")")
                    .orElse("");
            String level = each.level().name().toLowerCase(Locale.ROOT);
            out.append("- ").append(Words.capital(level)).append(": ");
            out.append(cell(Printable.cut(each.message(), 600))).append(place).append('\n');
        }
        out.append("\n<details><summary>What shows it</summary>\n\n");
        Story.of(checked).forEach(line -> out.append("    ").append(line).append('\n'));
        out.append("\n</details>\n\nReproduce: ")
                .append(code(checked.command()))
                .append('\n');
    }

    private void leftOut(int count, String noun) {
        if (count > 0) {
            out.append("\n").append(Words.count(count, "more " + noun)).append(" left out here.\n");
        }
    }

    /** Text that is no markup, on one line. */
    private static String cell(String text) {
        return Printable.clean(text)
                .chars()
                .mapToObj(c -> "\\`*_{}[]<>#|&~".indexOf(c) >= 0 ? "\\" + (char) c : String.valueOf((char) c))
                .collect(Collectors.joining());
    }

    private static String code(String text) {
        String clean = Printable.clean(text);
        return clean.contains("`") ? "`` " + clean + " ``" : "`" + clean + "`";
    }
}
