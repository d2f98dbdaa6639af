package dev.plumb.modules.overrides;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tlc2.TLCGlobals;
import tlc2.tool.ModelChecker;
import tlc2.tool.SimulationWorker;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;
import tlc2.tool.TLCStateInfo;
import tlc2.util.IdThread;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;

/** How TLC 2.18 came to a state: from an initial one, as records. */
final class Behaviour {
    /** Of a state that is not, or not yet, in the state graph. */
    private static final long NOWHERE = -1;

    private Behaviour() {}

    /** One at a time, because TLC follows what it has written by taking the steps once more. */
    static synchronized Value to(TLCState state) {
        if (state == TLCState.Empty || !state.allAssigned()) {
            throw Arguments.error(
                    "Trace cannot be evaluated where there is no state, or before all variables have a value.");
        }
        TLCState current = IdThread.getCurrentState();
        try {
            Stream<TLCState> states = Stream.concat(before(state, current), Stream.of(state));
            return new TupleValue(states.map(RecordValue::new).toArray(Value[]::new));
        } finally {
            IdThread.setCurrentState(current);
        }
    }

    private static Stream<TLCState> before(TLCState state, TLCState current) {
        if (Thread.currentThread() instanceof SimulationWorker worker) {
            StateVec taken = worker.getTrace();
            return IntStream.range(0, taken.size()).mapToObj(taken::elementAt).takeWhile(earlier -> earlier != state);
        } else if (state.uid != NOWHERE) {
            return state.isInitial() ? Stream.empty() : recorded(state);
        } else if (current == null) {
            return Stream.empty();
        } else if (current.uid != NOWHERE) {
            return Stream.concat(before(current, current), Stream.of(current));
        }
        throw Arguments.error("Trace cannot be evaluated while TLC follows a behaviour that it has written down."
                + " Use it in invariants and constraints, not in the next-state relation.");
    }

    private static Stream<TLCState> recorded(TLCState state) {
        if (!(TLCGlobals.mainChecker instanceof ModelChecker checker)) {
            throw Arguments.error("Trace is known only while TLC checks a model breadth-first or simulates it.");
        }
        try {
            TLCStateInfo[] trace = checker.trace.getTrace(state);
            return Arrays.stream(trace).map(info -> info.state);
        } catch (IOException e) {
            throw Arguments.error("Trace cannot be read from what TLC has written down: " + e.getMessage());
        }
    }
}
