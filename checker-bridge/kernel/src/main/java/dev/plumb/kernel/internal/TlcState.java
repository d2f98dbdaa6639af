package dev.plumb.kernel.internal;

import dev.plumb.kernel.api.SpecState;
import dev.plumb.traces.TlaValue;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import tla2sany.semantic.OpDeclNode;
import tlc2.tool.TLCState;
import util.UniqueString;

/** A state of TLC's: normalised through and through, because only then is it safe to share and to compare. */
final class TlcState implements SpecState {
    private final TLCState state;
    private long fingerprint;
    private volatile boolean hasFingerprint;

    private TlcState(TLCState state) {
        this.state = state;
    }

    /** @throws RuntimeException if it has a value that TLC cannot fingerprint, such as an infinite set */
    static TlcState of(TLCState state) {
        state.deepNormalize();
        TlcState normalized = new TlcState(state);
        normalized.fingerprint();
        return normalized;
    }

    /** A state all of whose values are known to be finite and normalised. */
    static TlcState ofNormalized(TLCState state) {
        return new TlcState(state);
    }

    TLCState state() {
        return state;
    }

    /** Computed when it is asked for: where only one state fits an event nobody needs it. */
    @Override
    public long fingerprint() {
        if (!hasFingerprint) {
            fingerprint = state.fingerPrint();
            hasFingerprint = true;
        }
        return fingerprint;
    }

    TlaValue value(UniqueString variable) {
        return Values.fromTlc(state.lookup(variable));
    }

    @Override
    public SortedMap<String, TlaValue> values() {
        SortedMap<String, TlaValue> values = new TreeMap<>();
        for (OpDeclNode variable : TLCState.Empty.getVars()) {
            values.put(variable.getName().toString(), value(variable.getName()));
        }
        return Collections.unmodifiableSortedMap(values);
    }
}
