package dev.plumb.refinement;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The scope of a step that is recorded; scopes of a thread stand around each other, whichever recorders they are of. */
final class OpenScope extends Draft implements StepScope {
    private static final ThreadLocal<@Nullable OpenScope> INNERMOST = new ThreadLocal<>();

    private final Recorder recorder;
    private final @Nullable OpenScope around;

    OpenScope(Recorder recorder, String action, Optional<String> at) {
        super(recorder, action, at);
        this.recorder = recorder;
        this.around = INNERMOST.get();
        INNERMOST.set(this);
    }

    /** The innermost scope of this thread and recorder. */
    static Optional<OpenScope> of(Recorder recorder) {
        OpenScope scope = INNERMOST.get();
        while (scope != null && scope.recorder != recorder) {
            scope = scope.around;
        }
        return Optional.ofNullable(scope);
    }

    @Override
    public void close() {
        if (INNERMOST.get() != this) {
            return; // closed already
        } else if (around == null) {
            INNERMOST.remove();
        } else {
            INNERMOST.set(around);
        }
    }
}
