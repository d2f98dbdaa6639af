package dev.plumb.core;

import dev.plumb.core.tlc.Mode;
import dev.plumb.core.tlc.TlcListener;
import dev.plumb.core.tlc.ToolMessage;
import dev.plumb.kernel.api.Counts;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Watches TLC for what ends a run before TLC would: a limit, or that the run must be made in another way. */
final class Watch implements TlcListener {
    /** TLC says so before it computes the first state. */
    private static final int CHECKS_LIVENESS = 2212;

    private static final int HAS_FINISHED = 2186;

    private final Budget budget;
    private final boolean oneWorkerOnly;
    private final boolean savesAtLimit;
    private final Consumer<Counts> progress;
    private final long start = System.nanoTime();
    private @Nullable String limit;
    private boolean needsOneWorker;
    private boolean saved;

    Watch(CheckOptions options, int workers, Consumer<Counts> progress) {
        this.budget = options.budget();
        this.oneWorkerOnly = workers == 1;
        this.savesAtLimit = options.checkpoints() && options.mode() instanceof Mode.BreadthFirst;
        this.progress = progress;
    }

    /** The limit that ended the run, in words. */
    Optional<String> limit() {
        return Optional.ofNullable(limit);
    }

    /** Whether a limit ended the run before TLC had written the checkpoint that it was asked for. */
    boolean isUnsaved() {
        return savesAtLimit && limit != null && !saved;
    }

    /** Whether the run was ended because TLC 2.18 can miss violations of liveness with several workers. */
    boolean needsOneWorker() {
        return needsOneWorker;
    }

    @Override
    public Next message(ToolMessage message) {
        needsOneWorker |= !oneWorkerOnly && message.code() == CHECKS_LIVENESS;
        saved |= limit != null && message.code() == ToolMessage.HAS_WRITTEN_CHECKPOINT;
        if (savesAtLimit && message.code() == HAS_FINISHED) {
            limit = null; // TLC goes on while it is asked to save, and came to its end before it did.
        }
        return needsOneWorker || saved ? Next.KILL : Next.GO_ON;
    }

    @Override
    public Next counts(Counts counts) {
        progress.accept(counts);
        boolean over = budget.states().isPresent()
                && counts.distinct() > budget.states().getAsLong();
        return over
                ? end(String.format(Locale.ROOT, "%,d states", budget.states().getAsLong()))
                : Next.GO_ON;
    }

    @Override
    public Next tick() {
        boolean over = budget.time().isPresent()
                && System.nanoTime() - start > budget.time().get().toNanos();
        return over ? end(inWords(budget.time().get())) : Next.GO_ON;
    }

    private Next end(String reached) {
        if (limit == null) {
            limit = reached;
        }
        return savesAtLimit ? Next.SAVE : Next.STOP;
    }

    private static String inWords(Duration time) {
        return time.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
