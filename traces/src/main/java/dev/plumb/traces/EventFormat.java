package dev.plumb.traces;

import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.TraceHeader.Order;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Our own format: a header line and then an event a line. */
final class EventFormat implements LineFormat {
    private static final List<String> HEADER_KEYS =
            List.of(Fields.VERSION_KEY, "spec", "constants", "trace", "init", "order", "clock", "ignore");
    private static final List<String> EVENT_KEYS =
            List.of("process", "run", "action", "args", "before", "state", "clock", "start", "end", "at");

    private static final Place ARGUMENTS = Place.LINE.field("args");
    private static final Place STATE = Place.LINE.field("state");
    private static final Place CLOCK = Place.LINE.field("clock");

    private final Order order;
    private Map<String, Json> lastState = Map.of();
    private SortedMap<String, Observation> lastObserved = Collections.emptySortedMap();

    /** @param order what the header says, which tells which times an event has */
    EventFormat(Order order) {
        this.order = order;
    }

    static TraceHeader header(Json line, Source source) {
        Fields fields = new Fields(line, source, Place.LINE);
        fields.checkVersion();
        if (fields.has("history")) {
            throw FormatProblems.fileIsAHistory(source);
        }
        fields.onlyKnown(HEADER_KEYS);
        JsonValues values = JsonValues.of(source);
        return new TraceHeader(
                fields.text("spec"),
                values.values(fields.object("constants").orElse(Map.of()), Place.LINE.field("constants")),
                fields.text("trace"),
                values.observations(fields.object("init").orElse(Map.of()), Place.LINE.field("init"), false),
                order(fields),
                fields.has("clock", "sparse"),
                new TreeSet<>(fields.texts("ignore")));
    }

    private static Order order(Fields fields) {
        return fields.oneOf("order", List.of("file", "intervals", "lamport"))
                .map(name -> Order.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(Order.CLOCKS);
    }

    @Override
    public Event read(Json line, Source source, List<String> warnings) {
        Fields fields = new Fields(line, source, Place.LINE).onlyKnown(EVENT_KEYS);
        JsonValues values = JsonValues.of(source);
        return new Event(
                source,
                fields.text("process"),
                fields.text("run"),
                fields.text("action"),
                fields.get("args").map(json -> arguments(json, values, source)).orElse(Arguments.NONE),
                values.observations(fields.object("before").orElse(Map.of()), Place.LINE.field("before"), false),
                state(fields.object("state").orElse(Map.of()), values),
                order == Order.LAMPORT ? Collections.emptySortedMap() : clock(fields, source),
                fields.text("at"),
                time(fields, source));
    }

    /** What is the very JSON of the event before is the same observation. */
    private SortedMap<String, Observation> state(Map<String, Json> state, JsonValues values) {
        SortedMap<String, Observation> observed = new TreeMap<>();
        state.forEach((variable, json) -> {
            Observation known = lastState.get(variable) == json ? lastObserved.get(variable) : null;
            observed.put(variable, known != null ? known : values.observation(json, STATE.field(variable), true));
        });
        lastState = state;
        lastObserved = observed;
        return observed;
    }

    private static Arguments arguments(Json json, JsonValues values, Source source) {
        return json instanceof Json.Arr
                ? new Arguments.Positional(values.values(json, ARGUMENTS))
                : new Arguments.Named(values.values(Fields.object(json, source, ARGUMENTS), ARGUMENTS));
    }

    private static SortedMap<String, Long> clock(Fields fields, Source source) {
        Optional<Json> json = fields.get("clock");
        if (json.isEmpty()) {
            return Collections.emptySortedMap();
        } else if (json.get() instanceof Json.Num) {
            throw OrderProblems.clockIsANumber(source);
        }
        SortedMap<String, Long> clock = new TreeMap<>();
        Fields.object(json.get(), source, CLOCK)
                .forEach((process, count) -> clock.put(process, Fields.count(count, source, CLOCK.field(process))));
        return clock;
    }

    private Optional<Event.Time> time(Fields fields, Source source) {
        boolean hasInterval = fields.has("start") || fields.has("end");
        if (hasInterval && order != Order.INTERVALS) {
            throw OrderProblems.orderIsNotIntervals(source);
        }
        return switch (order) {
            case INTERVALS -> Optional.of(interval(fields, source));
            case LAMPORT -> Optional.of(Event.Time.at(moment("clock", fields, source)));
            case CLOCKS, FILE -> Optional.empty();
        };
    }

    private static Event.Time interval(Fields fields, Source source) {
        Event.Time time = new Event.Time(moment("start", fields, source), moment("end", fields, source));
        if (time.start() > time.end()) {
            throw OrderProblems.endIsBeforeStart(source, time.start(), time.end());
        }
        return time;
    }

    private static long moment(String key, Fields fields, Source source) {
        return fields.count(key).orElseThrow(() -> OrderProblems.eventHasNoTime(source, key));
    }
}
