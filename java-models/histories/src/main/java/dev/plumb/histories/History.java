package dev.plumb.histories;

import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The calls that clients made of a service, and what they heard.
 *
 * @param spec the kind of object that was called, where the history says so
 * @param init its initial value, where the history says so
 * @param calls by their start, numbered from 1
 * @param warnings of the reader, in sentences
 */
public record History(
        String name, Optional<String> spec, Optional<TlaValue> init, List<Call> calls, List<String> warnings) {
    public History {
        calls = List.copyOf(calls);
        warnings = List.copyOf(warnings);
    }

    /** A history of these calls, which are put in order and numbered. */
    public static History of(String name, List<Call> calls) {
        return new History(name, Optional.empty(), Optional.empty(), numbered(calls), List.of());
    }

    static List<Call> numbered(List<Call> calls) {
        List<Call> byStart =
                calls.stream().sorted(Comparator.comparingLong(Call::start)).toList();
        List<Call> numbered = new ArrayList<>();
        for (Call call : byStart) {
            numbered.add(new Call(
                    numbered.size() + 1,
                    call.client(),
                    call.key(),
                    call.operation(),
                    call.arguments(),
                    call.start(),
                    call.answer(),
                    call.source()));
        }
        return numbered;
    }

    /** The same with these calls, whose numbers stay. */
    public History with(List<Call> others) {
        return new History(name, spec, init, others, warnings);
    }

    public History where(Predicate<Call> kept) {
        return with(calls.stream().filter(kept).toList());
    }

    public List<String> clients() {
        return calls.stream().map(Call::client).distinct().sorted().toList();
    }
}
