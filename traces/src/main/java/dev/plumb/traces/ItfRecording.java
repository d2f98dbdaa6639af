package dev.plumb.traces;

import dev.plumb.traces.Event.Arguments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A trace in ITF: its first state is the initial one, and each other what was seen after a step. */
final class ItfRecording implements Recording {
    private static final String TLA = ".tla";

    /** Variables that Quint adds to those of the spec: the action that was taken, and what it picked. */
    private static final String ADDED = "mbt::";

    private static final String ACTION_TAKEN = ADDED + "actionTaken";

    private final JsonDocument document;
    private final Set<String> variables = new TreeSet<>();
    private final Set<String> parameters = new TreeSet<>();
    private final List<String> warnings = new ArrayList<>();
    private final TraceHeader header;
    private Optional<String> spec = Optional.empty();
    private boolean isAtEnd;

    ItfRecording(JsonDocument document) throws IOException {
        this.document = document;
        document.enterObject("file");
        if (!readKeys()) {
            throw FormatProblems.statesAreMissing(document.here());
        }
        document.enterArray(TellingKey.STATES);
        this.header = header(nextState().map(State::values).orElse(Collections.emptySortedMap()));
    }

    /**
     * One state.
     *
     * @param action by which it was reached, where that is told
     */
    private record State(Source source, Optional<String> action, SortedMap<String, TlaValue> values) {}

    /** Reads what stands beside the states; whether these are next. */
    private boolean readKeys() throws IOException {
        for (String key = document.key(); !key.isEmpty(); key = document.key()) {
            switch (key) {
                case TellingKey.STATES -> {
                    return true;
                }
                case TellingKey.META ->
                    spec = fields(document.value(), key).text("source").flatMap(ItfRecording::module);
                case "vars" -> variables.addAll(names(key));
                case "params" -> parameters.addAll(names(key));
                case "loop" -> {
                    warnings.add(TraceWarnings.loopIsNotClosed(document.here()));
                    document.skipValue();
                }
                default -> document.skipValue();
            }
        }
        return false;
    }

    private Fields fields(Json json, String field) {
        return new Fields(json, document.here(), Place.LINE.field(field));
    }

    private List<String> names(String key) throws IOException {
        Json json = document.value();
        return new Fields(new Json.Obj(Map.of(key, json)), document.here(), Place.LINE)
                .texts(key).stream()
                        .filter(name -> !name.startsWith(ADDED))
                        .map(ItfRecording::plain)
                        .toList();
    }

    /** Apalache names a module here, Quint a file of its own. */
    private static Optional<String> module(String source) {
        String file = source.substring(source.lastIndexOf('/') + 1);
        return file.endsWith(TLA) ? Optional.of(file.substring(0, file.length() - TLA.length())) : Optional.empty();
    }

    /** Quint puts the names of modules before that of a variable. */
    private static String plain(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    private TraceHeader header(SortedMap<String, TlaValue> first) {
        SortedMap<String, TlaValue> constants = new TreeMap<>(first);
        constants.keySet().retainAll(parameters);
        return TraceHeader.NONE
                .withSpec(spec)
                .withConstants(constants)
                .withInit(observed(first))
                .withOrder(TraceHeader.Order.FILE);
    }

    private SortedMap<String, Observation> observed(SortedMap<String, TlaValue> state) {
        SortedMap<String, Observation> observed = new TreeMap<>();
        state.forEach((name, value) -> {
            if (!parameters.contains(name)) {
                observed.put(name, new Observation.Whole(value));
            }
        });
        return observed;
    }

    private Optional<State> nextState() throws IOException {
        if (isAtEnd) {
            return Optional.empty();
        } else if (!document.hasItem()) {
            isAtEnd = true;
            readKeys();
            return Optional.empty();
        }
        Source source = document.here();
        return Optional.of(state(Fields.object(document.item(), source, Place.LINE.field("state")), source));
    }

    private State state(Map<String, Json> fields, Source source) {
        JsonValues values = JsonValues.of(source);
        Fields all = new Fields(new Json.Obj(fields), source, Place.LINE);
        SortedMap<String, TlaValue> state = new TreeMap<>();
        fields.forEach((key, json) -> {
            if (!key.equals(TellingKey.META) && !key.startsWith(ADDED)) {
                put(state, plain(key), values.value(json, Place.LINE.field(key)), source);
            }
        });
        checkVariables(state, source);
        return new State(source, all.text(ACTION_TAKEN).or(() -> actionInMeta(fields, source)), state);
    }

    private static void put(SortedMap<String, TlaValue> state, String name, TlaValue value, Source source) {
        if (state.putIfAbsent(name, value) != null) {
            throw TraceProblems.keyIsThereTwice(source, name);
        }
    }

    private static Optional<String> actionInMeta(Map<String, Json> fields, Source source) {
        return fields.get(TellingKey.META) instanceof Json.Obj meta
                ? new Fields(meta, source, Place.LINE.field(TellingKey.META)).text("action")
                : Optional.empty();
    }

    private void checkVariables(SortedMap<String, TlaValue> state, Source source) {
        for (String variable : variables) {
            if (!state.containsKey(variable)) {
                throw FormatProblems.variableIsMissing(source, variable);
            }
        }
        for (String name : state.keySet()) {
            if (!variables.isEmpty() && !variables.contains(name) && !parameters.contains(name)) {
                throw TraceProblems.keyIsUnknown(source, name, name, variables);
            }
        }
    }

    @Override
    public Optional<TraceHeader> header() {
        return Optional.of(header);
    }

    @Override
    public Optional<Event> next() throws IOException {
        return nextState()
                .map(state -> new Event(
                        state.source(),
                        Optional.empty(),
                        Optional.empty(),
                        state.action(),
                        Arguments.NONE,
                        Collections.emptySortedMap(),
                        observed(state.values()),
                        Collections.emptySortedMap(),
                        Optional.empty()));
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
