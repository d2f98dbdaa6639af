package dev.plumb.traces;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.regex.Pattern;

/** TLA+ text of values: what {@link TlaValue#toString} prints and {@code parse} reads, TLC's own output included. */
public final class TlaText {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_]*[A-Za-z_][A-Za-z0-9_]*");

    private TlaText() {}

    public static boolean isIdentifier(String text) {
        return IDENTIFIER.matcher(text).matches();
    }

    static String quote(String value) {
        return '"'
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
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
