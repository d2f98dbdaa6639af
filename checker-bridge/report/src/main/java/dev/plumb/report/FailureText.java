package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Step;
import dev.plumb.core.Divergence.Blocked;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.Outcome;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.traces.Event;
import java.util.ArrayList;
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

    /** Many differences have one cause more often than many. */
    private static final int REMARKS_MAX = 6;

    private static final int REMARK_WIDTH = 160;
    private static final int COMMAND_WIDTH = 1_000;

    private FailureText() {}

    static String of(ModelCheckResult result, List<String> remarks, String page) {
        Lines lines = new Lines(false);
        sentence(Verdict.of(result), result.outcome(), lines);
        result.counterexample().ifPresent(behaviour -> story(behaviour, lines));
        Lines below = new Lines(false);
        remarks.forEach(remark -> below.line("  " + Printable.clip(remark, REMARK_WIDTH)));
        return limited(lines, below, result.command(), page);
    }

    static String of(TraceCheckResult result, String page) {
        Lines lines = new Lines(false);
        sentence(Verdict.of(result), result.outcome(), lines);
        Optional<RunResult> shown = Verdict.shown(result);
        shown.flatMap(RunResult::divergence)
                .flatMap(divergence -> divergence.blocked().stream().findFirst())
                .ifPresent(blocked -> blocked(blocked, lines));
        shown.flatMap(RunResult::behaviour).ifPresent(behaviour -> story(behaviour, lines));
        return limited(lines, new Lines(false), result.command(), page);
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
    private static String limited(Lines story, Lines remarks, String command, String page) {
        Lines end = new Lines(false)
                .line("  Reproduce: " + Printable.clip(command, COMMAND_WIDTH))
                .line("  see " + Printable.clean(page));
        List<String> last = new ArrayList<>(first(REMARKS_MAX, remarks, " more"));
        last.addAll(end.toString().lines().toList());
        List<String> all = new ArrayList<>(first(LINES_MAX - last.size(), story, " more lines on the page"));
        all.addAll(last);
        return String.join("\n", all) + "\n";
    }

    /** So many lines, of which the last one says how many more there would be. */
    private static List<String> first(int room, Lines lines, String noun) {
        List<String> all = lines.toString().lines().toList();
        if (all.size() <= room) {
            return all;
        }
        List<String> first = new ArrayList<>(all.subList(0, room - 1));
        first.add("  … " + (all.size() - room + 1) + noun);
        return first;
    }
}
