package dev.plumb.report;

import java.util.ArrayList;
import java.util.List;

/** Lines for a terminal: indented, wrapped, and coloured where asked for. */
final class Lines {
    static final int COLUMNS = 100;

    /** Longer values fill screens without telling more. */
    private static final int VALUE_MAX = 1_000;

    private static final int NAME_MAX = 40;

    private static final String RESET = "\u001b[0m";

    private final StringBuilder out = new StringBuilder();
    private final boolean colour;

    Lines(boolean colour) {
        this.colour = colour;
    }

    /** What a piece of text is; its colour never says more than its words do. */
    enum Style {
        GOOD("1;32"),
        BAD("1;31"),
        OPEN("1;33"),
        STRONG("1"),
        FAINT("2"),
        ADDED("32"),
        REMOVED("31"),
        CHANGED("36");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    /** {@code text} with spaces up to {@code width}; a name longer than a column is cut. */
    static String pad(String text, int width) {
        String clipped = Printable.clip(text, NAME_MAX);
        return clipped + " ".repeat(Math.max(0, Math.min(width, NAME_MAX) - Printable.width(clipped)));
    }

    String paint(Style style, String text) {
        String clean = Printable.clean(text);
        return colour && !clean.isEmpty() ? "\u001b[" + style.code + "m" + clean + RESET : clean;
    }

    /** A line whose parts are painted or safe already. */
    Lines line(String painted) {
        out.append(painted.stripTrailing()).append('\n');
        return this;
    }

    Lines blank() {
        return line("");
    }

    /** {@code head}, painted, and {@code text} beside it; what does not fit goes below, as far in as it began. */
    Lines hanging(String head, Style style, String text) {
        int indent = Printable.width(head);
        String margin = " ".repeat(indent);
        String before = paint(style, head);
        for (String part : wrap(Printable.cut(text, VALUE_MAX), Math.max(COLUMNS - indent, 40))) {
            line(before + part);
            before = margin;
        }
        return this;
    }

    /** As {@link #hanging}, with a plain head. */
    Lines hanging(String head, String text) {
        return hanging(head, Style.FAINT, text);
    }

    /** {@code left} and, at the right margin if there is room, {@code right}. */
    Lines spread(String left, String right, String paintedLeft) {
        int gap = COLUMNS - Printable.width(left) - Printable.width(right);
        return line(paintedLeft + " ".repeat(Math.max(gap, 2)) + paint(Style.FAINT, right));
    }

    @Override
    public String toString() {
        return out.toString();
    }

    /** Breaks after commas and spaces where it can; a break inside a string of the user's is no loss. */
    private static List<String> wrap(String text, int width) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (Printable.width(rest) > width) {
            int end = rest.offsetByCodePoints(0, width);
            int space = rest.lastIndexOf(' ', end);
            int cut = space > width / 2 ? space + 1 : end;
            parts.add(rest.substring(0, cut));
            rest = rest.substring(cut);
        }
        parts.add(rest);
        return parts;
    }
}
