package dev.plumb.histories;

import static java.util.stream.Collectors.joining;

import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One call of a client.
 *
 * @param number counts the calls of a history from 1, by their start
 * @param key the object that is called, where a service has many that are independent, as a map has registers
 * @param start when the client called, in a unit of time that all clients share
 * @param source where the call was read
 */
public record Call(
        int number,
        String client,
        Optional<TlaValue> key,
        String operation,
        List<TlaValue> arguments,
        long start,
        Answer answer,
        Optional<Source> source) {
    public Call {
        arguments = List.copyOf(arguments);
    }

    public long end() {
        return answer.end();
    }

    /** Whether it certainly took effect. */
    public boolean hasReturned() {
        return answer instanceof Answer.Returned;
    }

    public boolean hasFailed() {
        return answer instanceof Answer.Failed;
    }

    public boolean isUnanswered() {
        return answer instanceof Answer.None;
    }

    public Optional<TlaValue> result() {
        return answer instanceof Answer.Returned returned ? returned.result() : Optional.empty();
    }

    /** Whether this call was over when the other began. Calls that touch in time overlap: which was first is not known. */
    public boolean precedes(Call later) {
        return end() < later.start();
    }

    public Call with(Answer other) {
        return new Call(number, client, key, operation, arguments, start, other, source);
    }

    public Call startingAt(long time) {
        return new Call(number, client, key, operation, arguments, time, answer, source);
    }

    /** As a person would write it: {@code write(x, 1)}, {@code read(x) = 1}, with ? where there was no answer. */
    public String text() {
        String all = Stream.concat(key.stream(), arguments.stream())
                .map(TlaValue::toString)
                .collect(joining(", "));
        String heard = isUnanswered()
                ? " ?"
                : hasFailed() ? " failed" : result().map(value -> " = " + value).orElse("");
        return operation + "(" + all + ")" + heard;
    }

    /** {@link #text} with the client and the place. */
    public String described() {
        return client + ": " + text() + source.map(place -> " [" + place + "]").orElse("");
    }
}
