package dev.plumb.modules.overrides;

import static java.util.Comparator.comparing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;

/** The causal order of logs of any length. A log that has none is an error: what was recorded is never dropped. */
public final class VectorClocks {
    private static final String OPERATOR = "CausalOrder";

    private VectorClocks() {}

    /** An event of the log; processes are told apart by what TLC prints of them. */
    private record Event(int index, Value value, String node, Map<String, Integer> clock) {
        int own() {
            return clock.getOrDefault(node, 0);
        }

        boolean fits(Map<String, Integer> seen) {
            return clock.entrySet().stream().allMatch(entry -> {
                int known = seen.getOrDefault(entry.getKey(), 0);
                return entry.getKey().equals(node) ? entry.getValue() == known + 1 : entry.getValue() <= known;
            });
        }
    }

    @TLAPlusOperator(identifier = OPERATOR, module = "VectorClocks", warn = false)
    public static Value causalOrder(Value log, Value clock, Value node, Value domain) {
        Map<String, Deque<Event>> waiting = byNode(events(log, clock, node, domain));
        Map<String, Integer> seen = new HashMap<>();
        List<Value> ordered = new ArrayList<>();
        while (waiting.values().stream().anyMatch(queue -> !queue.isEmpty())) {
            Event next = next(waiting, seen).orElseThrow(() -> misfit(waiting)).remove();
            seen.put(next.node(), next.own());
            ordered.add(next.value());
        }
        return new TupleValue(ordered.toArray(Value[]::new));
    }

    private static List<Event> events(Value log, Value clock, Value node, Value domain) {
        Operator clockOf = new Operator(clock);
        Operator nodeOf = new Operator(node);
        List<Event> events = new ArrayList<>();
        for (Value event : Arguments.sequence(log, OPERATOR)) {
            Map<String, Integer> times = times(clockOf.apply(event), new Operator(domain));
            String own = nodeOf.apply(event).toString();
            times.putIfAbsent(own, 0);
            events.add(new Event(events.size() + 1, event, own, times));
        }
        return events;
    }

    private static Map<String, Integer> times(Value clock, Operator domain) {
        FcnRcdValue function = Arguments.function(clock, OPERATOR);
        Map<String, Integer> times = new TreeMap<>();
        for (Value process : Arguments.elements(domain.apply(clock), OPERATOR)) {
            times.put(process.toString(), Arguments.number(Arguments.at(function, process), OPERATOR));
        }
        return times;
    }

    /** Each process's events in the order of its own time. */
    private static Map<String, Deque<Event>> byNode(List<Event> events) {
        Map<String, Deque<Event>> byNode = new TreeMap<>();
        events.stream()
                .sorted(comparing(Event::own).thenComparing(Event::index))
                .forEach(event -> byNode.computeIfAbsent(event.node(), n -> new ArrayDeque<>())
                        .add(event));
        return byNode;
    }

    /** The queue of the event that is, of those that may come next, the first of the log. */
    private static Optional<Deque<Event>> next(Map<String, Deque<Event>> waiting, Map<String, Integer> seen) {
        return waiting.values().stream()
                .filter(queue -> !queue.isEmpty())
                .filter(queue -> queue.element().fits(seen))
                .min(comparing(queue -> queue.element().index()));
    }

    private static RuntimeException misfit(Map<String, Deque<Event>> waiting) {
        Event event = waiting.values().stream()
                .filter(queue -> !queue.isEmpty())
                .map(Deque::element)
                .min(comparing(Event::index))
                .orElseThrow();
        return Arguments.error("CausalOrder: the clock of event " + event.index() + ", " + event.value()
                + ", fits nowhere: an event that it knows of is missing from the log, or one is there twice.");
    }
}
