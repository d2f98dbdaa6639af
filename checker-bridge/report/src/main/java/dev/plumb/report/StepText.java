package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Step;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a diagram writes beside a step.
 *
 * @param who its lane, empty for the initial state
 * @param what it changed, in a line; what was seen, for a forbidden step
 * @param description all of it, for a tooltip and for screen readers
 */
record StepText(String who, String action, String what, String description) {
    private static final int WHO_MAX = 12;
    private static final int ACTION_MAX = 44;
    private static final int WHAT_MAX = 56;
    private static final int DESCRIPTION_MAX = 400;

    /** Of the steps of a window on a behaviour, by number. */
    static Map<Integer, StepText> of(Window window, Behaviour behaviour) {
        Map<Integer, StepText> texts = new TreeMap<>();
        for (Step step : window.steps()) {
            texts.put(step.number(), of(step, Window.before(step, behaviour)));
        }
        return texts;
    }

    private static StepText of(Step step, Step before) {
        String lane = Layout.lane(step).orElse("");
        String changes = changes(step, before);
        String description = "step " + step.number() + (lane.isEmpty() ? "" : ", " + lane) + ", " + Words.action(step)
                + (step.forbidden() ? ", not allowed by the spec" : "") + (changes.isEmpty() ? "" : ": " + changes);
        String action = Printable.clip(Words.action(step), ACTION_MAX);
        return new StepText(
                Printable.clip(lane, WHO_MAX),
                step.forbidden() ? "✗ " + action + " (not allowed)" : action,
                Printable.clip(changes, WHAT_MAX),
                Printable.clip(description, DESCRIPTION_MAX));
    }

    private static String changes(Step step, Step before) {
        if (step.forbidden()) {
            return joined(step.event().stream()
                    .flatMap(event -> Observed.lines(event.state()).stream())
                    .map(seen -> "seen: " + seen.path() + " " + seen.seen()));
        } else if (Layout.lane(step).isEmpty()) {
            return "";
        }
        // scalars first: they say most in least room
        String changes = joined(Changes.lines(before.state(), step.state()).stream()
                .sorted(Comparator.comparing((Changes.Line line) -> line.mark() != Changes.Mark.CHANGED))
                .map(StepText::brief));
        return changes.isEmpty() ? "changes nothing" : changes;
    }

    private static String joined(Stream<String> parts) {
        return parts.reduce((a, b) -> a + "; " + b).orElse("");
    }

    private static String brief(Changes.Line line) {
        String before = line.before().map(Object::toString).orElse("");
        String after = line.after().map(Object::toString).orElse("");
        return line.mark() == Changes.Mark.CHANGED
                ? line.path() + " " + before + " → " + after
                : line.mark().sign() + " " + line.path() + " " + before + after;
    }
}
