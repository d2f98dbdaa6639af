package dev.plumb.simulation.commands;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.RunLog;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.Happened;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.WorldOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A run as one line of JSON. */
final class RunJson {
    private RunJson() {}

    /**
     * The line.
     *
     * @param which run it is, in words
     * @param more what else there is to say of it
     */
    static String line(String which, Run run, Optional<Path> failure, JsonLine.Body more) {
        return JsonLine.of(run.scenario(), out -> {
            out.writeNumberField("steps", run.steps().size() - 1);
            out.writeStringField("run", which);
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
            world(out, run.scenario().options());
            more.write(out);
        });
    }

    private static void world(JsonGenerator out, WorldOptions options) throws IOException {
        out.writeStringField("network", options.network().name().toLowerCase(Locale.ROOT));
        out.writeBooleanField("timed", options.timed());
        out.writeObjectFieldStart("faultBudget");
        for (Map.Entry<Fault, Integer> budget : options.faults().entrySet()) {
            out.writeNumberField(budget.getKey().text(), budget.getValue());
        }
        out.writeEndObject();
    }
}
