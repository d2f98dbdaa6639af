package dev.plumb.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumb.core.Comparison;
import dev.plumb.core.Difference;
import dev.plumb.core.Evaluated;
import dev.plumb.core.Invocation;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.Outcome;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.core.tlc.Statistics;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * A result as JSON for other programs. {@code "plumb"} is the version of the format: fields may be added within one
 * version, none is renamed or removed. Fields stand in a fixed order.
 */
public final class JsonReport {
    static final int VERSION = 1;

    private JsonReport() {}

    public static String of(Checked checked) {
        return Json.pretty(tree(checked));
    }

    /** The same in one line and without a line break at its end, for streams of results. */
    public static String line(Checked checked) {
        return tree(checked).toString();
    }

    private static ObjectNode tree(CallsResult result) {
        ObjectNode root = root("history", result.outcome(), Verdict.of(result));
        JsonCalls.put(root, result);
        return end(root, result.warnings(), result.command(), result.duration());
    }

    /** An expression with its value, in ITF's encoding and as TLA+ text. */
    public static String line(Evaluated evaluated) {
        ObjectNode root =
                JsonNodeFactory.instance.objectNode().put("plumb", VERSION).put("check", "eval");
        root.put("spec", evaluated.spec()).put("expression", evaluated.expression());
        evaluated.state().ifPresent(number -> root.put("state", number));
        root.set("value", Itf.value(evaluated.value()));
        return root.put("text", evaluated.value().toString()).toString();
    }

    private static ObjectNode tree(Checked checked) {
        ObjectNode root = special(checked);
        ObjectNode files = root.put("exitCode", checked.exitCode()).putObject("files");
        checked.files().forEach(files::put);
        strings(root.putArray("modelValues"), ModelValues.of(checked));
        return root;
    }

    private static ObjectNode special(Checked checked) {
        if (checked instanceof Checked.OfModel model) {
            return tree(model.result(), model.comparison());
        } else if (checked instanceof Checked.OfTrace trace) {
            return tree(trace.result());
        }
        return tree((CallsResult) checked);
    }

    private static ObjectNode tree(ModelCheckResult result, Comparison comparison) {
        ObjectNode root = root("model", result.outcome(), Verdict.of(result));
        root.put("expected", comparison.isExpected());
        comparison.expected().ifPresent(expected -> {
            ObjectNode node = root.putObject("expectation").put("outcome", expected.outcome());
            strings(node.putArray("mustFire"), expected.mustFire());
            strings(node.putArray("reachable"), expected.reachable());
        });
        ArrayNode differences = root.putArray("differences");
        comparison.differences().forEach(difference -> differences.add(difference(difference)));
        root.put("spec", result.spec()).put("config", result.config());
        strings(root.putArray("checked"), result.checked());
        result.statistics().ifPresent(s -> root.set("statistics", statistics(s)));
        result.invocation().ifPresent(i -> root.set("tlc", invocation(i)));
        strings(root.putArray("suspicions"), result.suspicions());
        result.counterexample().ifPresent(b -> root.set("counterexample", JsonSteps.behaviour(b)));
        return end(root, result.warnings(), result.command(), result.duration());
    }

    private static ObjectNode statistics(Statistics statistics) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("generated", statistics.generated()).put("distinct", statistics.distinct());
        node.put("queued", statistics.queued()).put("depth", statistics.depth());
        statistics.outDegree().ifPresent(degree -> node.putObject("outDegree")
                .put("average", degree.average())
                .put("minimum", degree.minimum())
                .put("maximum", degree.maximum())
                .put("percentile95", degree.percentile95()));
        ObjectNode actions = node.putObject("actions");
        statistics.taken().forEach((action, taken) -> actions.putObject(action)
                .put("taken", taken)
                .put("fresh", statistics.fresh().getOrDefault(action, 0L)));
        return node;
    }

    private static ObjectNode invocation(Invocation invocation) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        invocation.fingerprint().ifPresent(fingerprint -> node.put("fingerprint", fingerprint));
        invocation.seed().ifPresent(seed -> node.put("seed", seed));
        strings(node.putArray("command"), invocation.command());
        return node;
    }

    private static ObjectNode tree(TraceCheckResult result) {
        ObjectNode root = root("trace", result.outcome(), Verdict.of(result));
        result.spec().ifPresent(spec -> root.put("spec", spec));
        root.put("trace", result.trace()).put("events", result.events()).put("states", result.states());
        ObjectNode ignored = root.putObject("ignored");
        result.ignored().forEach(ignored::put);
        ArrayNode runs = root.putArray("runs");
        result.runs().forEach(run -> runs.add(run(run)));
        strings(root.putArray("suspicions"), result.suspicions());
        return end(root, result.warnings(), result.command(), result.duration());
    }

    private static ObjectNode root(String check, Outcome outcome, Verdict verdict) {
        ObjectNode root =
                JsonNodeFactory.instance.objectNode().put("plumb", VERSION).put("check", check);
        root.set("outcome", outcome(outcome));
        return root.put("summary", verdict.sentence());
    }

    private static ObjectNode outcome(Outcome outcome) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("kind", outcome.getClass().getSimpleName()).put("exitCode", outcome.exitCode());
        if (outcome instanceof Outcome.Violates violates) {
            node.put("name", violates.name()).put("property", violates.kind().name());
        } else if (outcome instanceof Outcome.Vacuous vacuous) {
            node.put("why", vacuous.why());
        } else if (outcome instanceof Outcome.Incomplete incomplete) {
            node.put("limit", incomplete.limit());
        }
        Verdict.problem(outcome).ifPresent(problem -> node.set("problem", problem(problem)));
        return node;
    }

    private static ObjectNode difference(Difference difference) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("what", difference.what());
        node.put("expected", difference.expected()).put("found", difference.found());
        return place(node, difference.place());
    }

    /** What is wrong, as in results of checks. */
    public static ObjectNode problem(Problem problem) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("code", problem.code()).put("kind", problem.kind().name()).put("what", problem.what());
        problem.source().ifPresent(source -> place(node, source));
        return node.put("nextStep", problem.nextStep());
    }

    static ObjectNode place(ObjectNode node, Source source) {
        node.putObject("source")
                .put("file", source.file())
                .put("line", source.line())
                .put("column", source.column());
        return node;
    }

    private static ObjectNode run(RunResult run) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("name", run.name());
        node.put("events", run.events()).put("matched", run.matched()).put("states", run.states());
        node.set("outcome", outcome(run.outcome()));
        ArrayNode judged = node.putArray("judged");
        run.judged().forEach(each -> judged.addObject()
                .put("name", each.name())
                .put("property", each.kind().name())
                .put("violating", each.violating().name()));
        run.divergence().ifPresent(d -> node.set("divergence", JsonDivergence.of(d)));
        run.behaviour().ifPresent(b -> node.set("behaviour", JsonSteps.behaviour(b)));
        return node;
    }

    private static ObjectNode end(ObjectNode root, List<String> warnings, String command, Duration duration) {
        strings(root.putArray("warnings"), warnings);
        return root.put("command", command).put("millis", duration.toMillis());
    }

    static void strings(ArrayNode array, Collection<String> strings) {
        strings.forEach(array::add);
    }
}
