package dev.plumb.report;

import dev.plumb.core.Outcome;
import dev.plumb.traces.Source;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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
        Duration duration) {

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
     * @param end {@code Long.MAX_VALUE} where there was no answer
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
        boolean isAnswered() {
            return end != Long.MAX_VALUE;
        }

        String when() {
            return start + (isAnswered() ? " to " + end : ", no answer");
        }
    }

    /** That a call must come before another, by their numbers, and why. */
    public record Reason(int before, int after, String why) {}

    Optional<SeenCall> call(int number) {
        return calls.stream().filter(call -> call.number() == number).findFirst();
    }

    List<SeenCall> involved() {
        return calls.stream()
                .filter(call -> call.part() == Part.INVOLVED || call.part() == Part.STUCK)
                .toList();
    }
}
