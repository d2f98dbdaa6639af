package dev.plumb.core.search;

import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.ObservedStep;
import dev.plumb.kernel.api.Successor;
import dev.plumb.traces.Event;
import java.util.List;
import java.util.Optional;

/** What would come of a search if it went on where it did not. */
public final class Attempts {
    /** More events behind one that does not fit are not looked at. */
    public static final int EVENTS_MAX = 200;

    /** More states are not looked at in one attempt. */
    private static final long STATES_MAX = EVENTS_MAX;

    private final LoadedSpec spec;
    private final Search search;
    /** How many states may be looked at in all attempts to come: of many candidates nobody reads the last. */
    private long statesLeft = 10_000;

    public Attempts(LoadedSpec spec, Search search) {
        this.spec = spec;
        this.search = search;
    }

    /** How many events a behaviour explains after one that is taken for a step which it is not quite; not all are tried. */
    public int eventsAfter(Node node, Event event, Successor step) {
        Search rest = search.from(node.after(part(node, event), event, step, 0), Math.min(STATES_MAX, statesLeft));
        rest.advance();
        statesLeft -= rest.result().states();
        return rest.result().deepest().get(0).consumed() - node.consumed() - 1;
    }

    /** The event before this one on the way here, or the next one of its part, if both fit in the other order. */
    public Optional<Event> swap(Node node, Event event) {
        List<Node> path = node.path();
        int last = path.size() - 1;
        while (last > 0 && path.get(last).event() == null) {
            last--;
        }
        Optional<Event> before = last > 0 ? Optional.ofNullable(path.get(last).event()) : Optional.empty();
        Node from = path.get(Math.max(0, last - 1));
        return before.filter(other -> fit(from, List.of(event, other)))
                .or(() -> nextBehind(node, event).filter(other -> fit(node, List.of(other, event))));
    }

    private int part(Node node, Event event) {
        int part = 0;
        while (search.window()
                .next(node, part)
                .filter(next -> next.event().equals(event))
                .isEmpty()) {
            part++;
        }
        return part;
    }

    private Optional<Event> nextBehind(Node node, Event event) {
        int part = part(node, event);
        int position = node.position(part) + 1;
        return position < search.window().size(part)
                ? Optional.of(search.window().item(part, position).event())
                : Optional.empty();
    }

    private boolean fit(Node from, List<Event> events) {
        List<Node> reached = List.of(from);
        for (Event event : events) {
            reached = reached.stream()
                    .flatMap(node -> after(node, event).stream())
                    .limit(STATES_MAX)
                    .toList();
        }
        return !reached.isEmpty();
    }

    /** Where an event would lead, whether or not it comes next. */
    private List<Node> after(Node node, Event event) {
        ObservedStep observed = spec.observe(event);
        return search.silently(node).stream()
                .flatMap(each -> search.steps(each, observed).stream().map(step -> each.silently(step, 0)))
                .toList();
    }
}
