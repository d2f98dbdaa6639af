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
record TlcState(TLCState state, long fingerprint) implements SpecState {
    static TlcState of(TLCState state) {
        state.deepNormalize();
        return new TlcState(state, state.fingerPrint());
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
