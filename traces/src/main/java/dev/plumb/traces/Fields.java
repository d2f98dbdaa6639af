package dev.plumb.traces;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A JSON object whose keys are known: each is taken by its type, and a wrong type is a problem that names the place. */
public final class Fields {
    /** What the first line of a file of ours says its format's version with. */
    static final String VERSION_KEY = "plumb";

    static final int VERSION = 1;

    private final Map<String, Json> fields;
    private final Source source;
    private final Place place;

    /** @param place where in its line the object stands */
    Fields(Json json, Source source, Place place) {
        this.fields = object(json, source, place);
        this.source = source;
        this.place = place;
    }

    /** Where the object stands. */
    public Source source() {
        return source;
    }

    static Map<String, Json> object(Json json, Source source, Place place) {
        if (json instanceof Json.Obj object) {
            return object.fields();
        }
        String field = place == Place.LINE ? "line" : place.toString();
        throw TraceProblems.fieldIsNot(source, field, "an object", json.described());
    }

    static List<Json> array(Json json, Source source, Place place) {
        if (json instanceof Json.Arr array) {
            return array.items();
        }
        throw TraceProblems.fieldIsNot(source, place.toString(), "an array", json.described());
    }

    static long count(Json json, Source source, Place place) {
        String text = json instanceof Json.Num number ? number.text() : "";
        try {
            long count = Long.parseLong(text);
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            // told below, like a negative number
        }
        throw TraceProblems.fieldIsNot(source, place.toString(), "an integer from 0 on", json.described());
    }

    /** Before anything else of a header is read, since a later version may have other keys. */
    public Fields checkVersion() {
        Json version = get(VERSION_KEY).orElse(new Json.Null());
        if (!version.equals(new Json.Num(String.valueOf(VERSION)))) {
            throw TraceProblems.versionIsUnknown(source, version.described(), VERSION);
        }
        return this;
    }

    /** A typo in a key must not make what stands there go unseen. */
    public Fields onlyKnown(Collection<String> known) {
        for (String key : fields.keySet()) {
            if (!known.contains(key)) {
                throw TraceProblems.keyIsUnknown(source, place.field(key).toString(), key, known);
            }
        }
        return this;
    }

    public boolean has(String key) {
        return get(key).isPresent();
    }

    Optional<Json> get(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    public Optional<String> text(String key) {
        return get(key).map(json -> {
            if (json instanceof Json.Text text) {
                return text.value();
            }
            throw TraceProblems.fieldIsNot(source, place.field(key).toString(), "a string", json.described());
        });
    }

    /** An integer from 0 on. */
    public Optional<Long> count(String key) {
        return get(key).map(json -> count(json, source, place.field(key)));
    }

    /** A value in ITF's encoding. */
    public Optional<TlaValue> value(String key) {
        return get(key).map(json -> JsonValues.of(source).value(json, place.field(key)));
    }

    /** An array of values in ITF's encoding; empty where it is not there. */
    public List<TlaValue> values(String key) {
        return get(key).map(json -> JsonValues.of(source).values(json, place.field(key)))
                .orElse(List.of());
    }

    /** An array of strings; empty where it is not there. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Json item : array(key)) {
            Place at = place.field(key).item(texts.size());
            if (!(item instanceof Json.Text text)) {
                throw TraceProblems.fieldIsNot(source, at.toString(), "a string", item.described());
            }
            texts.add(text.value());
        }
        return texts;
    }

    Optional<Map<String, Json>> object(String key) {
        return get(key).map(json -> object(json, source, place.field(key)));
    }

    List<Json> array(String key) {
        return get(key).map(json -> array(json, source, place.field(key))).orElse(List.of());
    }

    /** Whether {@code key} is there, where it can have one value only. */
    public boolean has(String key, String onlyValue) {
        return oneOf(key, List.of(onlyValue)).isPresent();
    }

    /** A string that is one of a few. */
    public Optional<String> oneOf(String key, List<String> values) {
        Optional<Json> found = get(key);
        if (found.isPresent() && !(found.get() instanceof Json.Text text && values.contains(text.value()))) {
            String expected = values.stream().map(TlaText::quote).collect(Collectors.joining(" or "));
            throw TraceProblems.fieldIsNot(
                    source, place.field(key).toString(), expected, found.get().described());
        }
        return found.map(json -> ((Json.Text) json).value());
    }
}
