package dev.plumb.report;

import dev.plumb.core.Comparison.Expected;
import dev.plumb.core.Difference;
import dev.plumb.core.Outcome;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.TraceCheckResult.Judged;
import dev.plumb.core.TraceCheckResult.RunResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Results as JUnit XML, which every CI reads: a suite for each model, trace or history, in it a case for each property, each
 * action that must be taken, each predicate that must be reachable, each run.
 *
 * <p>A suite has a failing case if and only if its result is not as expected. What TLC did not come to is skipped.
 */
public final class JUnitXml {
    private static final String MODEL = "model";
    private static final String TRACE = "trace";
    private static final String HISTORY = "history";

    private enum Kind {
        PASSED,
        FAILED,
        ERROR,
        SKIPPED
    }

    /** {@code story} stands below the reason of a failure. */
    private record Case(String name, Kind kind, String why, List<String> story) {
        Case(String name, Kind kind, String why) {
            this(name, kind, why, List.of());
        }

        boolean isBad() {
            return kind == Kind.FAILED || kind == Kind.ERROR;
        }
    }

    private final Markup out = new Markup();

    private JUnitXml() {}

    /** The results of a command. */
    public static String of(List<Checked> results) {
        JUnitXml xml = new JUnitXml();
        xml.write(results);
        return xml.out.toString();
    }

    private void write(List<Checked> results) {
        List<List<Case>> suites = results.stream().map(JUnitXml::cases).toList();
        List<Case> all = suites.stream().flatMap(List::stream).toList();
        long millis =
                results.stream().mapToLong(each -> each.duration().toMillis()).sum();
        out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        open("testsuites", "plumb", all, Duration.ofMillis(millis));
        for (int i = 0; i < suites.size(); i++) {
            suite(results.get(i), suites.get(i));
        }
        out.closeLine();
    }

    private void suite(Checked checked, List<Case> cases) {
        open("testsuite", checked.name(), cases, checked.duration());
        Duration time = checked.duration();
        for (Case each : cases) {
            out.open("testcase", "name", each.name(), "classname", checked.name(), "time", seconds(time));
            time = Duration.ZERO;
            if (each.kind() == Kind.SKIPPED) {
                out.empty("skipped", "message", each.why());
            } else if (each.isBad()) {
                String tag = each.kind() == Kind.ERROR ? "error" : "failure";
                String type = Annotations.rule(checked.outcome());
                out.open(tag, "message", Printable.cut(each.why(), 600), "type", type)
                        .lines(each.story())
                        .close();
            }
            out.closeLine();
        }
        out.closeLine();
    }

    private void open(String tag, String name, List<Case> cases, Duration time) {
        out.open(
                        tag,
                        "name",
                        name,
                        "tests",
                        cases.size(),
                        "failures",
                        count(cases, Kind.FAILED),
                        "errors",
                        count(cases, Kind.ERROR),
                        "skipped",
                        count(cases, Kind.SKIPPED),
                        "time",
                        seconds(time))
                .line();
    }

    private static long count(List<Case> cases, Kind kind) {
        return cases.stream().filter(each -> each.kind() == kind).count();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
    }

    /** First the result as a whole, which fails where nothing more special does. */
    private static List<Case> cases(Checked checked) {
        String kind = HISTORY;
        List<Case> special = List.of();
        if (checked instanceof Checked.OfModel model) {
            kind = MODEL;
            special = ofModel(model);
        } else if (checked instanceof Checked.OfTrace trace) {
            kind = TRACE;
            special = ofTrace(trace);
        }
        boolean isTold = checked.exitCode() == 0 || special.stream().anyMatch(Case::isBad);
        Kind bad = Verdict.problem(checked.outcome()).isPresent() ? Kind.ERROR : Kind.FAILED;
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(kind, isTold ? Kind.PASSED : bad, why(checked), Story.of(checked)));
        cases.addAll(special);
        return cases;
    }

    private static String why(Checked checked) {
        List<Difference> differences =
                checked instanceof Checked.OfModel model ? model.comparison().differences() : List.of();
        return Stream.concat(Stream.of(checked.sentence()), differences.stream().map(Difference::text))
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }

    private static List<Case> ofModel(Checked.OfModel model) {
        List<Case> cases = new ArrayList<>();
        model.result().checked().forEach(name -> cases.add(property(name, model)));
        model.comparison().expected().map(Expected::mustFire).stream()
                .flatMap(List::stream)
                .forEach(action -> cases.add(expected("action " + action, model)));
        model.comparison().expected().map(Expected::reachable).stream()
                .flatMap(List::stream)
                .forEach(predicate -> cases.add(expected("reachable " + predicate, model)));
        return cases;
    }

    private static Case property(String name, Checked.OfModel model) {
        Outcome outcome = model.outcome();
        if (outcome instanceof Outcome.Holds || outcome instanceof Outcome.Sampled) {
            return new Case(name, Kind.PASSED, "");
        } else if (outcome instanceof Outcome.Violates violates
                && violates.name().equals(name)) {
            boolean isMeant = model.comparison().expected().isPresent()
                    && model.comparison().differences().stream()
                            .noneMatch(each -> each.what().equals("outcome"));
            return new Case(name, isMeant ? Kind.PASSED : Kind.FAILED, why(model), Story.of(model));
        }
        return new Case(name, Kind.SKIPPED, "not decided: " + model.sentence());
    }

    /** What a difference would tell of, by what it would be called. */
    private static Case expected(String what, Checked.OfModel model) {
        Outcome outcome = model.outcome();
        boolean isDecided = outcome instanceof Outcome.Holds
                || outcome instanceof Outcome.Deadlocks
                || outcome instanceof Outcome.Violates;
        if (!isDecided) {
            return new Case(what, Kind.SKIPPED, "not decided: " + model.sentence());
        }
        return model.comparison().differences().stream()
                .filter(each -> each.what().equals(what))
                .findFirst()
                .map(each -> new Case(what, Kind.FAILED, each.text()))
                .orElseGet(() -> new Case(what, Kind.PASSED, ""));
    }

    private static List<Case> ofTrace(Checked.OfTrace trace) {
        TraceCheckResult result = trace.result();
        List<Case> cases = new ArrayList<>();
        if (result.runs().size() > 1) {
            result.runs().forEach(run -> cases.add(run(run)));
        }
        result.runs().stream()
                .flatMap(run -> run.judged().stream())
                .map(Judged::name)
                .distinct()
                .forEach(name -> cases.add(claim(name, trace)));
        return cases;
    }

    private static Case run(RunResult run) {
        String name = "run " + run.name();
        if (run.outcome().exitCode() == 0 || run.outcome() instanceof Outcome.Violates) {
            return new Case(name, Kind.PASSED, "");
        }
        return new Case(name, Kind.FAILED, name + " " + Verdict.told(run));
    }

    private static Case claim(String name, Checked.OfTrace trace) {
        boolean isViolated = trace.result().runs().stream()
                .anyMatch(run -> run.outcome() instanceof Outcome.Violates violates
                        && violates.name().equals(name));
        return new Case(name, isViolated ? Kind.FAILED : Kind.PASSED, trace.sentence(), Story.of(trace));
    }
}
