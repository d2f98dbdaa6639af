package dev.plumb.histories;

import dev.plumb.traces.TlaText;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Histories as text, a line a call: {@code c1 0-5 write(1)}, {@code c2 3-4 x.read() = 1}; {@code 3-} has no answer, and
 * {@code 3-4 ... failed} failed. Values are TLA+ text.
 */
public final class Drawn {
    private static final Pattern CALL =
            Pattern.compile("(\\w+) (\\d+)-(\\d*) (?:(\\w+)\\.)?(\\w+)\\((.*?)\\)(?: = (.*)| (failed))?");

    private Drawn() {}

    public static History history(String... lines) {
        return History.of("drawn", Arrays.stream(lines).map(Drawn::call).toList());
    }

    /** Calls of clients one after the other, each client's in a text: {@code "write(1); read() = 2"}, all overlapping. */
    public static History sessions(String... clients) {
        List<Call> calls = new ArrayList<>();
        for (int c = 0; c < clients.length; c++) {
            int time = 0;
            for (String text : clients[c].split("; ")) {
                calls.add(call("p" + (char) ('a' + c) + " " + time + "-" + (time + 1) + " " + text));
                time += 2;
            }
        }
        return History.of("drawn", calls);
    }

    public static Call call(String line) {
        Matcher call = CALL.matcher(line);
        if (!call.matches()) {
            throw new IllegalArgumentException(line);
        }
        List<TlaValue> arguments = new ArrayList<>();
        if (!call.group(6).isEmpty()) {
            TlaValue.Fn tuple = (TlaValue.Fn) TlaText.parse("<<" + call.group(6) + ">>");
            arguments.addAll(tuple.entries().values());
        }
        Optional<TlaValue> result = Optional.ofNullable(call.group(7)).map(TlaText::parse);
        return new Call(
                0,
                call.group(1),
                Optional.ofNullable(call.group(4)).map(TlaValue::of),
                call.group(5),
                arguments,
                Long.parseLong(call.group(2)),
                answer(call.group(3), result, call.group(8) != null),
                Optional.empty());
    }

    private static Answer answer(String end, Optional<TlaValue> result, boolean failed) {
        if (end.isEmpty()) {
            return new Answer.None();
        }
        return failed ? new Answer.Failed(Long.parseLong(end)) : new Answer.Returned(Long.parseLong(end), result);
    }
}
