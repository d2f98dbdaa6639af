package dev.plumb.traces;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.Observation.Content;
import dev.plumb.traces.Observation.Part;
import dev.plumb.traces.Observation.Whole;
import dev.plumb.traces.TlaValue.Fn;
import dev.plumb.traces.TraceHeader.Order;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Values, observations and events as JSON: what {@link JsonValues} and {@link EventFormat} read. */
final class JsonWriting {
    private JsonWriting() {}

    private interface Body<T> {
        void write(JsonGenerator json, T value) throws IOException;
    }

    static void header(JsonGenerator json, TraceHeader header) throws IOException {
        json.writeStartObject();
        json.writeNumberField(Fields.VERSION_KEY, Fields.VERSION);
        text(json, "spec", header.spec());
        object(json, "constants", header.constants(), JsonWriting::value);
        text(json, "trace", header.trace());
        object(json, "init", header.init(), JsonWriting::observation);
        if (header.order() != Order.CLOCKS) {
            json.writeStringField("order", header.order().name().toLowerCase(Locale.ROOT));
        }
        if (header.sparseClocks()) {
            json.writeStringField("clock", "sparse");
        }
        if (!header.ignore().isEmpty()) {
            json.writeFieldName("ignore");
            json.writeArray(
                    header.ignore().toArray(String[]::new), 0, header.ignore().size());
        }
        json.writeEndObject();
    }

    /** @param order of the trace, which tells how a time is written */
    static void event(JsonGenerator json, Event event, Order order) throws IOException {
        json.writeStartObject();
        text(json, "process", event.process());
        text(json, "run", event.run());
        text(json, "action", event.action());
        if (event.arguments() instanceof Arguments.Named named) {
            object(json, "args", new TreeMap<>(named.values()), JsonWriting::value);
        } else if (event.arguments() instanceof Arguments.Positional positional) {
            json.writeFieldName("args");
            array(json, positional.values());
        }
        object(json, "before", event.before(), JsonWriting::observation);
        object(json, "state", event.state(), JsonWriting::observation);
        time(json, event, order);
        text(json, "at", event.at());
        json.writeEndObject();
    }

    private static void time(JsonGenerator json, Event event, Order order) throws IOException {
        if (order == Order.LAMPORT) {
            json.writeNumberField("clock", timeOf(event).start());
            return;
        }
        object(json, "clock", event.clock(), JsonGenerator::writeNumber);
        if (order == Order.INTERVALS) {
            json.writeNumberField("start", timeOf(event).start());
            json.writeNumberField("end", timeOf(event).end());
        }
    }

    private static Event.Time timeOf(Event event) {
        return event.time()
                .orElseThrow(() -> new IllegalArgumentException("the header says that times order the events"));
    }

    private static void text(JsonGenerator json, String key, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(key, text.get());
        }
    }

    private static <T> void object(JsonGenerator json, String key, Map<String, T> entries, Body<? super T> body)
            throws IOException {
        if (!entries.isEmpty()) {
            json.writeObjectFieldStart(key);
            for (Map.Entry<String, T> entry : entries.entrySet()) {
                json.writeFieldName(entry.getKey());
                body.write(json, entry.getValue());
            }
            json.writeEndObject();
        }
    }

    static void array(JsonGenerator json, Collection<TlaValue> values) throws IOException {
        json.writeStartArray();
        for (TlaValue value : values) {
            value(json, value);
        }
        json.writeEndArray();
    }

    static void value(JsonGenerator json, TlaValue value) throws IOException {
        if (value instanceof Fn fn && fn.isRecord()) {
            json.writeStartObject();
            for (Map.Entry<TlaValue, TlaValue> entry : fn.entries().entrySet()) {
                json.writeFieldName(((TlaValue.Str) entry.getKey()).value());
                value(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Fn fn) {
            function(json, fn);
        } else if (value instanceof TlaValue.SetOf set) {
            json.writeStartObject();
            json.writeFieldName("#set");
            array(json, set.elements());
            json.writeEndObject();
        } else {
            atom(json, value);
        }
    }

    private static void atom(JsonGenerator json, TlaValue value) throws IOException {
        if (value instanceof TlaValue.Bool bool) {
            json.writeBoolean(bool.value());
        } else if (value instanceof TlaValue.Int number) {
            json.writeNumber(number.value());
        } else if (value instanceof TlaValue.Str text) {
            json.writeString(text.value());
        } else {
            json.writeString(((TlaValue.Model) value).name());
        }
    }

    private static void function(JsonGenerator json, Fn fn) throws IOException {
        if (fn.isTuple()) {
            array(json, fn.entries().values());
            return;
        }
        json.writeStartObject();
        json.writeArrayFieldStart("#map");
        for (Map.Entry<TlaValue, TlaValue> entry : fn.entries().entrySet()) {
            json.writeStartArray();
            value(json, entry.getKey());
            value(json, entry.getValue());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** A whole record is a {@code #map} here, since an object would be a part. */
    private static void observation(JsonGenerator json, Observation observation) throws IOException {
        if (observation instanceof Whole whole) {
            if (whole.value() instanceof Fn fn) {
                function(json, fn);
            } else {
                value(json, whole.value());
            }
        } else if (observation instanceof Part part) {
            part(json, part);
        } else if (observation instanceof Content content) {
            content(json, content);
        } else {
            throw new IllegalArgumentException("observed in a way that is not of this format: " + observation.text());
        }
    }

    private static void part(JsonGenerator json, Part part) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, Observation> entry : part.entries().entrySet()) {
            String key = entry.getKey();
            // in quotes it means the same and is no mark
            json.writeFieldName(key.startsWith("#") ? TlaText.quote(key) : key);
            observation(json, entry.getValue());
        }
        json.writeEndObject();
    }

    private static void content(JsonGenerator json, Content content) throws IOException {
        json.writeStartObject();
        aspect(json, "#has", content.has());
        aspect(json, "#hasNot", content.hasNot());
        aspect(json, "#added", content.added());
        aspect(json, "#removed", content.removed());
        aspect(json, "#appended", content.appended());
        if (content.length().isPresent()) {
            json.writeNumberField("#len", content.length().get());
        }
        json.writeEndObject();
    }

    private static void aspect(JsonGenerator json, String mark, Optional<? extends Collection<TlaValue>> values)
            throws IOException {
        if (values.isPresent()) {
            json.writeFieldName(mark);
            array(json, values.get());
        }
    }
}
