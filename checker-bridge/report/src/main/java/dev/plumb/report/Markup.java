package dev.plumb.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Writes HTML and SVG; escapes all text and every attribute, so that nothing that was recorded becomes markup. */
final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; {@code attributes} are names and values in turn. */
    Markup open(String tag, Object... attributes) {
        start(tag, attributes).append('>');
        open.push(tag);
        return this;
    }

    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes the innermost element and ends the line. */
    Markup closeLine() {
        close();
        return line();
    }

    Markup line() {
        out.append('\n');
        return this;
    }

    Markup text(String text) {
        out.append(escape(text));
        return this;
    }

    /** Text with line breaks. */
    Markup lines(List<String> lines) {
        lines.forEach(line -> text(line).line());
        return this;
    }

    /** An element that holds text only. */
    Markup leaf(String tag, String text, Object... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element that holds nothing. */
    Markup empty(String tag, Object... attributes) {
        start(tag, attributes).append("/>");
        return this;
    }

    /** Markup that was written by this class, or that is ours. */
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    static String escape(String text) {
        String clean = Printable.clean(text);
        StringBuilder escaped = new StringBuilder(clean.length() + 16);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private StringBuilder start(String tag, Object... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            out.append(escape(attributes[i + 1].toString())).append('"');
        }
        return out;
    }
}
