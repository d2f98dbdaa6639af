package dev.plumb.histories;

import dev.plumb.histories.objects.KnownObjects;
import dev.plumb.histories.objects.SequentialSpec;
import dev.plumb.histories.order.Linearizability;
import dev.plumb.histories.order.SequentialConsistency;
import dev.plumb.histories.registers.CausalConsistency;
import dev.plumb.histories.registers.CausalConsistency.Kind;
import dev.plumb.histories.registers.EventualConvergence;
import dev.plumb.histories.registers.SessionGuarantees;
import dev.plumb.histories.registers.SessionGuarantees.Guarantee;
import dev.plumb.histories.transactions.Isolation;
import dev.plumb.traces.TlaValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The consistency models that come with Plumb, by the names that a command line gives. */
public final class Models {
    /** From strong to weak, as far as they can be compared. */
    public static final List<String> NAMES = List.of(
            "linearizable",
            "sequential",
            "causal-memory",
            "causal-convergence",
            "causal",
            "session",
            "read-your-writes",
            "monotonic-reads",
            "monotonic-writes",
            "writes-follow-reads",
            "eventual",
            "serializable",
            "snapshot-isolation");

    private Models() {}

    /**
     * The model of that name for an object of that name.
     *
     * @throws dev.plumb.traces.Problem if there is no such model or object, or the model says nothing of the object
     */
    public static ConsistencyModel named(String model, String object, Optional<TlaValue> init) {
        if (!NAMES.contains(model)) {
            throw HistoryProblems.modelIsUnknown(model, NAMES);
        }
        SequentialSpec<?> spec = KnownObjects.named(object, init);
        return switch (model) {
            case "linearizable" -> new Linearizability<>(spec);
            case "sequential" -> new SequentialConsistency<>(spec);
            case "serializable", "snapshot-isolation" -> {
                require(model, object, "list-append");
                yield new Isolation(
                        model.equals("serializable")
                                ? Isolation.Level.SERIALIZABLE
                                : Isolation.Level.SNAPSHOT_ISOLATION);
            }
            default -> {
                require(model, object, "register");
                yield ofRegisters(model, init.orElse(KnownObjects.NONE));
            }
        };
    }

    private static void require(String model, String object, String needed) {
        if (!object.equals(needed)) {
            throw HistoryProblems.modelIsNotForObject(model, object, needed);
        }
    }

    private static ConsistencyModel ofRegisters(String model, TlaValue init) {
        if (model.equals("eventual")) {
            return new EventualConvergence(init);
        } else if (model.startsWith("causal")) {
            return new CausalConsistency(Kind.valueOf(constant(model)), init);
        }
        return new SessionGuarantees(
                model.equals("session")
                        ? EnumSet.allOf(Guarantee.class)
                        : EnumSet.of(Guarantee.valueOf(constant(model))),
                init);
    }

    private static String constant(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
