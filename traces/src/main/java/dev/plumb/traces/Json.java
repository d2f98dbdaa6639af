package dev.plumb.traces;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of one line. Numbers that are not small stay text, so that whoever takes one decides what is too big. */
sealed interface Json {
    JsonFactory FACTORY = new JsonFactory();

    /** As many as most arrays and objects in a trace have. */
    int SMALL = 4;

    /** An object or array. It may stand on many lines, so that the value that was made of it is kept. */
    abstract sealed class Composed implements Json {
        private @Nullable TlaValue value;

        /** The value that was made of it; null if none was. */
        final @Nullable TlaValue kept() {
            return value;
        }

        final TlaValue keep(TlaValue made) {
            value = made;
            return made;
        }
    }

    final class Obj extends Composed {
        private final Map<String, Json> fields;

        Obj(Map<String, Json> fields) {
            this.fields = fields;
        }

        Map<String, Json> fields() {
            return fields;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Obj object && object.fields.equals(fields);
        }

        @Override
        public int hashCode() {
            return fields.hashCode();
        }
    }

    final class Arr extends Composed {
        private final List<Json> items;

        Arr(List<Json> items) {
            this.items = items;
        }

        List<Json> items() {
            return items;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Arr array && array.items.equals(items);
        }

        @Override
        public int hashCode() {
            return items.hashCode();
        }
    }

    record Text(String value) implements Json {}

    /** A number: its text, or a small integer. */
    final class Num implements Json {
        private final @Nullable String text;
        private final int value;

        Num(String text) {
            this.text = text;
            this.value = 0;
        }

        Num(int value) {
            this.text = null;
            this.value = value;
        }

        String text() {
            return text == null ? Integer.toString(value) : text;
        }

        boolean isSmall() {
            return text == null;
        }

        /** @throws NumberFormatException if it has a fraction, or more than 32 bits */
        int intValue() {
            return text == null ? value : Integer.parseInt(text);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Num number && number.text().equals(text());
        }

        @Override
        public int hashCode() {
            return text().hashCode();
        }
    }

    record Bool(boolean value) implements Json {}

    record Null() implements Json {}

    /**
     * The one value on a line.
     *
     * @param repeats what the lines before had, to which this one's is added
     * @throws IOException if it is not JSON, or not one value only
     * @throws Problem if an object in it has a key twice
     */
    static Json parse(byte[] line, Source source, Repeats repeats) throws IOException {
        Json plain = PlainJson.read(line, repeats);
        return plain == null ? parse(line, source) : plain;
    }

    /** The same for a line that stands alone, for all of JSON, and for what is wrong. */
    static Json parse(byte[] line, Source source) throws IOException {
        try (JsonParser parser = FACTORY.createParser(line)) {
            Json json = read(parser, next(parser), source);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more than one value on the line");
            }
            return json;
        }
    }

    /**
     * The value that begins with the parser's current token.
     *
     * @throws IOException if it is not JSON
     * @throws Problem if an object in it has a key twice
     */
    static Json read(JsonParser parser, Source source) throws IOException {
        return read(parser, parser.currentToken(), source);
    }

    private static Json read(JsonParser parser, JsonToken token, Source source) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser, source);
            case START_ARRAY -> array(parser, source);
            case VALUE_STRING -> new Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Num(parser.getText());
            case VALUE_TRUE -> new Bool(true);
            case VALUE_FALSE -> new Bool(false);
            case VALUE_NULL -> new Null();
            default -> throw new JsonParseException(parser, "unexpected " + token);
        };
    }

    private static Json object(JsonParser parser, Source source) throws IOException {
        Map<String, Json> fields = new LinkedHashMap<>(SMALL);
        while (next(parser) != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (fields.putIfAbsent(key, read(parser, next(parser), source)) != null) {
                String place = Place.of(parser.getParsingContext()).toString();
                throw TraceProblems.keyIsThereTwice(source, place);
            }
        }
        return new Obj(fields);
    }

    private static Json array(JsonParser parser, Source source) throws IOException {
        List<Json> items = new ArrayList<>(SMALL);
        JsonToken token = next(parser);
        while (token != JsonToken.END_ARRAY) {
            items.add(read(parser, token, source));
            token = next(parser);
        }
        return new Arr(items);
    }

    private static JsonToken next(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new JsonParseException(parser, "the line ends within a value");
        }
        return token;
    }

    /** What this is, for a message that expected something else. */
    default String described() {
        if (this instanceof Obj) {
            return "an object";
        } else if (this instanceof Arr) {
            return "an array";
        } else if (this instanceof Text text) {
            return TlaText.quote(text.value());
        } else if (this instanceof Num number) {
            return number.text();
        } else if (this instanceof Bool bool) {
            return String.valueOf(bool.value());
        }
        return "null";
    }
}
