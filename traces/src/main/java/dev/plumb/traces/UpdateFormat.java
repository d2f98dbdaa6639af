package dev.plumb.traces;

import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.Update.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The format of the 2024 trace-validation tools: no header, and every key that is not their own is a variable. */
final class UpdateFormat implements LineFormat {
    private static final List<String> OWN_KEYS = List.of("event", "event_args", "clock", "desc", "logger");
    private static final List<String> UPDATE_KEYS = List.of("op", "path", "args");

    /** These take a default value that stands in a specification of the tools' user and not in the trace. */
    private static final List<Operation> OF_DEFAULTS = List.of(Operation.INIT, Operation.INIT_RECORD);

    static boolean isOf(Json firstLine) {
        return firstLine instanceof Json.Obj object
                && (object.fields().containsKey("event")
                        || object.fields().values().stream().anyMatch(UpdateFormat::hasUpdates));
    }

    private static boolean hasUpdates(Json json) {
        return json instanceof Json.Arr array
                && !array.items().isEmpty()
                && array.items().get(0) instanceof Json.Obj update
                && update.fields().containsKey("op");
    }

    @Override
    public Event read(Json line, Source source, List<String> warnings) {
        Fields fields = new Fields(line, source, Place.LINE);
        JsonValues values = JsonValues.of(source);
        return new Event(
                source,
                Optional.empty(),
                Optional.empty(),
                fields.text("event"),
                fields.get("event_args")
                        .map(json -> (Arguments)
                                new Arguments.Positional(values.values(json, Place.LINE.field("event_args"))))
                        .orElse(Arguments.NONE),
                Collections.emptySortedMap(),
                state(Fields.object(line, source, Place.LINE), source, warnings),
                Collections.emptySortedMap(),
                Optional.empty(),
                fields.count("clock").map(Event.Time::at));
    }

    private static SortedMap<String, Observation> state(
            Map<String, Json> fields, Source source, List<String> warnings) {
        SortedMap<String, Observation> state = new TreeMap<>();
        fields.forEach((key, json) -> {
            if (!OWN_KEYS.contains(key)) {
                updates(key, json, source, warnings).ifPresent(updates -> state.put(key, updates));
            }
        });
        return state;
    }

    private static Optional<Observation> updates(String variable, Json json, Source source, List<String> warnings) {
        List<Update> updates = new ArrayList<>();
        Place place = Place.LINE.field(variable);
        for (Json item : Fields.array(json, source, place)) {
            updates.add(update(item, source, place.item(updates.size())));
        }
        if (updates.stream().anyMatch(UpdateFormat::isOfDefault)) {
            warnings.add(TraceWarnings.defaultIsNotInTheTrace(source, variable));
            return Optional.empty();
        }
        return Optional.of(new Observation.Updates(updates));
    }

    private static boolean isOfDefault(Update update) {
        return OF_DEFAULTS.contains(update.operation()) && update.arguments().isEmpty();
    }

    private static Update update(Json json, Source source, Place place) {
        Fields fields = new Fields(json, source, place).onlyKnown(UPDATE_KEYS);
        JsonValues values = JsonValues.of(source);
        Update update = new Update(
                operation(fields.text("op").orElse(""), source, place.field("op")),
                values.values(new Json.Arr(fields.array("path")), place.field("path")),
                values.values(new Json.Arr(fields.array("args")), place.field("args")));
        if (update.arguments().size() < update.operation().arity() && !isOfDefault(update)) {
            throw TraceProblems.operationLacksArguments(source, place.toString(), update.operation());
        }
        return update;
    }

    private static Operation operation(String written, Source source, Place place) {
        return Arrays.stream(Operation.values())
                .filter(operation -> operation.written().equals(written))
                .findFirst()
                .orElseThrow(() -> TraceProblems.operationIsUnknown(source, place.toString(), written));
    }
}
