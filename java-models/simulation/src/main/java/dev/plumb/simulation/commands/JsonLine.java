package dev.plumb.simulation.commands;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumb.simulation.drive.Scenario;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A line of JSON about a scenario. */
final class JsonLine {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonLine() {}

    /** What stands behind the scenario. */
    interface Body {
        void write(JsonGenerator out) throws IOException;
    }

    static String of(Scenario scenario, Body body) {
        StringWriter line = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(line)) {
            out.writeStartObject();
            out.writeStringField("protocol", scenario.protocol());
            out.writeNumberField("nodes", scenario.nodes());
            out.writeStringField("bug", scenario.bug());
            body.write(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }
}
