package dev.plumb.simulation.commands;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumb.core.RefinementCoverage;
import dev.plumb.core.RefinementCoverage.Share;
import dev.plumb.simulation.conform.SpecToCode;
import dev.plumb.simulation.conform.WorldCheck;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.explore.Exploration;
import dev.plumb.simulation.explore.Path;
import dev.plumb.simulation.explore.Verdict;
import dev.plumb.simulation.world.WorldState;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came of exploring a world, as one line of JSON. */
final class ExploreJson {
    private final JsonGenerator out;

    private ExploreJson(JsonGenerator out) {
        this.out = out;
    }

    static String line(
            Scenario scenario,
            Exploration<WorldState> found,
            Optional<ExploreReport.AgainstSpec> against,
            List<java.nio.file.Path> failures) {
        return JsonLine.of(scenario, out -> {
            ExploreJson json = new ExploreJson(out);
            json.exploration(found);
            if (against.isPresent()) {
                json.against(against.get());
            }
            out.writeArrayFieldStart("failures");
            for (java.nio.file.Path failure : failures) {
                out.writeString(failure.toString());
            }
            out.writeEndArray();
        });
    }

    private void exploration(Exploration<WorldState> found) throws IOException {
        out.writeNumberField("states", found.distinct());
        out.writeNumberField("steps", found.generated());
        out.writeNumberField("depth", found.depth());
        out.writeNumberField("seconds", found.time().toMillis() / 1e3);
        out.writeNumberField("tableBytesPerState", found.tableBytesPerState());
        out.writeNumberField("collisionProbability", found.collisionProbability());
        if (found.unexplored().isPresent()) {
            Exploration.Unexplored left = found.unexplored().get();
            out.writeObjectFieldStart("unexplored");
            out.writeStringField("why", left.why());
            out.writeNumberField("states", left.states());
            out.writeNumberField("depth", left.depth());
            out.writeEndObject();
        }
        out.writeObjectFieldStart("properties");
        for (Map.Entry<String, Verdict<WorldState>> entry : found.verdicts().entrySet()) {
            verdict(entry.getKey(), entry.getValue());
        }
        out.writeEndObject();
        if (found.failed().isPresent()) {
            out.writeObjectFieldStart("failed");
            out.writeStringField("threw", found.failed().get().cause().toString());
            path(found.failed().get().path());
            if (found.failed().get().step().isPresent()) {
                out.writeStringField("step", found.failed().get().step().get().toString());
            }
            out.writeEndObject();
        }
    }

    private void verdict(String property, Verdict<WorldState> verdict) throws IOException {
        out.writeObjectFieldStart(property);
        out.writeStringField("verdict", verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        if (verdict instanceof Verdict.Violated<WorldState> violated) {
            path(violated.path());
        } else if (verdict instanceof Verdict.Shown<WorldState> shown) {
            path(shown.path());
        } else if (verdict instanceof Verdict.Avoided<WorldState> avoided) {
            path(avoided.lasso().path());
            out.writeNumberField("backTo", avoided.lasso().backTo());
        }
        out.writeEndObject();
    }

    private void path(Path<WorldState> path) throws IOException {
        out.writeArrayFieldStart("path");
        for (Path.Taken<WorldState> step : path.steps()) {
            out.writeString(step.action().toString());
        }
        out.writeEndArray();
    }

    private void against(ExploreReport.AgainstSpec against) throws IOException {
        RefinementCoverage coverage = against.coverage();
        out.writeObjectFieldStart("shown");
        out.writeStringField("spec", against.spec());
        share("states", coverage.states());
        share("steps", coverage.steps());
        out.writeObjectFieldStart("actions");
        for (Map.Entry<String, Share> action : coverage.actions().entrySet()) {
            share(action.getKey(), action.getValue());
        }
        out.writeEndObject();
        out.writeBooleanField("complete", coverage.isComplete());
        out.writeArrayFieldStart("hidden");
        for (String variable : coverage.hidden()) {
            out.writeString(variable);
        }
        out.writeEndArray();
        out.writeEndObject();
        if (against.followed().isPresent()) {
            followed(against.followed().get());
        }
    }

    private void share(String name, Share share) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeNumberField("shown", share.shown());
        out.writeNumberField("all", share.all());
        out.writeEndObject();
    }

    private void followed(WorldCheck.Followed followed) throws IOException {
        out.writeObjectFieldStart("followed");
        out.writeNumberField("behaviours", followed.behaviours());
        out.writeNumberField("steps", followed.steps());
        out.writeBooleanField("complete", followed.isComplete());
        out.writeArrayFieldStart("stuckAt");
        for (SpecToCode.Stuck stuck : followed.stuck()) {
            out.writeString(stuck.action());
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
