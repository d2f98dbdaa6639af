package dev.plumb.core.search;

import dev.plumb.core.search.Window.Item;
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
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a behaviour of the spec that explains a run of a trace.
 *
 * <p>It searches the graph of (cut, spec state). Cuts instead of one order of the events: parts that are not ordered by
 * their clocks have many, and a spec need not allow all of them. Breadth-first while a layer is narrow, because then
 * nothing but the layer must be remembered; depth-first with a memo once it is wide, because then a way to the end is
 * usually near while exhausting the layers is far. A run is rejected only when the whole graph has been visited.
 *
 * <p>Values that the spec treats alike and that what is left of the run does not name are not told apart, so that a run of
 * which little was seen does not drown in states that differ in nothing but who is who.
 *
 * <p>What the cfg claims of states and steps goes along: behaviours that broke a claim are told from those that did not, so
 * that a guess that comes to nothing accuses nobody, and a claim is known to be broken in any case only where no way is left
 * on which it holds.
 *
 * <p>Events may be added while it goes on: it {@linkplain #advance advances} as far as those allow that it has.
 */
public final class Search {
    /** Wider layers are searched depth-first. */
    private static final int WIDTH = 256;
    /** From so many nodes on it pays to ask which of them differ only in what nobody will tell apart. */
    private static final int ALIKE = 8;
    /** At least so many layers back, and less than twice as many, a path is remembered in the breadth-first part. */
    private static final int WINDOW = 1_000;
    /** How many errors are kept: as many as anybody would read. */
    private static final int KEPT = 8;
    /** After so many nodes it is time to ask whether there is a way at all. */
    private static final long PATIENCE = 2_000;

    private final LoadedSpec spec;
    private final Window window;
    private final List<SpecState> initial;
    private final SilentSteps silent;
    private final boolean hasClaims;
    /** How many events are to be explained, if not all. */
    private final int limit;
    /** How many nodes may be visited. */
    private long budget;

    private boolean keepsPaths;
    private final Samples samples = new Samples();
    private final Set<String> errors = new TreeSet<>();
    private Deepest deepest = new Deepest();
    /** The layer at which paths will be cut off. */
    private Collection<Node> cut = List.of();

    private long layers;
    private final Deque<Node> stack = new ArrayDeque<>();
    /** Ends of the run that the depth-first part came to by ways on which claims were broken: one for each set of them. */
    private final Map<Long, Node> spoilt = new LinkedHashMap<>();

    private final Set<Node.Key> seen = new HashSet<>();
    private final Set<String> interchangeable = new TreeSet<>();
    private @Nullable Names names;
    private Collection<Node> layer;
    private long visited;
    private long patience = PATIENCE;

    /**
     * A search for a run of so many parts, which can begin in any of these states.
     *
     * @throws dev.plumb.traces.Problem if the spec has no such silent action
     */
    public Search(LoadedSpec spec, int parts, List<SpecState> initial, Silent silent) {
        this(spec, new Window(parts), initial, new SilentSteps(spec, silent), Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    private Search(
            LoadedSpec spec, Window window, List<SpecState> initial, SilentSteps silent, int limit, long budget) {
        this.spec = spec;
        this.silent = silent;
        this.window = window;
        this.initial = initial;
        this.limit = limit;
        this.budget = budget;
        this.hasClaims = !spec.claims().isEmpty();
        spec.interchangeable().forEach(interchangeable::addAll);
        this.layer = distinct(initial.stream()
                .map(state -> Node.initial(window.parts(), state, broken(Optional.empty(), state)))
                .toList());
        this.layer.forEach(this::visit);
    }

    /**
     * What a search has come to.
     *
     * @param ends of behaviours that explain every event, or at least those up to where none was left that had not broken
     *     a claim; first those that broke none
     * @param isAll whether {@code ends} has all states and all sets of broken claims that there are
     * @param deepest some of the nodes with the most events behind them; no behaviour explains more
     * @param deepestFound how many of those there are
     * @param states how many nodes were visited
     * @param errors of candidate steps that could not be evaluated, and so failed
     */
    public record Result(
            List<Node> ends,
            boolean isAll,
            List<Node> deepest,
            long deepestFound,
            long states,
            Collection<String> errors) {}

    /** Remembers all of the paths that it goes, and not only their ends: this costs memory for each event. */
    public Search keepingPaths() {
        keepsPaths = true;
        return this;
    }

    /** Gives up after so many nodes. */
    public Search within(long nodes) {
        budget = nodes;
        return this;
    }

    /**
     * Finds a behaviour that explains a run of as many parts, or finds out that there is none.
     *
     * @throws dev.plumb.traces.Problem if an event names something that the spec does not have
     */
    public void search(Run run) {
        for (int part = 0; part < run.parts().size(); part++) {
            Part of = run.parts().get(part);
            for (int i = 0; i < of.events().size(); i++) {
                add(part, of.events().get(i), of.needs().get(i));
            }
        }
        close();
        advance();
    }

    /**
     * Adds the next event of a part.
     *
     * @param needs how many events of each part must come before it
     * @throws dev.plumb.traces.Problem if it names something that the spec does not have
     */
    public void add(int part, Event event, int[] needs) {
        window.add(part, new Item(spec.observe(event), needs));
    }

    /** Tells that there are no more events. */
    public void close() {
        window.close();
    }

    /** How many events have been added. */
    public int events() {
        return window.events();
    }

    /**
     * Goes on as far as the events allow that were added; false if more of them cannot change the result: no behaviour
     * explains these, or each that does breaks a claim.
     */
    public boolean advance() {
        while (stack.isEmpty() && isOpen() && canAllGoOn()) {
            remember(layer);
            layer = next(layer);
            if (layer.size() > WIDTH) {
                layer.forEach(node -> seen.add(key(node)));
                stack.addAll(layer);
                layer = List.of();
            } else {
                window.forgetBefore(layer);
            }
        }
        return stack.isEmpty() ? isOpen() : advanceDepthFirst();
    }

    private boolean isOpen() {
        for (Node node : layer) {
            if (node.broken() == 0) {
                return true;
            }
        }
        return false;
    }

    private boolean canAllGoOn() {
        for (Node node : layer) {
            if (!canGoOn(node)) {
                return false;
            }
        }
        return true;
    }

    private boolean canGoOn(Node node) {
        return !window.isEnd(node) && node.consumed() < limit && visited < budget && window.isComplete(node);
    }

    private Collection<Node> next(Collection<Node> nodes) {
        List<Node> found = new ArrayList<>();
        nodes.forEach(node -> addSuccessors(node, found));
        Collection<Node> next = distinct(found);
        next.forEach(this::visit);
        return next;
    }

    /** One node alone is spared the cost of its key. */
    private Collection<Node> distinct(List<Node> nodes) {
        if (nodes.size() < 2) {
            return nodes;
        }
        Map<Node.Key, Node> distinct = new LinkedHashMap<>();
        if (nodes.size() > ALIKE && names == null && window.isClosed() && !interchangeable.isEmpty()) {
            names = new Names(interchangeable, window);
        }
        nodes.forEach(node -> distinct.putIfAbsent(key(node), node));
        return List.copyOf(distinct.values());
    }

    private Node.Key key(Node node) {
        SpecState state = node.state();
        return node.key(
                names == null
                        ? state.fingerprint()
                        : spec.fingerprint(state, names.after(node, (long) limit - node.consumed())));
    }

    /** Looks at one layer in so many, because old nodes have left the caches of the processor. */
    private void remember(Collection<Node> nodes) {
        if (!keepsPaths && layers++ % WINDOW == 0) {
            cut.forEach(Node::forgetParent);
            cut = nodes;
        }
    }

    /** A node whose next events have not been added yet stays on top: so far there is a way. */
    private boolean advanceDepthFirst() {
        while (!stack.isEmpty()) {
            Node node = stack.element();
            if (canGoOn(node)) {
                List<Node> found = new ArrayList<>();
                addSuccessors(stack.pop(), found);
                push(found);
            } else if (window.isEnd(node) && node.broken() != 0) {
                spoilt.putIfAbsent(node.broken(), stack.pop());
            } else {
                return true;
            }
            if (visited > patience && mayGiveUp()) {
                patience = 2 * visited;
                giveUpIfHopeless();
            }
        }
        return false;
    }

    private boolean mayGiveUp() {
        return limit == Integer.MAX_VALUE && spoilt.isEmpty() && window.isClosed() && !interchangeable.isEmpty();
    }

    /**
     * Where the way ends after some events, maybe every way does. That is easier to find out than to exhaust all ways:
     * up to there fewer values are named than in the whole run, so that more states are as good as each other.
     */
    private void giveUpIfHopeless() {
        Search beginning = new Search(spec, window, initial, silent, deepest.consumed() + 1, visited);
        boolean isThrough = !beginning.advance();
        visited += beginning.visited;
        if (isThrough) {
            stack.clear();
            layer = beginning.layer;
            spoilt.putAll(beginning.spoilt);
            deepest = beginning.deepest;
            errors.addAll(beginning.errors);
        }
    }

    /** Steps that change the state are tried first: what stutters can usually wait. */
    private void push(List<Node> successors) {
        List<Node> changing = new ArrayList<>();
        for (Node successor : successors) {
            if (seen.add(key(successor))) {
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
        deepest.visit(node);
    }

    private long broken(Optional<SpecState> before, SpecState after) {
        return hasClaims ? spec.broken(before, after) : 0;
    }

    /** A node, and those that are reached from it by steps that were not recorded. */
    public List<Node> silently(Node node) {
        return silent.from(node, this::steps, (before, after) -> broken(Optional.of(before), after));
    }

    private void addSuccessors(Node node, List<Node> successors) {
        silently(node).forEach(each -> addObserved(each, successors));
    }

    List<Successor> steps(Node node, ObservedStep observed) {
        Steps steps = spec.steps(node.state(), observed);
        for (String error : steps.errors()) {
            if (errors.size() < KEPT) {
                errors.add(error);
            }
        }
        return steps.successors();
    }

    private void addObserved(Node node, List<Node> successors) {
        for (int part = 0; part < window.parts(); part++) {
            if (window.isReady(node, part)) {
                Item item = window.item(part, node.position(part));
                samples.offer(node.state(), item.event());
                for (Successor step : steps(node, item.observed())) {
                    Node last = via(node, step.via());
                    long brokenNow = broken(Optional.of(last.state()), step.state());
                    successors.add(last.after(part, item.event(), step, brokenNow));
                }
            }
        }
    }

    /** Through the first steps of an event that is several. */
    private Node via(Node node, List<Successor> steps) {
        Node last = node;
        for (Successor step : steps) {
            last = last.silently(step, broken(Optional.of(last.state()), step.state()));
        }
        return last;
    }

    public Result result() {
        List<Node> ends = new ArrayList<>(spoilt.values());
        ends.addAll(layer);
        Optional.ofNullable(stack.peek()).ifPresent(ends::add);
        boolean isDecided = !layer.isEmpty() && !isOpen();
        ends.removeIf(node -> !isDecided && !window.isEnd(node));
        ends.sort(Comparator.comparing(node -> node.broken() != 0));
        return new Result(ends, stack.isEmpty(), deepest.nodes(), deepest.found(), visited, List.copyOf(errors));
    }

    /** Some of the events that were tried and the states that they were tried in, of every action. */
    public List<Tried> tried() {
        return samples.all();
    }

    /** The events that could come next after a node: all that they wait for has happened. */
    public List<Event> ready(Node node) {
        return window.ready(node);
    }

    /** The next event of each part that is not at its end, whether or not what it waits for has happened. */
    public List<Event> unconsumed(Node node) {
        return window.unconsumed(node);
    }

    Window window() {
        return window;
    }

    /** A search that goes on from a node, and gives up after so many others. */
    Search from(Node node, long nodes) {
        Search rest = new Search(spec, window, List.of(), silent, Integer.MAX_VALUE, nodes);
        rest.layer = List.of(node);
        rest.visit(node);
        return rest;
    }
}
