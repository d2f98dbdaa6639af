package dev.plumb.simulation.commands;

import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.RunLog;
import dev.plumb.simulation.world.Happened;
import dev.plumb.simulation.world.Move;
import java.nio.file.Path;
import java.util.Optional;

/** A run as one line of JSON. */
final class RunJson {
    private RunJson() {}

    /** @param which run it is, in words */
    static String line(String which, Run run, Optional<Path> failure) {
        return JsonLine.of(run.scenario(), out -> {
            out.writeNumberField("steps", run.steps().size());
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
        });
    }
}
