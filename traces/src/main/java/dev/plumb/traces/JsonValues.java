package dev.plumb.traces;

import dev.plumb.traces.Observation.Content;
import dev.plumb.traces.Observation.Part;
import dev.plumb.traces.Observation.Whole;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values and observations of one line, in ITF's encoding. Each method's {@code place} names the place in the line. */
final class JsonValues {
    static final List<String> ASPECTS = List.of("#has", "#hasNot", "#added", "#removed", "#appended", "#len");

    private static final List<String> RELATIVE_ASPECTS = List.of("#added", "#removed", "#appended");
    private static final List<String> MARKS = List.of("#set", "#tup", "#map", "#bigint");
    private static final List<String> MARKS_AND_ASPECTS =
            Stream.concat(MARKS.stream(), ASPECTS.stream()).toList();

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

    SortedMap<String, TlaValue> values(Map<String, Json> fields, Place place) {
        SortedMap<String, TlaValue> values = new TreeMap<>();
        fields.forEach((name, json) -> values.put(name, value(json, place.field(name))));
        return values;
    }

    List<TlaValue> values(Json json, Place place) {
        List<Json> items = Fields.array(json, source, place);
        TlaValue[] values = new TlaValue[items.size()];
        for (int i = 0; i < values.length; i++) {
            Json item = items.get(i);
            TlaValue plain = plain(item);
            values[i] = plain == null ? value(item, place.item(i)) : plain;
        }
        return Arrays.asList(values);
    }

    TlaValue value(Json json, Place place) {
        TlaValue plain = plain(json);
        if (plain != null) {
            return plain;
        } else if (json instanceof Json.Num number) {
            return integer(number, place);
        } else if (json instanceof Json.Arr repeatable) {
            return repeatable.keep(array.apply(values(json, place)));
        } else if (json instanceof Json.Obj repeatable) {
            return repeatable.keep(object(repeatable.fields(), place));
        }
        throw TraceProblems.valueIsNull(source, place.toString());
    }

    /** The value of what has one wherever it stands; null of what needs a closer look. */
    private static @Nullable TlaValue plain(Json json) {
        if (json instanceof Json.Composed repeated) {
            return repeated.kept();
        } else if (json instanceof Json.Text text) {
            return TlaValue.of(text.value());
        } else if (json instanceof Json.Bool bool) {
            return TlaValue.of(bool.value());
        }
        return json instanceof Json.Num number && number.isSmall() ? TlaValue.of(number.intValue()) : null;
    }

    private TlaValue object(Map<String, Json> fields, Place place) {
        Optional<String> mark = mark(fields, place, MARKS);
        if (mark.isEmpty()) {
            return rcd(fields, place);
        } else if (fields.size() > 1) {
            throw TraceProblems.fieldIsNot(
                    source, place.toString(), "an object with " + mark.get() + " alone", "one with more");
        }
        Place inner = place.field(mark.get());
        Json content = fields.values().iterator().next();
        return switch (mark.get()) {
            case "#set" -> TlaValue.set(values(content, inner));
            case "#tup" -> TlaValue.tuple(values(content, inner));
            case "#map" -> function(content, inner);
            default -> bigInteger(content, inner);
        };
    }

    private TlaValue rcd(Map<String, Json> fields, Place place) {
        TlaValue[] values = new TlaValue[fields.size()];
        int i = 0;
        for (Map.Entry<String, Json> field : fields.entrySet()) {
            TlaValue plain = plain(field.getValue());
            values[i++] = plain == null ? value(field.getValue(), place.field(field.getKey())) : plain;
        }
        return TlaValue.record(fields.keySet().toArray(String[]::new), values);
    }

    private TlaValue function(Json pairs, Place place) {
        SortedMap<TlaValue, TlaValue> entries = new TreeMap<>();
        int i = 0;
        for (Json json : Fields.array(pairs, source, place)) {
            Place at = place.item(i++);
            List<TlaValue> pair = pairOf(json, at);
            if (entries.putIfAbsent(pair.get(0), pair.get(1)) != null) {
                throw TraceProblems.keyIsThereTwice(source, at.toString());
            }
        }
        return TlaValue.function(entries);
    }

    private List<TlaValue> pairOf(Json json, Place place) {
        List<Json> items = Fields.array(json, source, place);
        if (items.size() != 2) {
            throw TraceProblems.fieldIsNot(source, place.toString(), "a pair", "an array of " + items.size());
        }
        return List.of(value(items.get(0), place.item(0)), value(items.get(1), place.item(1)));
    }

    private TlaValue bigInteger(Json json, Place place) {
        if (json instanceof Json.Text text) {
            return integer(new Json.Num(text.value()), place);
        }
        throw TraceProblems.fieldIsNot(source, place.toString(), "a string of digits", json.described());
    }

    private TlaValue integer(Json.Num number, Place place) {
        try {
            return TlaValue.of(number.intValue());
        } catch (NumberFormatException e) {
            throw TraceProblems.numberIsNotAnInteger(source, place.toString(), number.text());
        }
    }

    SortedMap<String, Observation> observations(Map<String, Json> fields, Place place, boolean isRelativeAllowed) {
        if (fields.isEmpty()) {
            return Collections.emptySortedMap();
        }
        SortedMap<String, Observation> observations = new TreeMap<>();
        fields.forEach((name, json) -> observations.put(name, observation(json, place.field(name), isRelativeAllowed)));
        return observations;
    }

    /** At the top of a value an object is a part of it, and so are the objects in parts. */
    Observation observation(Json json, Place place, boolean isRelativeAllowed) {
        if (!(json instanceof Json.Obj object)) {
            return new Whole(value(json, place));
        }
        Map<String, Json> fields = object.fields();
        Optional<String> mark = mark(fields, place, MARKS_AND_ASPECTS);
        if (mark.isEmpty()) {
            return new Part(observations(fields, place, isRelativeAllowed));
        } else if (MARKS.contains(mark.get())) {
            return new Whole(value(json, place));
        }
        return content(new Fields(json, source, place).onlyKnown(ASPECTS), place, isRelativeAllowed);
    }

    private Content content(Fields aspects, Place place, boolean isRelativeAllowed) {
        for (String aspect : RELATIVE_ASPECTS) {
            if (!isRelativeAllowed && aspects.get(aspect).isPresent()) {
                throw TraceProblems.nothingToBeRelativeTo(
                        source, place.field(aspect).toString());
            }
        }
        Function<String, Optional<List<TlaValue>>> list =
                aspect -> aspects.get(aspect).map(json -> values(json, place.field(aspect)));
        return new Content(
                list.apply("#has"),
                list.apply("#hasNot"),
                list.apply("#added"),
                list.apply("#removed"),
                list.apply("#appended"),
                aspects.get("#len").map(json -> length(json, place.field("#len"))));
    }

    private int length(Json json, Place place) {
        long length = Fields.count(json, source, place);
        if (length > Integer.MAX_VALUE) {
            throw TraceProblems.numberIsNotAnInteger(source, place.toString(), String.valueOf(length));
        }
        return (int) length;
    }

    private Optional<String> mark(Map<String, Json> fields, Place place, List<String> known) {
        for (String key : fields.keySet()) {
            if (key.startsWith("#")) {
                if (!known.contains(key)) {
                    throw TraceProblems.markIsUnknown(source, place.field(key).toString(), key, known);
                }
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }
}
