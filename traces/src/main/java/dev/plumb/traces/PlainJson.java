package dev.plumb.traces;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final @Nullable Word[] WORDS = new Word[1 << 8];

    private static final class Word {
        private final byte[] bytes;
        private final String text;

        private Word(byte[] bytes, String text) {
            this.bytes = bytes;
            this.text = text;
        }
    }

    private final byte[] line;
    private final Repeats repeats;
    private int at;
    private int depth;

    private PlainJson(byte[] line, Repeats repeats) {
        this.line = line;
        this.repeats = repeats;
    }

    /** The one value on a line; null if it has to be read otherwise. */
    static @Nullable Json read(byte[] line, Repeats repeats) {
        PlainJson reader = new PlainJson(line, repeats);
        Json json = reader.value(Repeats.outermost());
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

    private @Nullable Json value(int place) {
        skipSpaces();
        int first = peek();
        if (first == '{' || first == '[') {
            Repeats.Read repeated = repeats.find(place, line, at);
            return repeated == null ? composed(place, first) : repeated(repeated);
        } else if (first == '"') {
            String text = string();
            return text == null ? null : new Json.Text(text);
        }
        return first == 't' || first == 'f' ? bool(first == 't') : number();
    }

    private Json repeated(Repeats.Read repeated) {
        at += repeated.length();
        return repeated.json();
    }

    private @Nullable Json composed(int place, int first) {
        int begin = at;
        depth++;
        Json json = depth > DEPTH_MAX ? null : first == '{' ? object(place) : array(place);
        depth--;
        if (json != null) {
            repeats.add(place, line, begin, at, json);
        }
        return json;
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

    private @Nullable Json object(int place) {
        Map<String, Json> fields = new LinkedHashMap<>(2 * Json.SMALL);
        at++;
        if (skip('}')) {
            return new Json.Obj(fields);
        }
        do {
            String key = string();
            Json value = key == null || !skip(':') ? null : value(Repeats.within(place, key.hashCode()));
            if (value == null || fields.putIfAbsent(key, value) != null) {
                return null;
            }
        } while (skip(','));
        return skip('}') ? new Json.Obj(fields) : null;
    }

    private @Nullable Json array(int place) {
        List<Json> items = new ArrayList<>(Json.SMALL);
        at++;
        if (skip(']')) {
            return new Json.Arr(items);
        }
        do {
            Json item = value(Repeats.within(place, items.size()));
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
        int slot = slot(begin, end);
        Word known = WORDS[slot];
        if (known != null && Arrays.equals(known.bytes, 0, known.bytes.length, line, begin, end)) {
            return known.text;
        }
        String text = new String(line, begin, end - begin, StandardCharsets.ISO_8859_1);
        WORDS[slot] = new Word(Arrays.copyOfRange(line, begin, end), text);
        return text;
    }

    /** Some of the bytes tell most words apart. */
    private int slot(int begin, int end) {
        int length = end - begin;
        int hash = length == 0 ? 0 : length + 31 * (line[begin] + 31 * (line[begin + length / 2] + 31 * line[end - 1]));
        return (hash ^ hash >>> 8) & (WORDS.length - 1);
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
