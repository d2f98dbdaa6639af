package dev.plumb.report;

import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** What a step changed: the typed difference between two states. */
public final class Changes {
    private Changes() {}

    /** One thing that changed, with its TLA+ path: {@code rmState["r1"]}. */
    public record Line(Mark mark, String path, Optional<TlaValue> before, Optional<TlaValue> after) {}

    /** The sign before a change; it says without colour what happened. */
    public enum Mark {
        ADDED("+"),
        REMOVED("-"),
        CHANGED("~");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /** The change of every variable, those that stayed the same included. */
    public static SortedMap<String, Change> between(
            SortedMap<String, TlaValue> before, SortedMap<String, TlaValue> after) {
        SortedMap<String, Change> changes = new TreeMap<>();
        eachKey(before, after, (key, change) -> changes.put(key, change));
        return changes;
    }

    /** How {@code after} follows from {@code before}. */
    public static Change between(TlaValue before, TlaValue after) {
        if (before.equals(after)) {
            return new Change.Same(after);
        } else if (before instanceof TlaValue.SetOf a && after instanceof TlaValue.SetOf b) {
            return sets(a.elements(), b.elements());
        } else if (before instanceof TlaValue.Fn a && after instanceof TlaValue.Fn b) {
            return functions(a, b);
        }
        return new Change.Replaced(before, after);
    }

    /** What changed between two states, a line for each place. */
    public static List<Line> lines(SortedMap<String, TlaValue> before, SortedMap<String, TlaValue> after) {
        List<Line> lines = new ArrayList<>();
        between(before, after).forEach((variable, change) -> collect(variable, change, lines));
        return lines;
    }

    private static Change sets(SortedSet<TlaValue> before, SortedSet<TlaValue> after) {
        SortedSet<TlaValue> kept = new TreeSet<>(before);
        kept.retainAll(after);
        SortedSet<TlaValue> added = new TreeSet<>(after);
        added.removeAll(before);
        SortedSet<TlaValue> removed = new TreeSet<>(before);
        removed.removeAll(after);
        return new Change.InSet(kept, added, removed);
    }

    private static Change functions(TlaValue.Fn before, TlaValue.Fn after) {
        boolean sequences = before.isTuple() && after.isTuple();
        if (sequences && before.entries().size() != after.entries().size()) {
            return sequences(elements(before), elements(after));
        }
        SortedMap<TlaValue, Change> rows = new TreeMap<>();
        eachKey(before.entries(), after.entries(), (key, change) -> rows.put(key, change));
        return new Change.InFunction(rows);
    }

    private static Change sequences(List<TlaValue> before, List<TlaValue> after) {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        return new Change.InSequence(
                before.subList(0, head),
                before.subList(head, before.size() - tail),
                after.subList(head, after.size() - tail),
                after.subList(after.size() - tail, after.size()));
    }

    private static List<TlaValue> elements(TlaValue.Fn sequence) {
        return List.copyOf(sequence.entries().values());
    }

    private static <K> void eachKey(
            SortedMap<K, TlaValue> before, SortedMap<K, TlaValue> after, BiConsumer<K, Change> seen) {
        SortedSet<K> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (K key : keys) {
            Optional<TlaValue> old = Optional.ofNullable(before.get(key));
            Optional<TlaValue> now = Optional.ofNullable(after.get(key));
            seen.accept(key, row(old, now));
        }
    }

    private static Change row(Optional<TlaValue> old, Optional<TlaValue> now) {
        if (old.isPresent() && now.isPresent()) {
            return between(old.get(), now.get());
        }
        return now.<Change>map(Change.Appeared::new).orElseGet(() -> new Change.Vanished(old.orElseThrow()));
    }

    private static void collect(String path, Change change, List<Line> lines) {
        if (change instanceof Change.Appeared appeared) {
            lines.add(added(path, appeared.after()));
        } else if (change instanceof Change.Vanished vanished) {
            lines.add(removed(path, vanished.before()));
        } else if (change instanceof Change.Replaced replaced) {
            lines.add(new Line(Mark.CHANGED, path, Optional.of(replaced.before()), Optional.of(replaced.after())));
        } else if (change instanceof Change.InSet set) {
            set.removed().forEach(element -> lines.add(removed(path, element)));
            set.added().forEach(element -> lines.add(added(path, element)));
        } else if (change instanceof Change.InFunction function) {
            for (Map.Entry<TlaValue, Change> row : function.rows().entrySet()) {
                collect(path + "[" + row.getKey() + "]", row.getValue(), lines);
            }
        } else if (change instanceof Change.InSequence sequence) {
            collect(path, sequence, lines);
        }
    }

    private static void collect(String path, Change.InSequence sequence, List<Line> lines) {
        int index = sequence.head().size();
        for (int i = 0; i < sequence.removed().size(); i++) {
            lines.add(removed(
                    path + "[" + (index + i + 1) + "]", sequence.removed().get(i)));
        }
        for (int i = 0; i < sequence.added().size(); i++) {
            lines.add(added(path + "[" + (index + i + 1) + "]", sequence.added().get(i)));
        }
    }

    private static Line added(String path, TlaValue value) {
        return new Line(Mark.ADDED, path, Optional.empty(), Optional.of(value));
    }

    private static Line removed(String path, TlaValue value) {
        return new Line(Mark.REMOVED, path, Optional.of(value), Optional.empty());
    }
}
