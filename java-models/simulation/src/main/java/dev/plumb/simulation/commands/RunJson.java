package dev.plumb.simulation.commands;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.RunLog;
import dev.plumb.simulation.world.Happened;
import dev.plumb.simulation.world.Move;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** A run as one line of JSON. */
final class RunJson {
    private static final JsonFactory JSON = new JsonFactory();

    private RunJson() {}

    static String line(Run run, Optional<Path> failure) {
        StringWriter line = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(line)) {
            out.writeStartObject();
            out.writeStringField("protocol", run.scenario().protocol());
            out.writeNumberField("nodes", run.scenario().nodes());
            out.writeStringField("bug", run.scenario().bug());
            out.writeNumberField("steps", run.steps().size());
            out.writeBooleanField("complete", run.isComplete());
            out.writeNumberField("millis", run.end().nowMillis());
            out.writeArrayFieldStart("faults");
            for (Happened step : run.steps()) {
                if (step.move() instanceof Move.Faulty) {
                    out.writeString(RunLog.text(step));
                }
            }
            out.writeEndArray();
            if (run.violation().isPresent()) {
                out.writeStringField("violation", run.violation().get().text());
            }
            if (failure.isPresent()) {
                out.writeStringField("failure", failure.get().toString());
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }
}
