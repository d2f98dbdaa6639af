package dev.plumb.traces;

import dev.plumb.traces.Event.Arguments;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Our own format: a header line and then an event a line. */
final class EventFormat implements LineFormat {
    private static final List<String> HEADER_KEYS =
            List.of(Fields.VERSION_KEY, "spec", "constants", "trace", "init", "order", "clock");
    private static final List<String> EVENT_KEYS =
            List.of("process", "run", "action", "args", "before", "state", "clock", "at");

    private static final Place ARGUMENTS = Place.LINE.field("args");
    private static final Place CLOCK = Place.LINE.field("clock");

    static TraceHeader header(Json line, Source source) {
        Fields fields = new Fields(line, source, Place.LINE);
        fields.checkVersion();
        fields.onlyKnown(HEADER_KEYS);
        JsonValues values = JsonValues.of(source);
        return new TraceHeader(
                fields.text("spec"),
                values.values(fields.object("constants").orElse(Map.of()), Place.LINE.field("constants")),
                fields.text("trace"),
                values.observations(fields.object("init").orElse(Map.of()), Place.LINE.field("init"), false),
                order(fields, source),
                fields.has("clock", "sparse"));
    }

    private static TraceHeader.Order order(Fields fields, Source source) {
        if (fields.get("order").filter(new Json.Text("intervals")::equals).isPresent()) {
            throw TraceProblems.intervalsAreNotSupported(source);
        }
        return fields.has("order", "file") ? TraceHeader.Order.FILE : TraceHeader.Order.CLOCKS;
    }

    @Override
    public RecordedFile.Line read(Json line, Source source) {
        Fields fields = new Fields(line, source, Place.LINE).onlyKnown(EVENT_KEYS);
        JsonValues values = JsonValues.of(source);
        Event event = new Event(
                source,
                fields.text("process"),
                fields.text("run"),
                fields.text("action"),
                fields.get("args").map(json -> arguments(json, values, source)).orElse(Arguments.NONE),
                values.observations(fields.object("before").orElse(Map.of()), Place.LINE.field("before"), false),
                values.observations(fields.object("state").orElse(Map.of()), Place.LINE.field("state"), true),
                clock(fields.object("clock").orElse(Map.of()), source),
                fields.text("at"));
        return new RecordedFile.Line(event, Optional.empty());
    }

    private static Arguments arguments(Json json, JsonValues values, Source source) {
        return json instanceof Json.Arr
                ? new Arguments.Positional(values.values(json, ARGUMENTS))
                : new Arguments.Named(values.values(Fields.object(json, source, ARGUMENTS), ARGUMENTS));
    }

    private static SortedMap<String, Long> clock(Map<String, Json> fields, Source source) {
        if (fields.isEmpty()) {
            return Collections.emptySortedMap();
        }
        SortedMap<String, Long> clock = new TreeMap<>();
        fields.forEach((process, json) -> clock.put(process, Fields.count(json, source, CLOCK.field(process))));
        return clock;
    }
}
