package dev.plumb.traces;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recursive descent over the TLA+ text of values and states, as TLC prints them.
 *
 * <pre>
 * state    ::= { "/\" } name "=" value { "/\" name "=" value }
 * value    ::= word [ ".." word ] | string | "{" values "}" | "<<" values ">>" | "[" fields "]" | "(" mapping ")"
 * fields   ::= name "|->" value { "," name "|->" value }
 * mapping  ::= value ":>" value { "@@" value ":>" value }
 * </pre>
 */
final class TlaParser {
    /** TLC prints a value as deep as this nowhere; deeper text would exhaust the stack. */
    private static final int DEPTH_MAX = 500;

    private static final int INTERVAL_ELEMENTS_MAX = 1_000_000;

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");
    private static final Pattern WORD = Pattern.compile("-[0-9]+|[A-Za-z0-9_]+");

    /** TLC prints field names as they are, also those that are no identifiers. */
    private static final Pattern FIELD = Pattern.compile("([^\\s\\[\\]{}<>(),\"|]+)\\s*\\|->");

    private static final Pattern SPACE = Pattern.compile("\\s*");

    private final String text;
    private int offset;
    private int depth;

    TlaParser(String text) {
        this.text = text;
    }

    TlaValue wholeValue() {
        TlaValue value = value();
        expectEnd();
        return value;
    }

    SortedMap<String, TlaValue> wholeState() {
        SortedMap<String, TlaValue> state = new TreeMap<>();
        accept("/\\");
        do {
            int start = skipSpace();
            String name = word();
            expect("=");
            if (state.putIfAbsent(name, value()) != null) {
                throw error("another variable than " + name, start);
            }
        } while (accept("/\\"));
        expectEnd();
        return state;
    }

    private TlaValue value() {
        if (++depth > DEPTH_MAX) {
            throw error("a value that is at most " + DEPTH_MAX + " levels deep", offset);
        }
        TlaValue value =
                switch (peek()) {
                    case '"' -> TlaValue.of(string());
                    case '{' -> TlaValue.set(elements("{", "}", this::value));
                    case '<' -> TlaValue.tuple(elements("<<", ">>", this::value));
                    case '[' -> record();
                    case '(' -> function();
                    default -> atom();
                };
        depth--;
        return value;
    }

    private <T> List<T> elements(String open, String close, Supplier<T> element) {
        List<T> elements = new ArrayList<>();
        expect(open);
        if (accept(close)) {
            return elements;
        }
        do {
            elements.add(element.get());
        } while (accept(","));
        expect(close);
        return elements;
    }

    private TlaValue record() {
        SortedMap<String, TlaValue> fields = new TreeMap<>();
        int start = offset;
        for (Map.Entry<String, TlaValue> field : elements("[", "]", this::field)) {
            if (fields.putIfAbsent(field.getKey(), field.getValue()) != null) {
                throw error("a record with one field " + field.getKey(), start);
            }
        }
        return TlaValue.record(fields);
    }

    private Map.Entry<String, TlaValue> field() {
        Matcher name = match(FIELD, "a field name and |->");
        return Map.entry(name.group(1), value());
    }

    private TlaValue function() {
        SortedMap<TlaValue, TlaValue> entries = new TreeMap<>();
        expect("(");
        do {
            TlaValue argument = value();
            expect(":>");
            // in f @@ g the left side wins
            entries.putIfAbsent(argument, value());
        } while (accept("@@"));
        expect(")");
        return TlaValue.function(entries);
    }

    private TlaValue atom() {
        int start = skipSpace();
        String word = word();
        if (INTEGER.matcher(word).matches()) {
            int from = integer(word, start);
            return accept("..") ? interval(from, start) : TlaValue.of(from);
        } else if (word.equals("TRUE") || word.equals("FALSE")) {
            return TlaValue.of(word.equals("TRUE"));
        }
        return TlaValue.model(word);
    }

    private TlaValue interval(int from, int start) {
        int to = integer(match(INTEGER, "an integer").group(), start);
        if ((long) to - from >= INTERVAL_ELEMENTS_MAX) {
            throw error("an interval of at most " + INTERVAL_ELEMENTS_MAX + " elements", start);
        }
        List<TlaValue> elements = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            elements.add(TlaValue.of(i));
        }
        return TlaValue.set(elements);
    }

    private int integer(String word, int start) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw error("an integer of 32 bits", start);
        }
    }

    private String string() {
        int start = offset++;
        while (offset < text.length() && text.charAt(offset) != '"') {
            offset += text.charAt(offset) == '\\' ? 2 : 1;
        }
        if (offset >= text.length()) {
            throw error("a string that is closed", start);
        }
        return TlaText.unquote(text.substring(start, ++offset));
    }

    private String word() {
        return match(WORD, "a value").group();
    }

    private Matcher match(Pattern pattern, String expected) {
        Matcher matcher = pattern.matcher(text).region(skipSpace(), text.length());
        if (!matcher.lookingAt()) {
            throw error(expected, offset);
        }
        offset = matcher.end();
        return matcher;
    }

    private char peek() {
        return skipSpace() < text.length() ? text.charAt(offset) : '\0';
    }

    private boolean accept(String symbol) {
        boolean found = text.startsWith(symbol, skipSpace());
        offset += found ? symbol.length() : 0;
        return found;
    }

    private void expect(String symbol) {
        if (!accept(symbol)) {
            throw error(symbol, offset);
        }
    }

    private void expectEnd() {
        if (skipSpace() < text.length()) {
            throw error("the end of the text", offset);
        }
    }

    private int skipSpace() {
        Matcher space = SPACE.matcher(text).region(offset, text.length());
        offset = space.lookingAt() ? space.end() : offset;
        return offset;
    }

    private TlaSyntaxException error(String expected, int at) {
        return new TlaSyntaxException(expected, text, at);
    }
}
