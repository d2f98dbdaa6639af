package dev.plumb.traces;

import dev.plumb.traces.Event.Arguments;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A counterexample that TLC wrote as JSON: steps {@code [[1, state], action, [2, state]]}, of which the last may lead back.
 *
 * <p>This JSON has no types, so states are compared as {@linkplain Observation.Untyped untyped} values, and of an action's
 * arguments those are taken that are neither arrays nor objects.
 */
final class TlcJsonRecording implements Recording {
    /** TLC's name for a part of Next that has none. */
    private static final String UNNAMED = "UnnamedAction";

    private final JsonDocument document;
    private final TraceHeader header;
    private Optional<Step> next;
    private boolean isAtEnd;

    TlcJsonRecording(JsonDocument document) throws IOException {
        this.document = document;
        enter();
        this.next = step();
        SortedMap<String, Observation> first =
                next.map(step -> step.from().state()).orElse(Collections.emptySortedMap());
        this.header = TraceHeader.NONE.withInit(first).withOrder(TraceHeader.Order.FILE);
    }

    private record Numbered(long number, SortedMap<String, Observation> state) {}

    private record Step(Source source, Numbered from, Json action, Numbered to) {}

    /** Goes to the steps; of the other keys none is needed. */
    private void enter() throws IOException {
        document.enterObject("file");
        skipTo(TellingKey.COUNTEREXAMPLE);
        document.enterObject(TellingKey.COUNTEREXAMPLE);
        skipTo("action");
        document.enterArray("counterexample.action");
    }

    private void skipTo(String wanted) throws IOException {
        String key = document.key();
        while (!key.equals(wanted)) {
            if (key.isEmpty()) {
                throw TraceProblems.fieldIsNot(document.here(), wanted, "there", "not there");
            }
            document.skipValue();
            key = document.key();
        }
    }

    private Optional<Step> step() throws IOException {
        if (isAtEnd || !document.hasItem()) {
            isAtEnd = true;
            return Optional.empty();
        }
        Source source = document.here();
        List<Json> parts = array(document.item(), 3, source, "action");
        return Optional.of(
                new Step(source, numbered(parts.get(0), source), parts.get(1), numbered(parts.get(2), source)));
    }

    private static Numbered numbered(Json json, Source source) {
        List<Json> pair = array(json, 2, source, "state");
        Place place = Place.LINE.field("state");
        SortedMap<String, Observation> state = new TreeMap<>();
        JsonValues.of(source)
                .values(Fields.object(pair.get(1), source, place), place)
                .forEach((variable, value) -> state.put(variable, new Observation.Untyped(value)));
        return new Numbered(Fields.count(pair.get(0), source, place), state);
    }

    private static List<Json> array(Json json, int length, Source source, String field) {
        List<Json> items = Fields.array(json, source, Place.LINE.field(field));
        if (items.size() != length) {
            throw TraceProblems.fieldIsNot(source, field, "an array of " + length, "an array of " + items.size());
        }
        return items;
    }

    @Override
    public Optional<TraceHeader> header() {
        return Optional.of(header);
    }

    @Override
    public Optional<Event> next() throws IOException {
        Optional<Step> step = next;
        next = step();
        if (step.isPresent()
                && next.isPresent()
                && next.get().from().number() != step.get().to().number()) {
            throw FormatProblems.stepDoesNotFollow(
                    next.get().source(),
                    next.get().from().number(),
                    step.get().to().number());
        }
        return step.map(TlcJsonRecording::event);
    }

    private static Event event(Step step) {
        Fields action = new Fields(step.action(), step.source(), Place.LINE.field("action"));
        Optional<String> name = action.text("name").filter(text -> !text.equals(UNNAMED));
        return new Event(
                step.source(),
                Optional.empty(),
                Optional.empty(),
                name,
                name.isPresent() ? arguments(action.object("context").orElse(Map.of()), step.source()) : Arguments.NONE,
                Collections.emptySortedMap(),
                step.to().state(),
                Collections.emptySortedMap(),
                Optional.empty());
    }

    private static Arguments arguments(Map<String, Json> context, Source source) {
        Map<String, TlaValue> arguments = new TreeMap<>();
        context.forEach((name, json) -> {
            if (!(json instanceof Json.Arr || json instanceof Json.Obj)) {
                arguments.put(name, JsonValues.of(source).value(json, Place.LINE.field(name)));
            }
        });
        return new Arguments.Named(arguments);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
