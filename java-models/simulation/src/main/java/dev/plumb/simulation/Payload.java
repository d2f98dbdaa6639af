package dev.plumb.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a message says: a type and named texts. Its own text is {@code Prepared?rm=r1&tx=tx-1}. */
public record Payload(String type, SortedMap<String, String> fields) {

    public Payload {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** A payload of this type without fields. */
    public static Payload of(String type) {
        return new Payload(type, Collections.emptySortedMap());
    }

    /** This payload with one field more. */
    public Payload with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(fields);
        more.put(name, value);
        return new Payload(type, more);
    }

    /**
     * The value of the field.
     *
     * @throws IllegalArgumentException if there is none
     */
    public String get(String field) {
        String value = fields.get(field);
        if (value == null) {
            throw new IllegalArgumentException(text() + " has no field " + field);
        }
        return value;
    }

    /** What goes over a wire. */
    public String text() {
        String values = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(joining("&"));
        return encode(type) + "?" + values;
    }

    /**
     * The payload with this {@link #text}.
     *
     * @throws IllegalArgumentException if it is not the text of a payload
     */
    public static Payload parse(String text) {
        int question = text.indexOf('?');
        if (question < 0) {
            throw new IllegalArgumentException(text + " is not the text of a payload");
        }
        SortedMap<String, String> fields = new TreeMap<>();
        for (String field : text.substring(question + 1).split("&", 0)) {
            int equals = field.indexOf('=');
            if (equals >= 0) {
                fields.put(decode(field.substring(0, equals)), decode(field.substring(equals + 1)));
            }
        }
        return new Payload(decode(text.substring(0, question)), fields);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    @Override
    public String toString() {
        return text();
    }
}
