package dev.plumb.report;

import dev.plumb.report.Changes.Mark;
import dev.plumb.traces.TlaValue;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Values on a page, with what changed marked inside them. */
final class HtmlValues {
    static final int CHANGED_MAX = 2_000;
    private static final int SAME_MAX = 400;

    /** Rows of one value beyond which those that stayed the same are counted only. */
    private static final int ROWS_MAX = 24;

    private static final int CHANGED_ROWS_MAX = 200;

    private final Markup out;

    HtmlValues(Markup out) {
        this.out = out;
    }

    static Mark mark(Change change) {
        return change instanceof Change.Appeared
                ? Mark.ADDED
                : change instanceof Change.Vanished ? Mark.REMOVED : Mark.CHANGED;
    }

    /** A variable's value; one that stayed the same has the shape of one that changed, so that nothing jumps. */
    void write(Change change) {
        if (change instanceof Change.Same same && same.value() instanceof TlaValue.SetOf set) {
            write(same, set.elements().size(), new Change.InSet(set.elements(), new TreeSet<>(), new TreeSet<>()));
        } else if (change instanceof Change.Same same && same.value() instanceof TlaValue.Fn fn) {
            SortedMap<TlaValue, Change> rows = new TreeMap<>();
            fn.entries().forEach((key, value) -> rows.put(key, new Change.Same(value)));
            write(same, rows.size(), new Change.InFunction(rows));
        } else {
            value(change);
        }
    }

    /** A change in a list of changes: its mark, path and values. */
    void line(Changes.Line line, int valueMax) {
        row(line.mark(), Optional.of(Printable.clip(line.path(), 120)));
        line.before().ifPresent(before -> out.leaf("del", Printable.cut(before.toString(), valueMax)));
        if (line.mark() == Mark.CHANGED) {
            out.leaf("span", "→", "class", "arrow");
        }
        line.after().ifPresent(after -> out.leaf("ins", Printable.cut(after.toString(), valueMax)));
        endRow();
    }

    /** Values that are no variables': told apart by their mark. */
    void expressions(Map<String, TlaValue> values) {
        out.open("ul", "class", "rows expressions");
        values.forEach((text, value) -> {
            out.open("li").leaf("i", "=", "class", "mark");
            out.leaf("code", Printable.clip(text, 120), "class", "key", "title", Printable.clip(text, SAME_MAX));
            out.open("span").leaf("code", Printable.cut(value.toString(), SAME_MAX));
            endRow();
        });
        out.close();
    }

    private void write(Change.Same same, int rows, Change asRows) {
        value(rows == 0 || rows > ROWS_MAX ? same : asRows);
    }

    private void value(Change change) {
        if (change instanceof Change.Same same) {
            out.leaf("code", Printable.cut(same.value().toString(), SAME_MAX));
        } else if (change instanceof Change.Appeared appeared) {
            ins(appeared.after());
        } else if (change instanceof Change.Vanished vanished) {
            del(vanished.before());
        } else if (change instanceof Change.Replaced replaced) {
            del(replaced.before());
            out.leaf("span", "→", "class", "arrow");
            ins(replaced.after());
        } else if (change instanceof Change.InSet set) {
            out.open("ul", "class", "rows");
            elements(set.removed(), Mark.REMOVED);
            elements(set.added(), Mark.ADDED);
            kept(set.kept());
            out.close();
        } else if (change instanceof Change.InFunction function) {
            function(function.rows());
        } else if (change instanceof Change.InSequence sequence) {
            out.open("ul", "class", "rows");
            kept(sequence.head());
            elements(sequence.removed(), Mark.REMOVED);
            elements(sequence.added(), Mark.ADDED);
            kept(sequence.tail());
            out.close();
        }
    }

    private void function(SortedMap<TlaValue, Change> rows) {
        out.open("ul", "class", "rows");
        int left = 0;
        int shown = 0;
        for (TlaValue key : rows.keySet()) {
            Change change = rows.get(key);
            boolean same = change instanceof Change.Same;
            if (shown >= (same ? ROWS_MAX : CHANGED_ROWS_MAX)) {
                left++;
                continue;
            }
            shown++;
            row(same ? null : mark(change), Optional.of(Printable.clip(key.toString(), 120)));
            value(change);
            endRow();
        }
        more(left);
        out.close();
    }

    private void elements(Collection<TlaValue> elements, Mark mark) {
        elements.stream().limit(CHANGED_ROWS_MAX).forEach(element -> {
            row(mark, Optional.empty());
            if (mark == Mark.ADDED) {
                ins(element);
            } else {
                del(element);
            }
            endRow();
        });
        more(elements.size() - CHANGED_ROWS_MAX);
    }

    private void kept(Collection<TlaValue> elements) {
        elements.stream().limit(ROWS_MAX).forEach(element -> {
            row(null, Optional.empty());
            out.leaf("code", Printable.cut(element.toString(), SAME_MAX));
            endRow();
        });
        more(elements.size() - ROWS_MAX);
    }

    private void more(int left) {
        if (left > 0) {
            row(null, Optional.empty());
            out.text("… " + Words.count(left, "more row"));
            endRow();
        }
    }

    /** Opens a row; without a mark it is one that stayed. */
    private void row(@Nullable Mark mark, Optional<String> key) {
        String kind = mark == null ? "kept" : mark.name().toLowerCase(Locale.ROOT);
        out.open("li", "class", key.isPresent() ? kind : kind + " plain");
        out.leaf("i", mark == null ? "" : mark.sign(), "class", "mark " + kind);
        key.ifPresent(text -> out.leaf("code", text, "class", "key"));
        out.open("span");
    }

    private void endRow() {
        out.close().close();
    }

    private void ins(TlaValue value) {
        out.leaf("ins", Printable.cut(value.toString(), CHANGED_MAX));
    }

    private void del(TlaValue value) {
        out.leaf("del", Printable.cut(value.toString(), CHANGED_MAX));
    }
}
