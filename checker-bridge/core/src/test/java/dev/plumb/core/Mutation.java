package dev.plumb.core;

import dev.plumb.traces.Event;
import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.Observation;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.Trace;
import dev.plumb.traces.Trace.Part;
import dev.plumb.traces.Trace.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A trace that is not quite what was recorded. Its trace has one run with one part. */
enum Mutation {
    DROP {
        @Override
        void apply(List<Event> events, int at) {
            events.remove(at);
        }
    },
    DUPLICATE {
        @Override
        void apply(List<Event> events, int at) {
            events.add(at, events.get(at));
        }
    },
    SWAP {
        @Override
        void apply(List<Event> events, int at) {
            int other = (at + 1) % events.size();
            Event event = events.get(at);
            events.set(at, events.get(other));
            events.set(other, event);
        }
    },
    CHANGE_VALUE {
        @Override
        void apply(List<Event> events, int at) {
            events.set(at, changed(events.get(at)));
        }
    };

    abstract void apply(List<Event> events, int at);

    Trace of(Trace trace, int at) {
        Part part = trace.runs().get(0).parts().get(0);
        List<Event> events = new ArrayList<>(part.events());
        apply(events, at);
        List<int[]> needs = events.stream().map(event -> new int[1]).toList();
        Run run = new Run("", List.of(new Part(part.process(), events, needs)));
        return new Trace(trace.name(), trace.header(), List.of(run), trace.warnings());
    }

    private static Event changed(Event event) {
        SortedMap<String, Observation> state = new TreeMap<>();
        event.state().forEach((variable, observation) -> state.put(variable, observation.mapStrings(OTHER)));
        Arguments arguments = event.arguments() instanceof Arguments.Positional given
                        && event.state().isEmpty()
                ? new Arguments.Positional(given.values().stream()
                        .map(value -> value.mapStrings(OTHER))
                        .toList())
                : event.arguments();
        return new Event(
                event.source(),
                event.process(),
                event.run(),
                event.action(),
                arguments,
                event.before(),
                state,
                event.clock(),
                event.at());
    }

    private static final UnaryOperator<TlaValue> OTHER = string -> switch (((TlaValue.Str) string).value()) {
        case "prepared" -> TlaValue.of("committed");
        case "committed" -> TlaValue.of("aborted");
        case "Prepared" -> TlaValue.of("Commit");
        case "Commit" -> TlaValue.of("Abort");
        case "rm-0" -> TlaValue.of("rm-1");
        default -> string;
    };
}
