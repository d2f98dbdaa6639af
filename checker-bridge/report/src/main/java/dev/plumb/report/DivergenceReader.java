package dev.plumb.report;

import dev.plumb.core.Divergence;
import dev.plumb.core.Divergence.Blocked;
import dev.plumb.core.Divergence.Fit;
import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.SourceRange;
import dev.plumb.kernel.api.WhyNot;
import dev.plumb.traces.Difference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what {@link JsonDivergence} writes. */
final class DivergenceReader {
    private final StepReader steps;

    DivergenceReader(StepReader steps) {
        this.steps = steps;
    }

    Divergence divergence(Parsed divergence) {
        return new Divergence(
                divergence.integer("matched"),
                divergence.integer("total"),
                divergence.list("blocked", this::blocked),
                divergence.integer("frontier"));
    }

    private Blocked blocked(Parsed blocked) {
        return new Blocked(
                StepReader.event(blocked.at("event")),
                steps.state(blocked, "specState"),
                blocked.list("reasons", this::reason),
                blocked.list("enabled", this::action),
                blocked.find("couldBe")
                        .map(fit ->
                                new Fit(fit.texts("without"), action(fit.at("action")), fit.integer("eventsAfter"))),
                blocked.find("fitsInOtherOrderWith").map(StepReader::event));
    }

    WhyNot reason(Parsed reason) {
        ActionInstance action = action(reason.at("action"));
        SourceRange place = StepReader.place(reason.at("place"));
        SortedMap<String, String> values = new TreeMap<>(reason.map("values", Parsed::text));
        List<Difference> differences = reason.list(
                "differences", each -> new Difference(each.text("path"), each.text("observed"), each.text("actual")));
        return switch (reason.text("kind")) {
            case "FalseConjunct" ->
                new WhyNot.FalseConjunct(
                        action, place, reason.text("conjunct"), values, reason.integer("falseConjuncts"));
            case "OutOfBounds" -> new WhyNot.OutOfBounds(action, place, reason.text("conjunct"), values);
            case "EndsElsewhere" -> new WhyNot.EndsElsewhere(action, differences);
            case "StartsElsewhere" -> new WhyNot.StartsElsewhere(action, differences);
            case "EvaluationError" -> new WhyNot.EvaluationError(action, reason.text("message"));
            default -> throw reason.at("kind").unknown();
        };
    }

    ActionInstance action(Parsed action) {
        return new ActionInstance(
                action.text("name"),
                new LinkedHashMap<>(steps.named(action, "args")),
                StepReader.place(action.at("place")));
    }
}
