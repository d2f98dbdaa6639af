package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Step;
import dev.plumb.kernel.api.SourceRange;
import dev.plumb.report.Lines.Style;
import dev.plumb.traces.Event;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A behaviour step by step: who did what, and only what changed. */
final class BehaviourText {
    /** More steps than anybody scrolls through; the end is what explains a violation. */
    private static final int STEPS_MAX = 60;

    private static final String INDENT = " ".repeat(6);

    private final Lines lines;

    BehaviourText(Lines lines) {
        this.lines = lines;
    }

    void write(Behaviour behaviour) {
        List<Step> steps = behaviour.steps();
        int lane = behaviour.lanes().stream().mapToInt(Printable::width).max().orElse(0);
        int skipped = Math.max(0, steps.size() - STEPS_MAX);
        for (int i = 0; i < steps.size(); i++) {
            if (i == 0) {
                initial(steps.get(0));
                expressions(behaviour.expressionsAfter(steps.get(0)));
            } else if (i > skipped) {
                step(steps.get(i), steps.get(i - 1), lane);
                expressions(behaviour.expressionsAfter(steps.get(i)));
            } else if (i == skipped) {
                lines.line(INDENT + lines.paint(Style.FAINT, "... " + Words.count(skipped, "step") + " left out"));
            }
        }
    }

    private void initial(Step step) {
        lines.line(number(step) + lines.paint(Style.STRONG, Words.action(step)));
        int width =
                step.state().keySet().stream().mapToInt(Printable::width).max().orElse(0);
        step.state()
                .forEach((name, value) ->
                        lines.hanging(INDENT + "  " + Lines.pad(name, width) + "  ", value.toString()));
    }

    private void step(Step step, Step before, int lane) {
        String who = lane == 0 ? "" : Lines.pad(step.lane().orElse("env"), Math.max(lane, 3)) + "  ";
        String action = Printable.clip(Words.action(step), 60) + (step.forbidden() ? "  (not allowed)" : "");
        Style style = step.forbidden() ? Style.BAD : Style.STRONG;
        lines.spread(
                number(step) + who + action,
                place(step),
                number(step) + Printable.clean(who) + lines.paint(style, action));
        changes(Changes.lines(before.state(), step.state()));
    }

    /** No variables: told apart by their mark. */
    private void expressions(Map<String, TlaValue> values) {
        int width = values.keySet().stream().mapToInt(Printable::width).max().orElse(0);
        values.forEach((text, value) ->
                lines.hanging(INDENT + "= " + Lines.pad(text, width) + "  ", Style.CHANGED, value.toString()));
    }

    private void changes(List<Changes.Line> changes) {
        int width = changes.stream()
                .mapToInt(change -> Printable.width(change.path()))
                .max()
                .orElse(0);
        changes.forEach(change -> change(change, Math.min(width, 30)));
    }

    private void change(Changes.Line change, int width) {
        String head = INDENT + change.mark().sign() + " " + Lines.pad(change.path(), width) + "  ";
        Style style = Style.valueOf(change.mark().name());
        String before = text(change.before());
        String after = text(change.after());
        if (change.mark() != Changes.Mark.CHANGED) {
            lines.hanging(head, style, before + after);
        } else if (Printable.width(head + before + after) + 4 <= Lines.COLUMNS) {
            lines.hanging(head, style, before + " -> " + after);
        } else {
            lines.hanging(head, style, "");
            lines.hanging(INDENT + "    - ", Style.REMOVED, before);
            lines.hanging(INDENT + "    + ", Style.ADDED, after);
        }
    }

    private static String text(Optional<TlaValue> value) {
        return value.map(TlaValue::toString).orElse("");
    }

    private static String number(Step step) {
        return String.format(Locale.ROOT, "%4d  ", step.number());
    }

    private static String place(Step step) {
        return step.event()
                .flatMap(Event::at)
                .or(() -> step.place().map(SourceRange::toString))
                .orElse("");
    }
}
