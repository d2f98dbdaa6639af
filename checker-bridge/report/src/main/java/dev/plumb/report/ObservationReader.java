package dev.plumb.report;

import dev.plumb.traces.Observation;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.Update;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads observations that {@link Itf} writes. */
final class ObservationReader {
    private static final Set<String> WHOLE = Set.of("#set", "#tup", "#map", "#bigint");

    private ObservationReader() {}

    static Observation observation(Parsed json) {
        if (json.node().isArray()) {
            return new Observation.Updates(json.items(ObservationReader::update));
        } else if (!json.node().isObject()) {
            return new Observation.Whole(StepReader.recorded(json));
        }
        Optional<String> mark = json.node().properties().stream()
                .map(entry -> entry.getKey())
                .filter(key -> key.startsWith("#"))
                .findFirst();
        if (mark.isEmpty()) {
            return new Observation.Part(new TreeMap<>(json.fields(ObservationReader::observation)));
        }
        return WHOLE.contains(mark.get()) ? new Observation.Whole(StepReader.recorded(json)) : content(json);
    }

    private static Observation content(Parsed json) {
        return new Observation.Content(
                elements(json, "#has"),
                elements(json, "#hasNot"),
                elements(json, "#added"),
                elements(json, "#removed"),
                elements(json, "#appended"),
                json.find("#len").map(Parsed::integer));
    }

    private static Optional<List<TlaValue>> elements(Parsed json, String aspect) {
        return json.find(aspect).map(found -> json.list(aspect, StepReader::recorded));
    }

    private static Update update(Parsed json) {
        return new Update(
                operation(json), json.list("path", StepReader::recorded), json.list("args", StepReader::recorded));
    }

    private static Update.Operation operation(Parsed update) {
        return Stream.of(Update.Operation.values())
                .filter(operation -> operation.written().equals(update.text("op")))
                .findFirst()
                .orElseThrow(update.at("op")::unknown);
    }
}
