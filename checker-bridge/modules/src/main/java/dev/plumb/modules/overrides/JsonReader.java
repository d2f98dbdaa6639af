package dev.plumb.modules.overrides;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;
import util.UniqueString;

/** Reads one JSON text. TLC is started without libraries of ours, so there is none to leave this to. */
final class JsonReader {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

    private final String text;
    private final String source;
    private int at;

    /**
     * A reader.
     *
     * @param source where the text is from, for messages
     */
    JsonReader(String text, String source) {
        this.text = text;
        this.source = source;
    }

    Value read() {
        Value value = value();
        skipSpace();
        if (at < text.length()) {
            throw wrong("more text after the value");
        }
        return value;
    }

    private Value value() {
        skipSpace();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new StringValue(string());
            case 't' -> word("true", BoolValue.ValTrue);
            case 'f' -> word("false", BoolValue.ValFalse);
            case 'n' -> throw wrong("null, which no TLA+ value stands for");
            default -> number();
        };
    }

    private Value object() {
        Map<String, Value> fields = new LinkedHashMap<>();
        expect('{');
        while (!ends('}', fields.isEmpty())) {
            skipSpace();
            String name = string();
            expect(':');
            if (fields.put(name, value()) != null) {
                throw wrong("the field " + name + " a second time");
            }
        }
        UniqueString[] names =
                fields.keySet().stream().map(UniqueString::uniqueStringOf).toArray(UniqueString[]::new);
        return new RecordValue(names, fields.values().toArray(Value[]::new), false);
    }

    private Value array() {
        List<Value> elements = new ArrayList<>();
        expect('[');
        while (!ends(']', elements.isEmpty())) {
            elements.add(value());
        }
        return new TupleValue(elements.toArray(Value[]::new));
    }

    /** Whether the bracket closes here; else takes the comma that must be between two elements. */
    private boolean ends(char bracket, boolean first) {
        skipSpace();
        if (peek() == bracket) {
            at++;
            return true;
        }
        if (!first) {
            expect(',');
        }
        return false;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (peek() != '"') {
            char next = text.charAt(at++);
            string.append(next == '\\' ? escaped() : next);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char kind = peek();
        at++;
        return switch (kind) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            case '"', '\\', '/' -> kind;
            default -> throw wrong("the escape \\" + kind);
        };
    }

    private char unicode() {
        try {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw wrong("an incomplete \\u");
        }
    }

    private Value word(String word, Value meaning) {
        if (!text.startsWith(word, at)) {
            throw wrong("something that begins like " + word);
        }
        at += word.length();
        return meaning;
    }

    private Value number() {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw wrong("'" + peek() + "'");
        }
        try {
            Value value = IntValue.gen(Integer.parseInt(number.group()));
            at = number.end();
            return value;
        } catch (NumberFormatException e) {
            throw wrong(number.group() + ", which is no integer of at most 32 bits");
        }
    }

    private void expect(char wanted) {
        skipSpace();
        if (peek() != wanted) {
            throw wrong("'" + peek() + "' in place of '" + wanted + "'");
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("the end");
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private RuntimeException wrong(String seen) {
        return Arguments.error("The JSON of " + source + " has, at character " + (at + 1) + ", " + seen + ".");
    }
}
