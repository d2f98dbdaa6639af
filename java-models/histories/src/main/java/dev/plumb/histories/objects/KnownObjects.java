package dev.plumb.histories.objects;

import dev.plumb.histories.HistoryProblems;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Optional;

/** The objects that come with Plumb, each as if it were new, and by the names that a history may give. */
public final class KnownObjects {
    /** What stands for a value that is not there, unless another is named. */
    public static final TlaValue NONE = TlaValue.of("none");

    public static final List<String> NAMES =
            List.of("register", "multi-register", "queue", "set", "counter", "log", "lock", "list-append");

    private KnownObjects() {}

    public static Register register() {
        return new Register(NONE);
    }

    public static Register register(TlaValue init) {
        return new Register(init);
    }

    public static MultiRegister multiRegister() {
        return new MultiRegister(NONE);
    }

    public static FifoQueue queue() {
        return new FifoQueue(NONE);
    }

    public static SetOfValues set() {
        return new SetOfValues();
    }

    public static Counter counter() {
        return new Counter(0);
    }

    public static GrowingLog log() {
        return new GrowingLog();
    }

    public static Lock lock() {
        return new Lock();
    }

    /**
     * The object of that name.
     *
     * @param init initial value of a register or counter, and what an empty queue returns; the others begin empty
     * @throws dev.plumb.traces.Problem if there is none
     */
    public static SequentialSpec<?> named(String name, Optional<TlaValue> init) {
        TlaValue value = init.orElse(NONE);
        return switch (name) {
            case "register" -> new Register(value);
            case "multi-register" -> new MultiRegister(value);
            case "queue" -> new FifoQueue(value);
            case "set" -> set();
            case "counter" -> new Counter(init.map(KnownObjects::count).orElse(0));
            case "log" -> log();
            case "lock" -> lock();
            case "list-append" -> new ListAppend();
            default -> throw HistoryProblems.objectIsUnknown(name, NAMES);
        };
    }

    private static int count(TlaValue init) {
        if (init instanceof TlaValue.Int count) {
            return count.value();
        }
        throw HistoryProblems.initIsNoCount(init);
    }
}
