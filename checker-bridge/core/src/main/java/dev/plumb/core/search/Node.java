package dev.plumb.core.search;

import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Successor;
import dev.plumb.traces.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A spec state that the first events of a trace can have led to, and how. What has been consumed is a cut: for each part
 * of the trace, how many of its events.
 */
public final class Node {
    private final int[] cut;
    private final int consumed;
    private final int depth;
    private final SpecState state;
    private final @Nullable Event event;
    private final @Nullable Successor step;
    private final long broken;
    private final List<Node> breaches;
    private @Nullable Node parent;

    private Node(
            int[] cut,
            int consumed,
            SpecState state,
            @Nullable Node parent,
            @Nullable Event event,
            @Nullable Successor step,
            long broken) {
        this.cut = cut;
        this.consumed = consumed;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.state = state;
        this.parent = parent;
        this.event = event;
        this.step = step;
        this.broken = broken;
        this.breaches = breaches(parent);
    }

    private List<Node> breaches(@Nullable Node before) {
        List<Node> earlier = before == null ? List.of() : before.breaches;
        if (broken == (before == null ? 0 : before.broken)) {
            return earlier;
        }
        List<Node> all = new ArrayList<>(earlier);
        all.add(this);
        return all;
    }

    static Node initial(int parts, SpecState state, long broken) {
        return new Node(new int[parts], 0, state, null, null, null, broken);
    }

    /**
     * The node after the next event of a part.
     *
     * @param brokenNow the claims that the step breaks
     */
    Node after(int part, Event consumedEvent, Successor by, long brokenNow) {
        int[] further = cut.clone();
        further[part]++;
        return new Node(further, consumed + 1, by.state(), this, consumedEvent, by, broken | brokenNow);
    }

    /** The node after a step that was not recorded. */
    Node silently(Successor by, long brokenNow) {
        return new Node(cut, consumed, by.state(), this, null, by, broken | brokenNow);
    }

    int position(int part) {
        return cut[part];
    }

    /** How many events lie behind it. */
    public int consumed() {
        return consumed;
    }

    /** How many steps lie behind it, recorded or not. */
    public int depth() {
        return depth;
    }

    public SpecState state() {
        return state;
    }

    /** The event that led here; null for an initial state, and for a step that was not recorded. */
    public @Nullable Event event() {
        return event;
    }

    /** The action that led here; null for an initial state. */
    public @Nullable ActionInstance action() {
        return step == null ? null : step.action();
    }

    /** The claims that were broken on the way here, as a set of bits. */
    public long broken() {
        return broken;
    }

    /** The first node on the way here with a claim broken. */
    public Node breach(int claim) {
        return breaches.stream()
                .filter(node -> (node.broken & (1L << claim)) != 0)
                .findFirst()
                .orElseThrow();
    }

    boolean changedNothing() {
        return parent != null && parent.state.fingerprint() == state.fingerprint();
    }

    void forgetParent() {
        parent = null;
    }

    /** The nodes from the beginning, or from as far back as is remembered, to this one. */
    public List<Node> path() {
        Deque<Node> path = new ArrayDeque<>();
        for (Node node = this; node != null; node = node.parent) {
            path.addFirst(node);
        }
        return List.copyOf(path);
    }

    /** @param fingerprint of its state, or one that is the same for all states that are as good */
    Key key(long fingerprint) {
        return new Key(cut, fingerprint, broken);
    }

    /** Nodes with equal keys have the same future, and broke the same in their past. */
    static final class Key {
        private final int[] cut;
        private final long fingerprint;
        private final long broken;

        private Key(int[] cut, long fingerprint, long broken) {
            this.cut = cut;
            this.fingerprint = fingerprint;
            this.broken = broken;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && key.fingerprint == fingerprint
                    && key.broken == broken
                    && Arrays.equals(key.cut, cut);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(cut) + Long.hashCode(fingerprint);
        }
    }
}
