package dev.plumb.traces;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of which long traces consist: ASCII without escapes, and integers of few digits. It takes a third of the
 * time of a parser for all of JSON, to which all else is left, and so is whatever is wrong.
 */
final class PlainJson {
    private static final int DIGITS_MAX = 9;
    private static final int DEPTH_MAX = 100;

    /** For all threads: whoever finds another's word, or none, makes his own. */
    private static final @Nullable String[] WORDS = new String[1 << 8];

    private final byte[] line;
    private int at;
    private int depth;

    private PlainJson(byte[] line) {
        this.line = line;
    }

    /** The one value on a line; null if it has to be read otherwise. */
    static @Nullable Json read(byte[] line) {
        PlainJson reader = new PlainJson(line);
        Json json = reader.value();
        return reader.at == line.length ? json : null;
    }

    /** The next byte, or one that nothing begins with. */
    private int peek() {
        return at < line.length ? line[at] : 0;
    }

    private boolean skip(char expected) {
        skipSpaces();
        if (peek() == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void skipSpaces() {
        while (peek() == ' ') {
            at++;
        }
    }

    private @Nullable Json value() {
        skipSpaces();
        int first = peek();
        if (first == '{' || first == '[') {
            depth++;
            Json json = depth > DEPTH_MAX ? null : first == '{' ? object() : array();
            depth--;
            return json;
        } else if (first == '"') {
            String text = string();
            return text == null ? null : new Json.Text(text);
        }
        return first == 't' || first == 'f' ? bool(first == 't') : number();
    }

    private @Nullable Json bool(boolean value) {
        for (char expected : (value ? "true" : "false").toCharArray()) {
            if (peek() != expected) {
                return null;
            }
            at++;
        }
        return new Json.Bool(value);
    }

    private @Nullable Json object() {
        Map<String, Json> fields = new LinkedHashMap<>();
        at++;
        if (skip('}')) {
            return new Json.Obj(fields);
        }
        do {
            String key = string();
            Json value = key == null || !skip(':') ? null : value();
            if (value == null || fields.putIfAbsent(key, value) != null) {
                return null;
            }
        } while (skip(','));
        return skip('}') ? new Json.Obj(fields) : null;
    }

    private @Nullable Json array() {
        List<Json> items = new ArrayList<>(Json.SMALL);
        at++;
        if (skip(']')) {
            return new Json.Arr(items);
        }
        do {
            Json item = value();
            if (item == null) {
                return null;
            }
            items.add(item);
        } while (skip(','));
        return skip(']') ? new Json.Arr(items) : null;
    }

    private @Nullable String string() {
        if (!skip('"')) {
            return null;
        }
        int begin = at;
        while (at < line.length && line[at] != '"') {
            if (line[at] < ' ' || line[at] == '\\') {
                return null;
            }
            at++;
        }
        return at++ < line.length ? text(begin, at - 1) : null;
    }

    /** Traces say the same words again and again: each is made once, so that looking it up elsewhere is quick, too. */
    private String text(int begin, int end) {
        int hash = end - begin;
        for (int i = begin; i < end; i++) {
            hash = 31 * hash + line[i];
        }
        int slot = (hash ^ hash >>> 8) & (WORDS.length - 1);
        String known = WORDS[slot];
        if (known != null && isAt(known, begin, end)) {
            return known;
        }
        String text = new String(line, begin, end - begin, StandardCharsets.ISO_8859_1);
        WORDS[slot] = text;
        return text;
    }

    private boolean isAt(String word, int begin, int end) {
        if (word.length() != end - begin) {
            return false;
        }
        for (int i = begin; i < end; i++) {
            if (word.charAt(i - begin) != line[i]) {
                return false;
            }
        }
        return true;
    }

    /** From 0 on, without a zero before it; a fraction is left unread, which whoever goes on does not expect. */
    private @Nullable Json number() {
        int begin = at;
        int number = 0;
        while (peek() >= '0' && peek() <= '9') {
            number = 10 * number + line[at++] - '0';
        }
        int digits = at - begin;
        return digits == 1 || (digits > 1 && digits <= DIGITS_MAX && line[begin] != '0') ? new Json.Num(number) : null;
    }
}
