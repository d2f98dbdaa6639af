package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Outcome;
import dev.plumb.traces.Source;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * What came of checking calls that clients made of a service, whatever they were checked for.
 *
 * @param history names it
 * @param sentence what came of it
 * @param names what was checked for what, by kind: {@code Model}, {@code Object}
 * @param numbers a few words each, for people
 * @param strength how much the calls can show, by name, for programs
 * @param calls by their start
 * @param reasons why one call must come before another; for a contradiction
 */
public record CallsResult(
        String history,
        Outcome outcome,
        String sentence,
        Map<String, String> names,
        List<String> numbers,
        Map<String, Number> strength,
        List<SeenCall> calls,
        List<Reason> reasons,
        List<String> warnings,
        String command,
        Duration duration)
        implements Checked {

    /** The part that a call has in the outcome. */
    public enum Part {
        /** None in particular. */
        OTHER,
        /** It had no effect. */
        FAILED,
        /** It is one of those that contradict each other. */
        INVOLVED,
        /** It is involved, and the one whose answer nothing explains. */
        STUCK
    }

    /**
     * A call.
     *
     * @param number counts the calls from 1
     * @param text {@code write(1)}
     * @param end {@link #NO_ANSWER} where there was none
     * @param place where it stands in the order that was found for its object, from 1
     * @param object which has an order of its own; empty where there is one for all
     */
    public record SeenCall(
            int number,
            String client,
            String text,
            long start,
            long end,
            Part part,
            OptionalInt place,
            String object,
            Optional<Source> source) {
        public static final long NO_ANSWER = Long.MAX_VALUE;

        boolean isAnswered() {
            return end != NO_ANSWER;
        }

        String when() {
            return start + (isAnswered() ? " to " + end : ", no answer");
        }
    }

    /** That a call must come before another, by their numbers, and why. */
    public record Reason(int before, int after, String why) {}

    @Override
    public String name() {
        return history;
    }

    /** Calls are no steps of a spec. */
    @Override
    public Optional<Behaviour> behaviour() {
        return Optional.empty();
    }

    @Override
    public boolean hasPage() {
        return true;
    }

    @Override
    public String page() {
        return HtmlReport.of(this);
    }

    @Override
    public String picture() {
        return CallsDiagram.svg(this);
    }

    @Override
    public String text(TextReport as) {
        return as.of(this);
    }

    @Override
    public String brief(TextReport as) {
        return as.brief(this);
    }

    @Override
    public String spec() {
        return "";
    }

    @Override
    public int exitCode() {
        return outcome.exitCode();
    }

    @Override
    public List<String> remarks() {
        return warnings;
    }

    @Override
    public SortedMap<String, String> files() {
        return Collections.emptySortedMap();
    }

    Optional<SeenCall> call(int number) {
        return calls.stream().filter(call -> call.number() == number).findFirst();
    }

    List<SeenCall> involved() {
        return calls.stream()
                .filter(call -> call.part() == Part.INVOLVED || call.part() == Part.STUCK)
                .toList();
    }
}
