package dev.plumb.cli;

import dev.plumb.core.Comparison;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.report.CallsResult;
import dev.plumb.report.JsonReport;
import dev.plumb.report.TextReport;
import java.io.PrintWriter;
import java.util.List;

/** Prints results as the options ask for it: as text for people, or as JSON and then nothing else. */
public final class Printer {
    private final CommonOptions options;
    private final PrintWriter out;

    public Printer(CommonOptions options, PrintWriter out) {
        this.options = options;
        this.out = out;
    }

    /** {@code remarks} stand below the text, which if {@code brief} leaves the counterexample to the page. */
    public void print(ModelCheckResult result, Comparison comparison, List<String> remarks, boolean brief) {
        print(text(result, comparison, remarks, brief));
    }

    /** What is printed of a result. */
    String text(ModelCheckResult result, Comparison comparison, List<String> remarks, boolean brief) {
        return options.json()
                ? JsonReport.line(result, comparison) + "\n"
                : text(brief ? text().brief(result) : text().of(result), remarks);
    }

    /** The verdict alone, as text. */
    void print(ModelCheckResult result, List<String> remarks) {
        print(text(text().brief(result), remarks));
    }

    /** {@code remarks} stand below the text. */
    public void print(TraceCheckResult result, List<String> remarks) {
        print(result, remarks, false);
    }

    /** {@code remarks} stand below the text, of which if {@code brief} only the verdict is printed. */
    public void print(TraceCheckResult result, List<String> remarks, boolean brief) {
        if (options.json()) {
            out.println(JsonReport.line(result));
        } else if (brief) {
            out.println(text().brief(result).stripTrailing());
            remarks.forEach(remark -> out.println("  " + remark));
        } else {
            print(text(text().of(result), remarks));
        }
    }

    /** {@code remarks} stand below the text. */
    public void print(CallsResult result, List<String> remarks) {
        if (options.json()) {
            out.println(JsonReport.line(result));
        } else {
            print(text(text().of(result), remarks));
        }
    }

    /** A line about no single result, for people only. */
    public void note(String line) {
        if (!options.json()) {
            out.println(line);
            out.flush();
        }
    }

    void print(String text) {
        out.print(text);
        out.flush();
    }

    private static String text(String report, List<String> remarks) {
        StringBuilder text = new StringBuilder(report.stripTrailing()).append('\n');
        remarks.forEach(remark -> text.append("  ").append(remark).append('\n'));
        return text.append('\n').toString();
    }

    private TextReport text() {
        return (options.colours() ? TextReport.coloured() : TextReport.plain()).showing(Excerpt::of);
    }
}
