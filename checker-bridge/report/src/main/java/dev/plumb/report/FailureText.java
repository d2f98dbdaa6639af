package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Step;
import dev.plumb.core.Divergence.Blocked;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.Outcome;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.traces.Event;
import java.util.List;
import java.util.Optional;

/**
 * The shortest story of what went wrong, for the message of a failed test: what is violated and why, the last steps, and
 * how to see it all. Never more than {@value #LINES_MAX} lines.
 */
final class FailureText {
    static final int LINES_MAX = 20;

    private static final int FORMULA_MAX = 5;
    private static final int STEPS_MAX = 7;

    private FailureText() {}

    static String of(ModelCheckResult result) {
        Lines lines = new Lines(false);
        sentence(Verdict.of(result), result.outcome(), lines);
        result.counterexample().ifPresent(behaviour -> story(behaviour, lines));
        return limited(lines, result.command());
    }

    static String of(TraceCheckResult result) {
        Lines lines = new Lines(false);
        sentence(Verdict.of(result), result.outcome(), lines);
        Optional<RunResult> shown = Verdict.shown(result);
        shown.flatMap(RunResult::divergence)
                .flatMap(divergence -> divergence.blocked().stream().findFirst())
                .ifPresent(blocked -> blocked(blocked, lines));
        shown.flatMap(RunResult::behaviour).ifPresent(behaviour -> story(behaviour, lines));
        return limited(lines, result.command());
    }

    private static void sentence(Verdict verdict, Outcome outcome, Lines lines) {
        List<String> text = Verdict.problem(outcome)
                .map(problem -> problem.text().lines().toList())
                .orElse(List.of(verdict.sentence()));
        lines.hanging(verdict.word() + "  ", text.get(0));
        text.stream().skip(1).forEach(line -> lines.line(Printable.clean(line)));
    }

    private static void blocked(Blocked blocked, Lines lines) {
        blocked.reasons().stream().findFirst().map(Reason::of).ifPresent(reason -> {
            lines.hanging("  ", reason.brief());
            reason.values().forEach((name, value) -> lines.hanging("    " + name + "  ", Printable.clip(value, 70)));
        });
    }

    private static void story(Behaviour behaviour, Lines lines) {
        behaviour.explained().property().ifPresent(property -> new FormulaText(lines, FORMULA_MAX).write(property));
        List<Step> steps = behaviour.steps();
        int first = Math.max(1, steps.size() - STEPS_MAX);
        int lane = behaviour.lanes().stream().mapToInt(Printable::width).max().orElse(0);
        if (first > 1) {
            lines.line("   … " + Words.count(first - 1, "earlier step"));
        }
        for (int i = first; i < steps.size(); i++) {
            Step step = steps.get(i);
            String who = lane == 0 ? "" : Lines.pad(step.lane().orElse("env"), Math.max(lane, 3)) + "  ";
            String mark = step.forbidden() ? "  (not allowed)" : "";
            lines.line("  " + Lines.pad(Integer.toString(step.number()), 4) + who
                    + Printable.clip(Words.action(step), 70) + mark);
        }
        steps.get(steps.size() - 1).event().flatMap(Event::at).ifPresent(at -> lines.hanging("  recorded by  ", at));
        Verdict.lasso(behaviour).ifPresent(ending -> lines.line("  " + ending));
    }

    /** The end goes before the middle: how to see it all must be there. */
    private static String limited(Lines lines, String command) {
        List<String> all = lines.toString().lines().toList();
        String end = "  Reproduce: " + Printable.clip(command, 200) + "\n";
        int room = LINES_MAX - 1;
        if (all.size() <= room) {
            return String.join("\n", all) + "\n" + end;
        }
        return String.join("\n", all.subList(0, room - 1)) + "\n  … " + (all.size() - room + 1) + " more lines\n" + end;
    }
}
