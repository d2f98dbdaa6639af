package dev.plumb.report;

import static java.util.stream.Collectors.joining;

import dev.plumb.core.Behaviour.Step;
import dev.plumb.core.Divergence.Fit;
import dev.plumb.core.Outcome;
import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.traces.Event;
import dev.plumb.traces.TlaValue;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The phrases that all reports share. */
final class Words {
    private Words() {}

    /** {@code 1 event}, {@code 1,146 events}. */
    static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1,000 of 1,146}. */
    static String nth(long number, long total) {
        return count(number) + " of " + count(total);
    }

    static String duration(Duration duration) {
        if (duration.toMinutes() > 0) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String and(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    static String kind(PropertyKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("temporal", "temporal property");
    }

    /** {@code violates Consistent}, {@code spec error}. */
    static String outcome(Outcome outcome) {
        return outcome instanceof Outcome.Violates violates
                ? "violates " + violates.name()
                : outcome.getClass()
                        .getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .toLowerCase(Locale.ROOT);
    }

    static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** The action of a step with its arguments, or what stands for it. */
    static String action(Step step) {
        return step.action()
                .or(() -> step.event().map(Words::action))
                .orElse(step.number() == 1 ? "initial state" : "an earlier state");
    }

    /** The recorded action with its arguments, or what stands for it. */
    static String action(Event event) {
        return event.action().orElse("a step without a name") + arguments(event.arguments());
    }

    /** {@code TMCommit by tm}. */
    static String actionAndActor(Event event) {
        return action(event) + event.process().map(p -> " by " + p).orElse("");
    }

    /** {@code RMPrepare("r1") by r1}. */
    static String actionAndActor(Step step) {
        return action(step) + step.lane().map(lane -> " by " + lane).orElse("");
    }

    /** {@code Without level it could be Fill.} */
    static String couldBe(Fit fit) {
        String further = fit.eventsAfter() > 0 ? ", and " + count(fit.eventsAfter(), "more event") + " would fit" : "";
        return "Without " + and(fit.without()) + " it could be " + fit.step() + further + ".";
    }

    /** What the other order of two events would change. */
    static String swapped(Event neighbour) {
        return "In the other order it fits with its neighbour " + actionAndActor(neighbour) + " (" + neighbour.source()
                + "): which of them came first?";
    }

    private static String arguments(Event.Arguments arguments) {
        List<String> values = arguments instanceof Event.Arguments.Named named
                ? named.values().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> e.getKey() + " = " + e.getValue())
                        .toList()
                : ((Event.Arguments.Positional) arguments)
                        .values().stream().map(TlaValue::toString).toList();
        return values.isEmpty() ? "" : values.stream().collect(joining(", ", "(", ")"));
    }
}
