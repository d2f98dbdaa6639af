package dev.plumb.report;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumb.core.Comparison;
import dev.plumb.core.Comparison.Expected;
import dev.plumb.core.Difference;
import dev.plumb.core.Invocation;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.Outcome;
import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.TraceCheckResult.Judged;
import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.core.tlc.Statistics;
import dev.plumb.core.tlc.Statistics.OutDegree;
import dev.plumb.report.CallsResult.SeenCall;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what {@link JsonReport} writes. */
public final class ResultReader {
    private final Parsed root;
    private final StepReader steps;

    private ResultReader(Parsed root) {
        this.root = root;
        this.steps = new StepReader(root.texts("modelValues").stream().collect(toSet()));
    }

    /**
     * A result.
     *
     * @param file that it is from, for messages
     * @throws Problem if it is none, is of another version, or lacks what it must have
     */
    public static Checked read(String json, String file) {
        Parsed root = new Parsed(parse(json, file), "", file);
        JsonNode version = root.node().path("plumb");
        String check = root.node().path("check").asText();
        if (version.isMissingNode()) {
            throw ResultProblems.noResult(file);
        } else if (version.asInt() != JsonReport.VERSION) {
            throw ResultProblems.otherVersion(file, version.asText(), JsonReport.VERSION);
        } else if (check.equals("model")) {
            return new ResultReader(root).model();
        } else if (check.equals("trace")) {
            return new ResultReader(root).trace();
        } else if (check.equals("history")) {
            return new ResultReader(root).history();
        }
        throw ResultProblems.noResult(file);
    }

    private static JsonNode parse(String json, String file) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw ResultProblems.unreadable(file, "line " + e.getLocation().getLineNr() + " is no JSON");
        }
    }

    private Checked model() {
        ModelCheckResult result = new ModelCheckResult(
                root.text("spec"),
                root.text("config"),
                outcome(root.at("outcome")),
                root.texts("checked"),
                root.find("statistics").map(ResultReader::statistics),
                root.find("counterexample").map(steps::behaviour),
                root.texts("suspicions"),
                root.texts("warnings"),
                root.find("tlc").map(ResultReader::invocation),
                root.text("command"),
                duration());
        Optional<Expected> expected = root.find("expectation")
                .map(e -> new Expected(e.text("outcome"), e.texts("mustFire"), e.texts("reachable")));
        Comparison comparison =
                new Comparison(expected, root.list("differences", ResultReader::difference), root.integer("exitCode"));
        return new Checked.OfModel(result, comparison, files());
    }

    private Checked trace() {
        TraceCheckResult result = new TraceCheckResult(
                root.text("trace"),
                root.find("spec").map(Parsed::text),
                outcome(root.at("outcome")),
                root.list("runs", this::run),
                root.texts("suspicions"),
                root.texts("warnings"),
                new TreeMap<>(root.map("ignored", Parsed::integer)),
                root.text("command"),
                duration());
        return new Checked.OfTrace(result, root.integer("exitCode"), files());
    }

    private Checked history() {
        return new CallsResult(
                root.text("history"),
                outcome(root.at("outcome")),
                root.text("summary"),
                root.map("names", Parsed::text),
                root.texts("numbers"),
                root.map("strength", Parsed::anyNumber),
                root.at("seen").items(ResultReader::call),
                root.list(
                        "reasons",
                        reason -> new CallsResult.Reason(
                                reason.integer("before"), reason.integer("after"), reason.text("why"))),
                root.texts("warnings"),
                root.text("command"),
                duration());
    }

    private static SeenCall call(Parsed call) {
        Optional<Long> end = call.find("end").map(Parsed::number);
        return new SeenCall(
                call.integer("number"),
                call.text("client"),
                call.text("call"),
                call.number("start"),
                end.orElse(SeenCall.NO_ANSWER),
                call.oneOf(CallsResult.Part.class, "part"),
                call.find("place").isPresent() ? OptionalInt.of(call.integer("place")) : OptionalInt.empty(),
                call.text("object"),
                call.find("source").map(ResultReader::source));
    }

    private Duration duration() {
        return Duration.ofMillis(root.number("millis"));
    }

    private SortedMap<String, String> files() {
        return new TreeMap<>(root.map("files", Parsed::text));
    }

    private RunResult run(Parsed run) {
        return new RunResult(
                run.text("name"),
                run.integer("events"),
                run.integer("matched"),
                run.number("states"),
                outcome(run.at("outcome")),
                run.find("behaviour").map(steps::behaviour),
                run.list(
                        "judged",
                        judged -> new Judged(
                                judged.text("name"),
                                judged.oneOf(PropertyKind.class, "property"),
                                judged.oneOf(Judged.Violating.class, "violating"))),
                run.find("divergence").map(new DivergenceReader(steps)::divergence));
    }

    private static Outcome outcome(Parsed outcome) {
        return switch (outcome.text("kind")) {
            case "Holds" -> new Outcome.Holds();
            case "Sampled" -> new Outcome.Sampled();
            case "Conforms" -> new Outcome.Conforms();
            case "Diverges" -> new Outcome.Diverges();
            case "Violates" ->
                new Outcome.Violates(outcome.text("name"), outcome.oneOf(PropertyKind.class, "property"));
            case "Deadlocks" -> new Outcome.Deadlocks();
            case "Vacuous" -> new Outcome.Vacuous(outcome.text("why"));
            case "Incomplete" -> new Outcome.Incomplete(outcome.text("limit"));
            case "BadInput" -> new Outcome.BadInput(problem(outcome.at("problem")));
            case "SpecError" -> new Outcome.SpecError(problem(outcome.at("problem")), outcome.integer("exitCode"));
            case "ToolError" -> new Outcome.ToolError(problem(outcome.at("problem")));
            default -> throw outcome.at("kind").unknown();
        };
    }

    private static Problem problem(Parsed problem) {
        return new Problem(
                problem.oneOf(Problem.Kind.class, "kind"),
                problem.text("code"),
                problem.text("what"),
                problem.find("source").map(ResultReader::source),
                problem.text("nextStep"));
    }

    private static Source source(Parsed source) {
        return new Source(source.text("file"), source.integer("line"), source.integer("column"));
    }

    private static Difference difference(Parsed difference) {
        return new Difference(
                difference.text("what"),
                difference.text("expected"),
                difference.text("found"),
                source(difference.at("source")));
    }

    private static Statistics statistics(Parsed statistics) {
        return new Statistics(
                statistics.number("generated"),
                statistics.number("distinct"),
                statistics.number("queued"),
                statistics.integer("depth"),
                new TreeMap<>(statistics.map("actions", action -> action.number("taken"))),
                new TreeMap<>(statistics.map("actions", action -> action.number("fresh"))),
                statistics
                        .find("outDegree")
                        .map(degree -> new OutDegree(
                                degree.integer("average"),
                                degree.integer("minimum"),
                                degree.integer("maximum"),
                                degree.integer("percentile95"))));
    }

    private static Invocation invocation(Parsed tlc) {
        Optional<Long> seed = tlc.find("seed").map(Parsed::number);
        return new Invocation(
                tlc.texts("command"),
                tlc.find("fingerprint").isPresent() ? OptionalInt.of(tlc.integer("fingerprint")) : OptionalInt.empty(),
                seed.isPresent() ? OptionalLong.of(seed.get()) : OptionalLong.empty());
    }
}
