package dev.plumb.cli;

import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.TraceCheckResult;
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
    public void print(ModelCheckResult result, List<String> remarks, boolean brief) {
        if (options.json()) {
            out.println(JsonReport.line(result));
        } else {
            print(brief ? text().brief(result) : text().of(result), remarks);
        }
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
            print(text().of(result), remarks);
        }
    }

    /** A line about no single result, for people only. */
    public void note(String line) {
        if (!options.json()) {
            out.println(line);
            out.flush();
        }
    }

    private void print(String text, List<String> remarks) {
        out.println(text.stripTrailing());
        remarks.forEach(remark -> out.println("  " + remark));
        out.println();
    }

    private TextReport text() {
        return options.colours() ? TextReport.coloured() : TextReport.plain();
    }
}
