package dev.plumb.cli;

import dev.plumb.core.ModelCheckResult;
import dev.plumb.report.Checked;
import dev.plumb.report.JsonReport;
import dev.plumb.report.TextReport;
import java.io.PrintWriter;
import java.util.List;

/** Prints results as the options ask for it: as text for people, or as JSON and then nothing else. */
public final class Printer {
    private final boolean json;
    private final boolean colours;
    private final PrintWriter out;

    public Printer(CommonOptions options, PrintWriter out) {
        this(options.json(), options.colours(), out);
    }

    Printer(boolean json, boolean colours, PrintWriter out) {
        this.json = json;
        this.colours = colours;
        this.out = out;
    }

    /** {@code remarks} stand below the text, which if {@code brief} leaves what shows the verdict to the page. */
    public void print(Checked checked, List<String> remarks, boolean brief) {
        print(text(checked, remarks, brief));
    }

    /** What is printed of a result. */
    String text(Checked checked, List<String> remarks, boolean brief) {
        if (json) {
            return JsonReport.line(checked) + "\n";
        } else if (brief) {
            // what is told of a model in brief is a paragraph, of the others a line
            String end = checked instanceof Checked.OfModel ? "\n" : "";
            return lines(checked.brief(text()), remarks) + end;
        }
        return text(checked.text(text()), remarks);
    }

    /** The verdict alone, as text. */
    void print(ModelCheckResult result, List<String> remarks) {
        print(text(text().brief(result), remarks));
    }

    /** A line about no single result, for people only. */
    public void note(String line) {
        if (!json) {
            out.println(line);
            out.flush();
        }
    }

    void print(String text) {
        out.print(text);
        out.flush();
    }

    private static String text(String report, List<String> remarks) {
        return lines(report, remarks) + "\n";
    }

    private static String lines(String report, List<String> remarks) {
        StringBuilder text = new StringBuilder(report.stripTrailing()).append('\n');
        remarks.forEach(remark -> text.append("  ").append(remark).append('\n'));
        return text.toString();
    }

    private TextReport text() {
        return (colours ? TextReport.coloured() : TextReport.plain()).showing(Excerpt::of);
    }
}
