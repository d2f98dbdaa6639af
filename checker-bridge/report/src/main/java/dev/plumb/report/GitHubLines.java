package dev.plumb.report;

import dev.plumb.report.Annotation.Level;
import dev.plumb.report.Annotation.Place;
import java.util.List;

/** The lines with which a step of GitHub Actions puts its errors and warnings into the view of a change. */
public final class GitHubLines {
    private static final int MESSAGE_MAX = 2_000;

    private GitHubLines() {}

    /** One line for each failure and each warning; nothing where there is none. */
    public static String of(List<Checked> results) {
        StringBuilder lines = new StringBuilder();
        results.forEach(checked ->
                Annotations.of(checked).forEach(each -> lines.append(line(each)).append('\n')));
        return lines.toString();
    }

    private static String line(Annotation annotation) {
        StringBuilder line = new StringBuilder(annotation.level() == Level.ERROR ? "::error " : "::warning ");
        annotation.place().ifPresent(place -> line.append(place(place)));
        return line.append("title=").append(property(annotation.title())) + "::"
                + data(Printable.cut(annotation.message(), MESSAGE_MAX));
    }

    private static String place(Place place) {
        StringBuilder text =
                new StringBuilder("file=").append(property(place.file())).append(',');
        if (place.line() > 0) {
            text.append("line=").append(place.line()).append(',');
            text.append("endLine=").append(place.endLine()).append(',');
        }
        // Columns are allowed where the end is on the same line only.
        if (place.column() > 0 && place.line() == place.endLine()) {
            text.append("col=").append(place.column()).append(',');
        }
        return text.toString();
    }

    /** There are no line breaks in it any more. */
    private static String data(String printable) {
        return printable.replace("%", "%25");
    }

    private static String property(String text) {
        return data(Printable.clean(text)).replace(":", "%3A").replace(",", "%2C");
    }
}
