package dev.plumb.core.search;

import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.ObservedStep;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Steps;
import dev.plumb.kernel.api.Successor;
import dev.plumb.traces.Event;
import dev.plumb.traces.Trace.Part;
import dev.plumb.traces.Trace.Run;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for a behaviour of the spec that explains a run of a trace.
 *
 * <p>It searches the graph of (cut, spec state). Cuts instead of one order of the events: parts that are not ordered by
 * their clocks have many, and a spec need not allow all of them. Breadth-first while a layer is narrow, because then
 * nothing but the layer must be remembered; depth-first with a memo once it is wide, because then a way to the end is
 * usually near while exhausting the layers is far. A run is rejected only when the whole graph has been visited.
 */
public final class Search {
    /** Wider layers are searched depth-first. */
    private static final int WIDTH = 256;
    /** How many layers back a path is remembered in the breadth-first part. */
    private static final int WINDOW = 1_000;
    /** How many of the deepest nodes, and of the errors, are kept: as many as anybody would read. */
    private static final int KEPT = 8;

    private final LoadedSpec spec;
    private final List<Part> parts;
    private final int total;
    private final List<List<ObservedStep>> observed = new ArrayList<>();
    private final Set<String> errors = new TreeSet<>();
    private final List<Node> deepest = new ArrayList<>();
    private long deepestFound;
    private long visited;

    private Search(LoadedSpec spec, Run run) {
        this.spec = spec;
        this.parts = run.parts();
        this.total = run.events();
        parts.forEach(
                part -> observed.add(part.events().stream().map(spec::observe).toList()));
    }

    /**
     * What a search came to.
     *
     * @param accepted the end of a behaviour that explains every event
     * @param deepest some of the nodes with the most events behind them; no behaviour explains more
     * @param deepestFound how many of those there are
     * @param states how many nodes were visited
     * @param errors of candidate steps that could not be evaluated, and so failed
     */
    public record Result(
            Optional<Node> accepted, List<Node> deepest, long deepestFound, long states, Collection<String> errors) {}

    /**
     * Searches until a behaviour is found or there is none.
     *
     * @throws dev.plumb.traces.Problem if an event names something that the spec does not have
     */
    public static Result search(LoadedSpec spec, Run run, List<SpecState> initial) {
        Search search = new Search(spec, run);
        Optional<Node> accepted = search.from(initial);
        return new Result(accepted, search.deepest, search.deepestFound, search.visited, search.errors);
    }

    private Optional<Node> from(List<SpecState> initial) {
        Map<Node.Key, Node> first = new LinkedHashMap<>();
        initial.forEach(state -> enter(Node.initial(parts.size(), state), first));
        Map<Node.Key, Node> layer = first;
        Deque<Collection<Node>> remembered = new ArrayDeque<>();
        while (!layer.isEmpty() && layer.size() <= WIDTH) {
            Optional<Node> end = layer.values().stream().filter(this::isEnd).findFirst();
            if (end.isPresent()) {
                return end;
            }
            remember(layer.values(), remembered);
            layer = next(layer.values());
        }
        return depthFirst(layer);
    }

    private Map<Node.Key, Node> next(Collection<Node> layer) {
        Map<Node.Key, Node> next = new LinkedHashMap<>();
        layer.forEach(node -> successors(node).forEach(successor -> enter(successor, next)));
        return next;
    }

    private void enter(Node node, Map<Node.Key, Node> layer) {
        if (layer.putIfAbsent(node.key(), node) == null) {
            visit(node);
        }
    }

    private static void remember(Collection<Node> layer, Deque<Collection<Node>> remembered) {
        remembered.addLast(List.copyOf(layer));
        if (remembered.size() > WINDOW) {
            remembered.removeFirst();
            remembered.getFirst().forEach(Node::forgetParent);
        }
    }

    private Optional<Node> depthFirst(Map<Node.Key, Node> layer) {
        Set<Node.Key> seen = new HashSet<>(layer.keySet());
        Deque<Node> stack = new ArrayDeque<>(layer.values());
        while (!stack.isEmpty()) {
            Node node = stack.pop();
            if (isEnd(node)) {
                return Optional.of(node);
            }
            push(successors(node), seen, stack);
        }
        return Optional.empty();
    }

    /** Steps that change the state are tried first: what stutters can usually wait. */
    private void push(List<Node> successors, Set<Node.Key> seen, Deque<Node> stack) {
        List<Node> changing = new ArrayList<>();
        for (Node successor : successors) {
            if (seen.add(successor.key())) {
                visit(successor);
                if (successor.changedNothing()) {
                    stack.push(successor);
                } else {
                    changing.add(successor);
                }
            }
        }
        changing.forEach(stack::push);
    }

    private void visit(Node node) {
        visited++;
        int depth = deepest.isEmpty() ? -1 : deepest.get(0).consumed();
        if (node.consumed() > depth) {
            deepest.clear();
            deepestFound = 0;
        }
        if (node.consumed() >= depth) {
            deepestFound++;
            if (deepest.size() < KEPT) {
                deepest.add(node);
            }
        }
    }

    private boolean isEnd(Node node) {
        return node.consumed() == total;
    }

    private List<Node> successors(Node node) {
        List<Node> successors = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            if (isReady(parts, node, part)) {
                int position = node.position(part);
                Event event = parts.get(part).events().get(position);
                Steps steps = spec.steps(node.state(), observed.get(part).get(position));
                steps.errors().stream().filter(error -> errors.size() < KEPT).forEach(errors::add);
                for (Successor step : steps.successors()) {
                    successors.add(node.after(part, event, step.action(), step.state()));
                }
            }
        }
        return successors;
    }

    private static boolean isReady(List<Part> parts, Node node, int part) {
        int position = node.position(part);
        if (position == parts.get(part).events().size()) {
            return false;
        }
        int[] needs = parts.get(part).needs().get(position);
        for (int other = 0; other < needs.length; other++) {
            if (node.position(other) < needs[other]) {
                return false;
            }
        }
        return true;
    }

    /** The events that could come next after a node: all that they wait for has happened. */
    public static List<Event> ready(Run run, Node node) {
        List<Event> ready = new ArrayList<>();
        for (int part = 0; part < run.parts().size(); part++) {
            if (isReady(run.parts(), node, part)) {
                ready.add(run.parts().get(part).events().get(node.position(part)));
            }
        }
        return ready;
    }

    /** The next event of each part that is not at its end, whether or not what it waits for has happened. */
    public static List<Event> unconsumed(Run run, Node node) {
        List<Event> unconsumed = new ArrayList<>();
        for (int part = 0; part < run.parts().size(); part++) {
            List<Event> events = run.parts().get(part).events();
            events.stream().skip(node.position(part)).findFirst().ifPresent(unconsumed::add);
        }
        return unconsumed;
    }
}
