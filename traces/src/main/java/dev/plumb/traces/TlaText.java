package dev.plumb.traces;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.SortedMap;

/** TLA+ text of values: what a {@link TlaValue} prints and {@link #parse} reads, TLC's own output included. */
public final class TlaText {
    private static final String ESCAPED = "\\\"\n\t\r\f";
    private static final String ESCAPES = "\\\"ntrf";

    private TlaText() {}

    public static boolean isIdentifier(String text) {
        boolean hasLetter = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
            if (!isLetter && (c < '0' || c > '9')) {
                return false;
            }
            hasLetter |= isLetter;
        }
        return hasLetter;
    }

    /**
     * The value that this is the text of.
     *
     * @throws TlaSyntaxException if it is not the text of one
     */
    public static TlaValue parse(String text) {
        return new TlaParser(text).wholeValue();
    }

    /**
     * The values of the variables in a state as TLC prints it: {@code /\ x = 1} for each variable, or {@code x = 1}
     * alone where there is but one; a value may go over several lines.
     *
     * @throws TlaSyntaxException if it is not the text of a state
     */
    public static SortedMap<String, TlaValue> parseState(String text) {
        return new TlaParser(text).wholeState();
    }

    static String quote(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            int escape = ESCAPED.indexOf(c);
            quoted.append(escape < 0 ? String.valueOf(c) : "\\" + ESCAPES.charAt(escape));
        }
        return quoted.append('"').toString();
    }

    /** What {@link #quote} made: a backslash before anything else than an escape stands for what follows. */
    static String unquote(String quoted) {
        StringBuilder value = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c == '\\') {
                char escaped = quoted.charAt(++i);
                int escape = ESCAPES.indexOf(escaped);
                c = escape < 0 ? escaped : ESCAPED.charAt(escape);
            }
            value.append(c);
        }
        return value.toString();
    }

    static String print(TlaValue.Fn fn) {
        if (fn.isTuple()) {
            return fn.entries().values().stream().map(TlaValue::toString).collect(joining(", ", "<<", ">>"));
        } else if (fn.isRecord()) {
            return fn.entries().entrySet().stream().map(TlaText::field).collect(joining(", ", "[", "]"));
        }
        return fn.entries().entrySet().stream()
                .map(e -> e.getKey() + " :> " + e.getValue())
                .collect(joining(" @@ ", "(", ")"));
    }

    private static String field(Map.Entry<TlaValue, TlaValue> entry) {
        return ((TlaValue.Str) entry.getKey()).value() + " |-> " + entry.getValue();
    }
}
