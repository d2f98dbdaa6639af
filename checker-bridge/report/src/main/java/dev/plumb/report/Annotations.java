package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Step;
import dev.plumb.core.Difference;
import dev.plumb.core.Divergence.Blocked;
import dev.plumb.core.Outcome;
import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.report.Annotation.Level;
import dev.plumb.report.Annotation.Place;
import dev.plumb.report.CallsResult.SeenCall;
import dev.plumb.traces.Event;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a result is worth a line in the review of a change: what is not as expected, and what to be warned of. */
final class Annotations {
    private static final Pattern AT = Pattern.compile("(.+\\.\\w+):(\\d+)");

    /** As many steps as anybody would click through. */
    private static final int STEPS_MAX = 400;

    private static final int CALL_MAX = 300;

    private final Checked checked;

    private Annotations(Checked checked) {
        this.checked = checked;
    }

    static List<Annotation> of(Checked checked) {
        Annotations annotations = new Annotations(checked);
        List<Annotation> all = new ArrayList<>();
        if (checked.exitCode() != 0) {
            all.addAll(annotations.failures());
        }
        checked.remarks()
                .forEach(remark ->
                        all.add(Annotation.of(Level.WARNING, "remark", "Worth a look", remark, annotations.subject())));
        return all;
    }

    private List<Annotation> failures() {
        if (!(checked instanceof Checked.OfModel model)) {
            return List.of(failure());
        }
        List<Annotation> failures = new ArrayList<>();
        List<Difference> differences = model.comparison().differences();
        boolean isOfOutcome = differences.isEmpty()
                || differences.stream().anyMatch(each -> each.what().equals("outcome"));
        if (isOfOutcome) {
            failures.add(failure());
        }
        differences.forEach(each -> failures.add(Annotation.of(
                Level.ERROR,
                "expectation-differs",
                "Not as expected",
                checked.name() + ": " + each.what() + ": expected " + each.expected() + ", found " + each.found() + ".",
                Place.of(each.place(), "expected here"))));
        return failures;
    }

    private Annotation failure() {
        Optional<Problem> problem = Verdict.problem(checked.outcome());
        List<Place> places = problem.isPresent()
                ? problem.get().source().stream().map(at -> Place.of(at, "")).toList()
                : places();
        return new Annotation(
                Level.ERROR,
                rule(checked.outcome()),
                title(checked.outcome()),
                problem.map(p -> (p.what() + " " + p.nextStep()).strip().replaceAll("\\s*\n\\s*", " "))
                        .orElse(checked.sentence()),
                Optional.of(places.isEmpty() ? subject() : places.get(0)),
                places.stream().skip(1).toList(),
                flow());
    }

    /** Where to look, the likeliest first: Java, then the conjunct that is FALSE, then the event; or the last step. */
    private List<Place> places() {
        Optional<Blocked> blocked = checked instanceof Checked.OfTrace trace
                ? Verdict.shown(trace.result()).flatMap(RunResult::divergence).flatMap(d -> d.blocked().stream()
                        .findFirst())
                : Optional.empty();
        List<Place> places = new ArrayList<>();
        if (blocked.isPresent()) {
            Event event = blocked.get().event();
            places.addAll(recordedBy(event).stream().toList());
            blocked.get().reasons().stream()
                    .findFirst()
                    .map(Reason::of)
                    .ifPresent(why -> places.add(Place.of(checked, why.place(), why.brief())));
            places.add(Place.of(event.source(), "the event"));
        } else if (checked instanceof CallsResult calls) {
            places.addAll(places(calls));
        } else {
            checked.behaviour().map(Verdict::last).ifPresent(step -> places.addAll(places(step)));
        }
        return places;
    }

    /** The calls that contradict each other, that first whose answer nothing explains. */
    private static List<Place> places(CallsResult calls) {
        return calls.involved().stream()
                .sorted(Comparator.comparing(SeenCall::part).reversed())
                .flatMap(call -> call.source().stream()
                        .map(source -> Place.of(source, call.client() + " " + Printable.cut(call.text(), CALL_MAX))))
                .toList();
    }

    private List<Place> places(Step step) {
        List<Place> places = new ArrayList<>();
        step.event().flatMap(this::recordedBy).ifPresent(places::add);
        step.place().ifPresent(place -> places.add(Place.of(checked, place, Words.actionAndActor(step))));
        step.event().ifPresent(event -> places.add(Place.of(event.source(), "the event")));
        return places;
    }

    /** The line of code, where its file is known. */
    private Optional<Place> recordedBy(Event event) {
        Matcher at = AT.matcher(event.at().orElse(""));
        return at.matches()
                ? checked.path(at.group(1)).map(file -> {
                    int line = Integer.parseInt(at.group(2));
                    return new Place(file, line, 0, line, 0, "recorded here");
                })
                : Optional.empty();
    }

    private List<Place> flow() {
        return checked.behaviour().map(Behaviour::steps).stream()
                .flatMap(List::stream)
                .limit(STEPS_MAX)
                .map(step -> step.place()
                        .map(place -> Place.of(checked, place, step.number() + ": " + Words.actionAndActor(step)))
                        .orElseGet(() -> new Place(
                                subject().file(), 0, 0, 0, 0, step.number() + ": " + Words.actionAndActor(step))))
                .toList();
    }

    /** The model's {@code .cfg}, the trace or the history. */
    private Place subject() {
        if (checked instanceof Checked.OfModel model) {
            String config = model.result().config().replaceFirst(" .*", "");
            return Place.of(checked.path(config).orElse(config));
        } else if (checked instanceof CallsResult calls) {
            return Place.of(calls.calls().stream()
                    .flatMap(call -> call.source().stream())
                    .map(Source::file)
                    .findFirst()
                    .orElse(checked.name()));
        }
        return Place.of(checked.behaviour().stream()
                .flatMap(behaviour -> behaviour.steps().stream())
                .flatMap(step -> step.event().stream())
                .map(event -> event.source().file())
                .findFirst()
                .orElse(checked.name()));
    }

    static String rule(Outcome outcome) {
        if (outcome instanceof Outcome.Violates violates) {
            return violates.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-violated";
        }
        return Verdict.problem(outcome).map(Problem::code).orElseGet(() -> Words.outcome(outcome)
                .replace(' ', '-'));
    }

    private static String title(Outcome outcome) {
        return outcome instanceof Outcome.Violates violates
                ? violates.name() + " is violated"
                : Words.capital(Words.outcome(outcome));
    }
}
