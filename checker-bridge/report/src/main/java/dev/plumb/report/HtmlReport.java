package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Divergence;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.Outcome;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.kernel.api.OpenFormula;
import dev.plumb.traces.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A result as one HTML page that needs no network: it can be mailed, and kept with the build.
 *
 * <p>The first screen reads without JavaScript.
 */
public final class HtmlReport {
    private static final String STYLE = Resources.read("diagram.css")
            + Resources.read("page.css")
            + Resources.read("calls.css")
            + Resources.read("page/app.css");
    private static final String COPY = Resources.script("page/copy.js");
    private static final String STEPS = Resources.script(
            "page/data.js",
            "page/dom.js",
            "page/values.js",
            "page/behaviour.js",
            "page/search.js",
            "page/timeline.js",
            "page/state.js",
            "page/overview.js",
            "page/view.js");

    private final Markup out = new Markup();
    private boolean hasSteps;

    private HtmlReport() {}

    public static String of(ModelCheckResult result) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Spec", result.spec());
        facts.put("Model", result.config());
        facts.put("Checked", result.checked().isEmpty() ? "nothing by name" : Words.and(result.checked()));
        result.counterexample()
                .flatMap(behaviour -> behaviour.explained().length())
                .ifPresent(length -> facts.put("Length", length));
        result.counterexample()
                .flatMap(behaviour -> behaviour.explained().order())
                .ifPresent(order -> facts.put("Order", order));
        HtmlReport page = new HtmlReport();
        Verdict verdict = Verdict.of(result);
        page.head(verdict, result.spec());
        page.verdict(verdict, facts, result.outcome(), result.remarks(), result.command());
        result.counterexample().ifPresent(behaviour -> page.behaviour(behaviour, result.outcome(), 0));
        return page.end();
    }

    public static String of(TraceCheckResult result) {
        Map<String, String> facts = new LinkedHashMap<>();
        result.spec().ifPresent(spec -> facts.put("Spec", spec));
        facts.put("Trace", result.trace());
        HtmlReport page = new HtmlReport();
        Verdict verdict = Verdict.of(result);
        page.head(verdict, result.trace());
        page.verdict(verdict, facts, result.outcome(), result.remarks(), result.command());
        Optional<RunResult> shown = Verdict.shown(result);
        shown.flatMap(RunResult::divergence).ifPresent(page::divergence);
        shown.ifPresent(run -> run.behaviour().ifPresent(b -> page.behaviour(b, run.outcome(), later(run))));
        page.runs(result.runs(), shown);
        return page.end();
    }

    public static String of(CallsResult result) {
        HtmlReport page = new HtmlReport();
        Verdict verdict = Verdict.of(result);
        page.head(verdict, result.history());
        page.verdict(verdict, result.names(), result.outcome(), result.warnings(), result.command());
        new HtmlCalls(page.out, result).write();
        return page.end();
    }

    private void head(Verdict verdict, String subject) {
        String title = verdict.word() + " · " + Printable.clip(subject, 80);
        HtmlHead.write(out, title, STYLE, List.of(COPY, STEPS));
    }

    private String end() {
        out.leaf("footer", "Written by Plumb.").line().closeLine();
        script(COPY);
        if (hasSteps) {
            script(STEPS);
        }
        return out.closeLine().closeLine().toString();
    }

    private void verdict(
            Verdict verdict, Map<String, String> names, Outcome outcome, List<String> warnings, String command) {
        String tone = verdict.tone().name().toLowerCase(Locale.ROOT);
        out.open("header", "class", "box verdict " + tone).line();
        String sign = verdict.tone() == Verdict.Tone.GOOD ? "✓ " : verdict.tone() == Verdict.Tone.BAD ? "✗ " : "? ";
        out.leaf("p", sign + verdict.word(), "class", "word").line();
        out.leaf("h1", Printable.cut(verdict.sentence(), 600)).line();
        out.open("dl", "class", "facts");
        names.forEach(this::fact);
        fact("Numbers", String.join(", ", verdict.facts()));
        out.closeLine();
        Verdict.problem(outcome).ifPresent(this::problem);
        out.open("div", "class", "command").leaf("span", "Reproduce").leaf("code", command, "id", "command");
        out.leaf("button", "Copy", "id", "copy", "type", "button", "hidden", "hidden")
                .closeLine();
        warnings.forEach(
                warning -> out.leaf("p", "⚠ " + warning, "class", "warning").line());
        out.closeLine();
    }

    private void problem(Problem problem) {
        out.open("p", "class", "problem").leaf("code", problem.code());
        problem.source().ifPresent(source -> out.text(" in ").leaf("code", source.toString()));
        out.close();
        problem.nextStep().lines().forEach(line -> out.leaf("p", line, "class", "problem"));
        out.line();
    }

    private void fact(String name, String value) {
        out.open("div").leaf("dt", name).leaf("dd", Printable.cut(value, 400)).close();
    }

    private void divergence(Divergence divergence) {
        new HtmlWhyNot(out).write(divergence);
    }

    private void behaviour(Behaviour behaviour, Outcome outcome, int later) {
        hasSteps = true;
        behaviour.explained().property().ifPresent(this::property);
        if (!behaviour.explained().fairness().isEmpty()) {
            new HtmlFairness(out).write(behaviour.explained().fairness());
        }
        new HtmlSteps(out, behaviour).write(outcome, later);
    }

    private void property(OpenFormula property) {
        out.open("section", "class", "box").leaf("h2", "Why it is false").line();
        new HtmlFormula(out).write(property);
        out.closeLine();
    }

    /** How many events of a run come after the one at which its behaviour ends. */
    private static int later(RunResult run) {
        return Math.max(0, run.events() - run.matched() - (run.divergence().isPresent() ? 1 : 0));
    }

    private void script(String text) {
        out.open("script").raw(text).closeLine();
    }

    private void runs(List<RunResult> runs, Optional<RunResult> shown) {
        if (runs.size() < 2) {
            return;
        }
        out.open("section", "class", "box list")
                .leaf("h2", "Runs of this trace")
                .line();
        out.open("div", "class", "scroll")
                .open("table", "class", "steps")
                .open("tbody")
                .line();
        for (RunResult run : runs) {
            String name = (run.name().isEmpty() ? "unnamed" : run.name())
                    + (Optional.of(run).equals(shown) ? " (shown above)" : "");
            out.open("tr").open("td").leaf("code", name).close();
            out.leaf("td", Words.count(run.matched()) + " of " + Words.count(run.events(), "event") + " matched");
            out.leaf("td", Printable.cut(Verdict.told(run), 300)).closeLine();
        }
        out.close().close().close().closeLine();
    }
}
