package dev.plumb.report;

import dev.plumb.report.Changes.Mark;
import dev.plumb.traces.TlaValue;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Values on a page, each with a mark that says what it is. */
final class HtmlValues {
    static final int CHANGED_MAX = 2_000;
    private static final int SAME_MAX = 400;
    private static final int PATH_MAX = 120;

    private final Markup out;

    HtmlValues(Markup out) {
        this.out = out;
    }

    /** A change in a list of changes: its mark, path and values. */
    void line(Changes.Line line, int valueMax) {
        String kind = line.mark().name().toLowerCase(Locale.ROOT);
        out.open("li", "class", kind).leaf("i", line.mark().sign(), "class", "mark " + kind);
        out.leaf("code", Printable.clip(line.path(), PATH_MAX), "class", "key").open("span");
        value("del", line.before(), valueMax);
        if (line.mark() == Mark.CHANGED) {
            out.leaf("span", "→", "class", "arrow");
        }
        value("ins", line.after(), valueMax);
        out.close().close();
    }

    /** Values that are no variables': told apart by their mark. */
    void expressions(Map<String, TlaValue> values) {
        out.open("ul", "class", "rows expressions");
        values.forEach((text, value) -> {
            out.open("li").leaf("i", "=", "class", "mark");
            out.leaf("code", Printable.clip(text, PATH_MAX), "class", "key", "title", Printable.clip(text, SAME_MAX));
            out.open("span").leaf("code", Printable.cut(value.toString(), SAME_MAX));
            out.close().close();
        });
        out.close();
    }

    private void value(String tag, Optional<TlaValue> value, int valueMax) {
        value.ifPresent(known -> out.leaf(tag, Printable.cut(known.toString(), valueMax)));
    }
}
