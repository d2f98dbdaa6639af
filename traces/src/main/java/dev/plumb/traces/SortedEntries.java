package dev.plumb.traces;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An unmodifiable map in the natural order of its keys, in two arrays. Long traces have millions of small functions, for
 * which a tree would take more time and room than what is in it.
 */
@SuppressWarnings("JdkObsolete") // what a NavigableMap could do besides, nobody asks of it
final class SortedEntries extends AbstractMap<TlaValue, TlaValue> implements SortedMap<TlaValue, TlaValue> {
    /** The keys of short tuples, by length. */
    private static final TlaValue[][] INDICES =
            IntStream.range(0, 64).mapToObj(SortedEntries::indices).toArray(TlaValue[][]::new);

    private final TlaValue[] keys;
    private final TlaValue[] values;

    private SortedEntries(TlaValue[] keys, TlaValue[] values) {
        this.keys = keys;
        this.values = values;
    }

    static SortedEntries copyOf(SortedMap<TlaValue, TlaValue> map) {
        if (map instanceof SortedEntries entries) {
            return entries;
        }
        Map<TlaValue, TlaValue> sorted = map.comparator() == null ? map : new TreeMap<>((Map<TlaValue, TlaValue>) map);
        return new SortedEntries(
                sorted.keySet().toArray(TlaValue[]::new), sorted.values().toArray(TlaValue[]::new));
    }

    /** From {@code 1..n} to these. */
    static SortedEntries ofTuple(List<? extends TlaValue> elements) {
        int size = elements.size();
        return new SortedEntries(indicesUpTo(size), elements.toArray(new TlaValue[size]));
    }

    /** From these names of fields, which differ, to these values. */
    static SortedEntries ofRecord(String[] names, TlaValue[] values) {
        TlaValue[] keys = new TlaValue[names.length];
        boolean isSorted = true;
        for (int i = 0; i < names.length; i++) {
            keys[i] = new TlaValue.Str(names[i]);
            isSorted &= i == 0 || names[i - 1].compareTo(names[i]) < 0;
        }
        if (isSorted) {
            return new SortedEntries(keys, values);
        }
        SortedMap<TlaValue, TlaValue> sorted = new TreeMap<>();
        for (int i = 0; i < keys.length; i++) {
            sorted.put(keys[i], values[i]);
        }
        return copyOf(sorted);
    }

    private static TlaValue[] indicesUpTo(int n) {
        return n < INDICES.length ? INDICES[n] : indices(n);
    }

    private static TlaValue[] indices(int n) {
        return IntStream.rangeClosed(1, n).mapToObj(TlaValue.Int::new).toArray(TlaValue[]::new);
    }

    @Override
    public int size() {
        return keys.length;
    }

    @Override
    public @Nullable TlaValue get(@Nullable Object key) {
        int at = indexOf(key);
        return at < 0 ? null : values[at];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return indexOf(key) >= 0;
    }

    private int indexOf(@Nullable Object key) {
        return key instanceof TlaValue value ? Arrays.binarySearch(keys, value) : -1;
    }

    @Override
    public void forEach(BiConsumer<? super TlaValue, ? super TlaValue> action) {
        for (int i = 0; i < keys.length; i++) {
            action.accept(keys[i], values[i]);
        }
    }

    TlaValue valueAt(int i) {
        return values[i];
    }

    boolean isTuple() {
        return keys.length == 0 || (keys[0] instanceof TlaValue.Int && Arrays.equals(keys, indicesUpTo(keys.length)));
    }

    @Override
    public Collection<TlaValue> values() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    @Override
    public Set<TlaValue> keySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<TlaValue> iterator() {
                return Collections.unmodifiableList(Arrays.asList(keys)).iterator();
            }

            @Override
            public boolean contains(@Nullable Object key) {
                return containsKey(key);
            }

            @Override
            public int size() {
                return keys.length;
            }
        };
    }

    @Override
    public Set<Entry<TlaValue, TlaValue>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<TlaValue, TlaValue>> iterator() {
                return IntStream.range(0, keys.length)
                        .mapToObj(i -> Map.entry(keys[i], values[i]))
                        .iterator();
            }

            @Override
            public int size() {
                return keys.length;
            }
        };
    }

    @Override
    public @Nullable Comparator<? super TlaValue> comparator() {
        return null;
    }

    @Override
    public TlaValue firstKey() {
        return key(0);
    }

    @Override
    public TlaValue lastKey() {
        return key(keys.length - 1);
    }

    private TlaValue key(int i) {
        if (keys.length == 0) {
            throw new NoSuchElementException();
        }
        return keys[i];
    }

    @Override
    public SortedMap<TlaValue, TlaValue> subMap(TlaValue from, TlaValue to) {
        return tree().subMap(from, to);
    }

    @Override
    public SortedMap<TlaValue, TlaValue> headMap(TlaValue to) {
        return tree().headMap(to);
    }

    @Override
    public SortedMap<TlaValue, TlaValue> tailMap(TlaValue from) {
        return tree().tailMap(from);
    }

    private SortedMap<TlaValue, TlaValue> tree() {
        return Collections.unmodifiableSortedMap(new TreeMap<>((Map<TlaValue, TlaValue>) this));
    }
}
