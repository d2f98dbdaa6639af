package dev.plumb.protocols.consensus.raft;

import dev.plumb.traces.TlaValue;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** A server's log. Places in it are counted from 1; before the first entry is place 0, of term 0. */
record Log(PVector<Entry> entries) {
    static final Log EMPTY = new Log(TreePVector.empty());

    int lastIndex() {
        return entries.size();
    }

    int lastTerm() {
        return termAt(lastIndex());
    }

    int termAt(int index) {
        return index == 0 ? 0 : entry(index).term();
    }

    Entry entry(int index) {
        return entries.get(index - 1);
    }

    /** {@code IsUpToDate(lastIndex, lastTerm, mine)}: the log that ends like this is as up to date as this one. */
    boolean isNoNewerThan(int otherIndex, int otherTerm) {
        return otherTerm > lastTerm() || (otherTerm == lastTerm() && otherIndex >= lastIndex());
    }

    /** {@code HasEntry(mine, index, term)}. */
    boolean has(int index, int term) {
        return index <= lastIndex() && termAt(index) == term;
    }

    /** Whether the command stands in it since that term. */
    boolean holds(Command command, int term) {
        return entries.stream()
                .anyMatch(entry -> entry.term() == term && entry.command().isSameAs(command));
    }

    Log plus(Entry entry) {
        return new Log(entries.plus(entry));
    }

    /** The entries behind this place. */
    PVector<Entry> after(int index) {
        return entries.subList(index, entries.size());
    }

    /** {@code WithEntries(mine, prev, entries)}: what contradicts the new entries is cut off, what follows them stays. */
    Log with(int prev, PVector<Entry> others) {
        int n = prev + others.size();
        boolean hasThem = lastIndex() >= n && entries.subList(prev, n).equals(others);
        return hasThem
                ? this
                : new Log(entries.subList(0, Math.min(prev, lastIndex())).plusAll(others));
    }

    TlaValue inSpec() {
        return TlaValue.tuple(entries.stream().map(Entry::inSpec).toList());
    }
}
