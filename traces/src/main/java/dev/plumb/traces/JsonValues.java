package dev.plumb.traces;

import dev.plumb.traces.Observation.Content;
import dev.plumb.traces.Observation.Part;
import dev.plumb.traces.Observation.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Values and observations of one line, in ITF's encoding. Each method's {@code field} names the place in the line. */
final class JsonValues {
    static final List<String> ASPECTS = List.of("#has", "#hasNot", "#added", "#removed", "#appended", "#len");

    private static final List<String> RELATIVE_ASPECTS = List.of("#added", "#removed", "#appended");
    private static final List<String> MARKS = List.of("#set", "#tup", "#map", "#bigint");

    private final Source source;
    private final Function<List<TlaValue>, TlaValue> array;

    private JsonValues(Source source, Function<List<TlaValue>, TlaValue> array) {
        this.source = source;
        this.array = array;
    }

    static JsonValues of(Source source) {
        return new JsonValues(source, TlaValue::tuple);
    }

    /** As in the 2024 tools' files of constants, in which an array is a set. */
    static JsonValues withArraysAsSets(Source source) {
        return new JsonValues(source, TlaValue::set);
    }

    SortedMap<String, TlaValue> values(Map<String, Json> fields, String field) {
        SortedMap<String, TlaValue> values = new TreeMap<>();
        fields.forEach((name, json) -> values.put(name, value(json, inner(field, name))));
        return values;
    }

    List<TlaValue> values(Json json, String field) {
        List<TlaValue> values = new ArrayList<>();
        for (Json item : Fields.array(json, source, field)) {
            values.add(value(item, field + "[" + values.size() + "]"));
        }
        return values;
    }

    TlaValue value(Json json, String field) {
        if (json instanceof Json.Text text) {
            return TlaValue.of(text.value());
        } else if (json instanceof Json.Bool bool) {
            return TlaValue.of(bool.value());
        } else if (json instanceof Json.Num number) {
            return integer(number.text(), field);
        } else if (json instanceof Json.Arr) {
            return array.apply(values(json, field));
        } else if (json instanceof Json.Obj object) {
            return object(object.fields(), field);
        }
        throw TraceProblems.valueIsNull(source, field);
    }

    private TlaValue object(Map<String, Json> fields, String field) {
        Optional<String> mark = mark(fields, field, MARKS);
        if (mark.isEmpty()) {
            return TlaValue.record(values(fields, field));
        } else if (fields.size() > 1) {
            throw TraceProblems.fieldIsNot(source, field, "an object with " + mark.get() + " alone", "one with more");
        }
        String inner = inner(field, mark.get());
        Json content = fields.values().iterator().next();
        return switch (mark.get()) {
            case "#set" -> TlaValue.set(values(content, inner));
            case "#tup" -> TlaValue.tuple(values(content, inner));
            case "#map" -> function(content, inner);
            default -> bigInteger(content, inner);
        };
    }

    private TlaValue function(Json pairs, String field) {
        SortedMap<TlaValue, TlaValue> entries = new TreeMap<>();
        int i = 0;
        for (Json json : Fields.array(pairs, source, field)) {
            String place = field + "[" + i++ + "]";
            List<TlaValue> pair = pairOf(json, place);
            if (entries.putIfAbsent(pair.get(0), pair.get(1)) != null) {
                throw TraceProblems.keyIsThereTwice(source, place);
            }
        }
        return TlaValue.function(entries);
    }

    private List<TlaValue> pairOf(Json json, String field) {
        List<Json> items = Fields.array(json, source, field);
        if (items.size() != 2) {
            throw TraceProblems.fieldIsNot(source, field, "a pair", "an array of " + items.size());
        }
        return List.of(value(items.get(0), field + "[0]"), value(items.get(1), field + "[1]"));
    }

    private TlaValue bigInteger(Json json, String field) {
        if (json instanceof Json.Text text) {
            return integer(text.value(), field);
        }
        throw TraceProblems.fieldIsNot(source, field, "a string of digits", json.described());
    }

    private TlaValue integer(String text, String field) {
        try {
            return TlaValue.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw TraceProblems.numberIsNotAnInteger(source, field, text);
        }
    }

    SortedMap<String, Observation> observations(Map<String, Json> fields, String field, boolean isRelativeAllowed) {
        SortedMap<String, Observation> observations = new TreeMap<>();
        fields.forEach(
                (name, json) -> observations.put(name, observation(json, inner(field, name), isRelativeAllowed)));
        return observations;
    }

    /** At the top of a value an object is a part of it, and so are the objects in parts. */
    private Observation observation(Json json, String field, boolean isRelativeAllowed) {
        if (!(json instanceof Json.Obj object)) {
            return new Whole(value(json, field));
        }
        Map<String, Json> fields = object.fields();
        List<String> known = new ArrayList<>(MARKS);
        known.addAll(ASPECTS);
        Optional<String> mark = mark(fields, field, known);
        if (mark.isEmpty()) {
            return new Part(observations(fields, field, isRelativeAllowed));
        } else if (MARKS.contains(mark.get())) {
            return new Whole(value(json, field));
        }
        return content(new Fields(json, source, field).onlyKnown(ASPECTS), field, isRelativeAllowed);
    }

    private Content content(Fields aspects, String field, boolean isRelativeAllowed) {
        for (String aspect : RELATIVE_ASPECTS) {
            if (!isRelativeAllowed && aspects.get(aspect).isPresent()) {
                throw TraceProblems.nothingToBeRelativeTo(source, inner(field, aspect));
            }
        }
        Function<String, Optional<List<TlaValue>>> list =
                aspect -> aspects.get(aspect).map(json -> values(json, inner(field, aspect)));
        return new Content(
                list.apply("#has"),
                list.apply("#hasNot"),
                list.apply("#added"),
                list.apply("#removed"),
                list.apply("#appended"),
                aspects.get("#len").map(json -> length(json, inner(field, "#len"))));
    }

    private int length(Json json, String field) {
        long length = Fields.count(json, source, field);
        if (length > Integer.MAX_VALUE) {
            throw TraceProblems.numberIsNotAnInteger(source, field, String.valueOf(length));
        }
        return (int) length;
    }

    private Optional<String> mark(Map<String, Json> fields, String field, List<String> known) {
        Optional<String> mark =
                fields.keySet().stream().filter(key -> key.startsWith("#")).findFirst();
        if (mark.isPresent() && !known.contains(mark.get())) {
            throw TraceProblems.markIsUnknown(source, inner(field, mark.get()), mark.get(), known);
        }
        return mark;
    }

    private static String inner(String field, String name) {
        return field.isEmpty() ? name : field + "." + name;
    }
}
