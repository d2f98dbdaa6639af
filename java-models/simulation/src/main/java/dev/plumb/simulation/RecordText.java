package dev.plumb.simulation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/**
 * Records as text, on a wire or in a file: {@code {"dev.plumb.…Messages$Prepared":{"tx":"tx-1"}}}. Components can be texts,
 * integers, booleans, enums, records, optionals, lists, sorted sets and sorted maps, those of PCollections included. A value
 * whose class the declared type does not tell has the name of its class in front.
 */
public final class RecordText {
    private static final JsonFactory JSON = new JsonFactory();

    private RecordText() {}

    /** The text of this record or enum constant. */
    public static String of(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            write(out, Object.class, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * The record or enum constant with this text.
     *
     * @throws IllegalArgumentException if it is not the text of one
     */
    public static Object parse(String text) {
        try (JsonParser in = JSON.createParser(text)) {
            in.nextToken();
            return read(in, Object.class);
        } catch (IOException | ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException(text + " is not the text of a record", e);
        }
    }

    private static void write(JsonGenerator out, Type declared, Object value) throws IOException {
        if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Integer || value instanceof Long) {
            out.writeNumber(((Number) value).longValue());
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof Optional<?> optional) {
            writeAll(out, argument(declared, 0), optional.stream().toList());
        } else if (value instanceof Map<?, ?> map) {
            writeMap(out, declared, map);
        } else if (value instanceof Collection<?> all) {
            writeAll(out, argument(declared, 0), all);
        } else if (!tells(declared)) {
            out.writeStartObject();
            out.writeFieldName(declaring(value).getName());
            writeFields(out, value);
            out.writeEndObject();
        } else {
            writeFields(out, value);
        }
    }

    private static Class<?> declaring(Object value) {
        return value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
    }

    private static void writeFields(JsonGenerator out, Object value) throws IOException {
        if (value instanceof Enum<?> constant) {
            out.writeString(constant.name());
            return;
        } else if (!(value instanceof Record)) {
            throw new IllegalArgumentException(
                    value.getClass() + " is neither a record nor anything else that has a text");
        }
        out.writeStartObject();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            out.writeFieldName(component.getName());
            write(out, component.getGenericType(), Records.component(value, component));
        }
        out.writeEndObject();
    }

    private static void writeAll(JsonGenerator out, Type element, Collection<?> values) throws IOException {
        out.writeStartArray();
        for (Object value : values) {
            write(out, element, value);
        }
        out.writeEndArray();
    }

    private static void writeMap(JsonGenerator out, Type declared, Map<?, ?> map) throws IOException {
        out.writeStartArray();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.writeStartArray();
            write(out, argument(declared, 0), entry.getKey());
            write(out, argument(declared, 1), entry.getValue());
            out.writeEndArray();
        }
        out.writeEndArray();
    }

    private static Type argument(Type declared, int index) {
        return declared instanceof ParameterizedType generic ? generic.getActualTypeArguments()[index] : Object.class;
    }

    /** Whether every value of the declared type is of the same class. */
    private static boolean tells(Type declared) {
        return declared instanceof Class<?> type && (type.isRecord() || type.isEnum());
    }

    private static Object read(JsonParser in, Type declared) throws IOException, ReflectiveOperationException {
        JsonToken token = in.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT) {
            boolean isInt = declared == int.class || declared == Integer.class;
            return isInt ? (Object) in.getIntValue() : in.getLongValue();
        } else if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return in.getBooleanValue();
        } else if (token == JsonToken.START_ARRAY) {
            return collection(in, declared);
        } else if (tells(declared)) {
            return fields(in, (Class<?>) declared);
        } else if (token == JsonToken.VALUE_STRING) {
            return in.getText();
        }
        Class<?> type = Class.forName(nextField(in), false, loader());
        in.nextToken();
        Object value = fields(in, type);
        in.nextToken();
        return value;
    }

    private static ClassLoader loader() {
        ClassLoader ofUser = Thread.currentThread().getContextClassLoader();
        return ofUser == null ? RecordText.class.getClassLoader() : ofUser;
    }

    private static String nextField(JsonParser in) throws IOException {
        String name = in.nextFieldName();
        if (name == null) {
            throw new IllegalArgumentException("there is no name of a class at " + in.currentLocation());
        }
        return name;
    }

    private static Object fields(JsonParser in, Class<?> type) throws IOException, ReflectiveOperationException {
        if (type.isEnum()) {
            String name = in.getText();
            return Stream.of(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(name + " is no " + type));
        } else if (!type.isRecord()) {
            throw new IllegalArgumentException(type + " is no record");
        }
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            if (!components[i].getName().equals(in.nextFieldName())) {
                throw new IllegalArgumentException("there is no " + components[i].getName() + " of " + type);
            }
            in.nextToken();
            values[i] = read(in, components[i].getGenericType());
        }
        in.nextToken();
        return Records.create(type, values);
    }

    private static Object collection(JsonParser in, Type declared) throws IOException, ReflectiveOperationException {
        Class<?> raw = (Class<?>) (declared instanceof ParameterizedType generic ? generic.getRawType() : declared);
        if (Map.class.isAssignableFrom(raw)) {
            return map(in, declared, raw);
        }
        List<Object> values = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            values.add(read(in, argument(declared, 0)));
        }
        if (raw == Optional.class) {
            return values.stream().findFirst();
        } else if (PSortedSet.class.isAssignableFrom(raw)) {
            return TreePSet.from(comparable(values));
        } else if (raw == SortedSet.class) {
            return new TreeSet<>(values);
        }
        return raw == PVector.class || raw == TreePVector.class ? TreePVector.from(values) : List.copyOf(values);
    }

    @SuppressWarnings("unchecked") // what was in a sorted collection is comparable
    private static <T extends Comparable<? super T>> Collection<T> comparable(Collection<?> values) {
        return (Collection<T>) values;
    }

    private static Object map(JsonParser in, Type declared, Class<?> raw)
            throws IOException, ReflectiveOperationException {
        SortedMap<Object, Object> entries = new TreeMap<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            in.nextToken();
            Object key = read(in, argument(declared, 0));
            in.nextToken();
            entries.put(key, read(in, argument(declared, 1)));
            in.nextToken();
        }
        return PSortedMap.class.isAssignableFrom(raw) ? persistent(entries) : entries;
    }

    @SuppressWarnings("unchecked") // as above
    private static <K extends Comparable<? super K>> Object persistent(SortedMap<?, ?> entries) {
        return TreePMap.from((SortedMap<K, Object>) entries);
    }
}
