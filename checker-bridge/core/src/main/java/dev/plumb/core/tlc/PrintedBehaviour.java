package dev.plumb.core.tlc;

import dev.plumb.kernel.api.SourceRange;
import dev.plumb.traces.TlaText;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The behaviour that TLC printed as a counterexample.
 *
 * @param states the first is the initial one
 * @param loopsTo number of the state that the last one returns to; its own where it stutters
 */
public record PrintedBehaviour(List<State> states, OptionalInt loopsTo) {
    private static final Pattern HEAD = Pattern.compile("(\\d+): <([^\\n]*)>");
    private static final Pattern ACTION =
            Pattern.compile("(.*?) line (\\d+), col (\\d+) to line (\\d+), col (\\d+) of module (\\w+)");
    private static final Pattern BACK = Pattern.compile("(\\d+): Back to state");

    /**
     * A state, and the action that led to it.
     *
     * @param action its name, with arguments where this TLC prints them; empty for the initial state
     */
    public record State(Optional<String> action, Optional<SourceRange> place, SortedMap<String, TlaValue> values) {}

    /**
     * Empty if the run printed none.
     *
     * @throws dev.plumb.traces.TlaSyntaxException if it has a value that cannot be read
     */
    public static Optional<PrintedBehaviour> of(TlcRun run) {
        List<State> states = new ArrayList<>();
        OptionalInt loopsTo = OptionalInt.empty();
        for (ToolMessage message : run.with(2107, 2108, 2217, 2218, 2122)) {
            if (message.code() == 2218) {
                loopsTo = OptionalInt.of(states.size());
            } else if (message.code() == 2122) {
                loopsTo = backTo(message.text());
            } else if (message.code() != 2217) {
                states.add(initial(message.text()));
            } else {
                states.add(state(message.text()));
            }
        }
        return states.isEmpty() ? Optional.empty() : Optional.of(new PrintedBehaviour(states, loopsTo));
    }

    /** Of a violation in an initial state the message has the state below its first line. */
    private static State initial(String text) {
        return new State(
                Optional.empty(),
                Optional.empty(),
                TlaText.parseState(text.substring(Math.max(0, text.indexOf('\n')))));
    }

    private static OptionalInt backTo(String text) {
        Matcher m = BACK.matcher(text);
        return m.find() ? OptionalInt.of(Integer.parseInt(m.group(1))) : OptionalInt.empty();
    }

    private static State state(String text) {
        Matcher head = HEAD.matcher(text);
        int end = head.find() ? head.end() : 0;
        Matcher action = ACTION.matcher(end == 0 ? "" : head.group(2));
        boolean named = action.matches();
        return new State(
                named ? Optional.of(action.group(1)) : Optional.empty(),
                named ? Optional.of(place(action)) : Optional.empty(),
                TlaText.parseState(text.substring(end)));
    }

    private static SourceRange place(Matcher m) {
        return new SourceRange(
                m.group(6),
                Integer.parseInt(m.group(2)),
                Integer.parseInt(m.group(3)),
                Integer.parseInt(m.group(4)),
                Integer.parseInt(m.group(5)));
    }
}
