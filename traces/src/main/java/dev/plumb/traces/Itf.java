package dev.plumb.traces;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;

/** States in the encoding of the Informal Trace Format (Apalache ADR 15), as results have them. */
public final class Itf {
    private Itf() {}

    /**
     * The values of variables by their names. Model values are strings there, and stay so.
     *
     * @param json one object
     * @throws Problem if it is none, or has what is no value
     */
    public static SortedMap<String, TlaValue> state(String json, Source source) {
        try {
            Json state = Json.parse(json.getBytes(StandardCharsets.UTF_8), source);
            if (state instanceof Json.Obj object) {
                return JsonValues.of(source).values(object.fields(), Place.LINE);
            }
            throw TraceProblems.fieldIsNot(source, "state", "an object", state.described());
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
