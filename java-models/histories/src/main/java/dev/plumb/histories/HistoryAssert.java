package dev.plumb.histories;

import static java.util.stream.Collectors.joining;

import dev.plumb.histories.objects.SequentialSpec;
import dev.plumb.histories.order.Linearizability;
import dev.plumb.histories.order.SequentialConsistency;

/**
 * Assertions for tests, whichever framework runs them: {@code assertThat(history).isLinearizable(register())}. A history
 * that cannot be judged within the budget fails as one does that is wrong.
 */
public final class HistoryAssert {
    private final History history;
    private final Budget budget;

    private HistoryAssert(History history, Budget budget) {
        this.history = history;
        this.budget = budget;
    }

    public static HistoryAssert assertThat(History history) {
        return new HistoryAssert(history, Budget.standard());
    }

    /** The same with another budget. */
    public HistoryAssert within(Budget other) {
        return new HistoryAssert(history, other);
    }

    public HistoryAssert isLinearizable(SequentialSpec<?> object) {
        return fits(new Linearizability<>(object));
    }

    public HistoryAssert isSequentiallyConsistent(SequentialSpec<?> object) {
        return fits(new SequentialConsistency<>(object));
    }

    /** Asserts that a model allows the history. */
    public HistoryAssert fits(ConsistencyModel model) {
        Judgement judgement = model.judge(history, budget);
        String subject = "history " + history.name() + " to fit the model " + model.name();
        if (judgement instanceof Judgement.Forbidden forbidden) {
            throw new AssertionError("Expected " + subject + ", but " + told(forbidden.contradiction()));
        } else if (judgement instanceof Judgement.Unknown unknown) {
            throw new AssertionError(
                    "Expected " + subject + ", which was not found out within " + unknown.limit() + ".");
        } else if (judgement instanceof Judgement.Vacuous vacuous) {
            throw new AssertionError("Expected " + subject + ", which it cannot show: " + vacuous.why() + ".");
        }
        return this;
    }

    /**
     * Asserts that the history can show something at all.
     *
     * @param object tells which calls are reads
     */
    public HistoryAssert isAtLeast(Strength.Minimum minimum, SequentialSpec<?> object) {
        Strength.of(history, object).lack(minimum).ifPresent(lack -> {
            throw new AssertionError("History " + history.name() + ": " + lack);
        });
        return this;
    }

    private static String told(Contradiction contradiction) {
        String calls = contradiction.calls().stream()
                .map(call -> "\n  " + call.described() + ", time " + call.start() + " to " + call.end())
                .collect(joining());
        String reasons =
                contradiction.reasons().stream().map(reason -> "\n  " + reason).collect(joining());
        return "it does not.\n" + contradiction.sentence() + calls + reasons;
    }
}
