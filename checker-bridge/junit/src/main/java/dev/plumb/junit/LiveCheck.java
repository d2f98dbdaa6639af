package dev.plumb.junit;

import dev.plumb.core.TraceCheckResult;
import dev.plumb.traces.Problem;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A check that goes on in a thread of its own while the trace is being recorded: whoever hands it a line waits until the
 * check has come to an end of it, and fails if that was the wrong step.
 */
final class LiveCheck {
    private final Handover lines = new Handover();
    private final CompletableFuture<TraceCheckResult> result = new CompletableFuture<>();
    private final Function<TraceCheckResult, AssertionError> failure;
    private volatile @Nullable AssertionError told;

    /**
     * A check that has begun.
     *
     * @param check reads the trace to its end, or to the first event that decides
     * @param failure of a result that is none to be content with
     */
    LiveCheck(Function<Handover, TraceCheckResult> check, Function<TraceCheckResult, AssertionError> failure) {
        this.failure = failure;
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(check.apply(lines));
                    } catch (RuntimeException | Error e) {
                        result.completeExceptionally(e);
                    } finally {
                        lines.nobodyReads();
                    }
                },
                "live-check");
        thread.setDaemon(true);
        thread.start();
    }

    /** Does nothing once the outcome is known: the first wrong step is the one to tell of. */
    void take(byte[] line) {
        if (!result.isDone() && !lines.hand(line)) {
            AssertionError wrongStep = wrongStep();
            told = wrongStep;
            throw wrongStep;
        }
    }

    /** Also where it could not be checked, because it has a name that the specification lacks. */
    private AssertionError wrongStep() {
        try {
            return failure.apply(Failure.orTold(this::result));
        } catch (AssertionError notChecked) {
            return notChecked;
        }
    }

    /** As the thread that checks has left it, be that an exception. */
    private TraceCheckResult result() {
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Problem mistake) {
                throw mistake;
            }
            throw e;
        }
    }

    /** What the call that took the wrong step failed with. */
    Optional<Throwable> told() {
        return Optional.ofNullable(told);
    }

    /** There are no more lines. */
    TraceCheckResult end() {
        lines.end();
        return result();
    }
}
