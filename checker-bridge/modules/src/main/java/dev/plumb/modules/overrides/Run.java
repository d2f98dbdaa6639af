package dev.plumb.modules.overrides;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.util.Map;
import tlc2.TLCGlobals;
import tlc2.tool.AbstractChecker;
import tlc2.tool.ModelChecker;
import tlc2.tool.Simulator;
import tlc2.util.FP64;
import tlc2.util.IdThread;
import tlc2.value.RandomEnumerableValues;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.Value;
import util.UniqueString;

/**
 * What TLC 2.18 is doing, as records with the fields that later ones have: how it was started, and how far it has come.
 * Some of it TLC 2.18 keeps to itself.
 */
final class Run {
    private static final long START_MILLIS = System.currentTimeMillis();

    private Run() {}

    static Value config() {
        return TLCGlobals.mainChecker instanceof ModelChecker checker
                ? record(Map.of(
                        "mode", "bfs",
                        "deadlock", hidden(AbstractChecker.class, checker, "checkDeadlock"),
                        "worker", TLCGlobals.getNumWorkers(),
                        "seed", Long.toString(RandomEnumerableValues.getSeed()),
                        "fingerprint", Long.toString(FP64.getIrredPoly()),
                        "install", install()))
                : simulated(simulator());
    }

    private static Value simulated(Simulator simulator) {
        long depth = (Long) hidden(Simulator.class, simulator, "traceDepth");
        return record(Map.of(
                "mode", "simulate",
                "depth", depth == Long.MAX_VALUE ? -1 : depth,
                "traces", hidden(Simulator.class, simulator, "traceNum"),
                "deadlock", hidden(Simulator.class, simulator, "checkDeadlock"),
                "worker", hidden(Simulator.class, simulator, "numWorkers"),
                "seed", hidden(Simulator.class, simulator, "seed").toString(),
                "aril", hidden(Simulator.class, simulator, "aril").toString(),
                "sched", "random",
                "install", install()));
    }

    static Value statistics() {
        return TLCGlobals.mainChecker instanceof ModelChecker checker
                ? record(Map.of(
                        "queue", checker.getStateQueueSize(),
                        "distinct", checker.getDistinctStatesGenerated(),
                        "initial", hidden(ModelChecker.class, checker, "numberOfInitialStates"),
                        "generated", checker.getStatesGenerated(),
                        "diameter", checker.getProgress(),
                        "duration", seconds(),
                        "worker", IdThread.GetId(0)))
                : simulation(simulator());
    }

    private static Value simulation(Simulator simulator) {
        return record(Map.of(
                "traces", hidden(Simulator.class, simulator, "numOfGenTraces"),
                "generated", hidden(Simulator.class, simulator, "numOfGenStates"),
                "duration", seconds(),
                "worker", IdThread.GetId(0)));
    }

    private static Simulator simulator() {
        if (TLCGlobals.simulator == null) {
            throw Arguments.error("How TLC runs is known only while it checks a model breadth-first or simulates it.");
        }
        return TLCGlobals.simulator;
    }

    private static long seconds() {
        return (System.currentTimeMillis() - START_MILLIS) / 1000;
    }

    private static String install() {
        return tlc2.TLC
                .class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
    }

    /** A field that TLC 2.18 shows to nobody. */
    private static Object hidden(Class<?> type, Object object, String name) {
        try {
            Field field = type.getDeclaredField(name);
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .unreflectGetter(field)
                    .invoke(object);
        } catch (Throwable e) {
            throw Arguments.error("This TLC does not tell its " + name + ": " + e);
        }
    }

    private static Value record(Map<String, Object> fields) {
        UniqueString[] names =
                fields.keySet().stream().map(UniqueString::uniqueStringOf).toArray(UniqueString[]::new);
        Value[] values = fields.values().stream().map(Run::value).toArray(Value[]::new);
        return new RecordValue(names, values, false);
    }

    private static Value value(Object object) {
        if (object instanceof Boolean truth) {
            return truth ? BoolValue.ValTrue : BoolValue.ValFalse;
        } else if (object instanceof Number number) {
            return IntValue.gen((int) Math.min(number.longValue(), Integer.MAX_VALUE));
        }
        return new StringValue((String) object);
    }
}
