package dev.plumb.microraft;

import io.microraft.statemachine.StateMachine;
import java.util.List;
import java.util.function.Consumer;

/** A state machine without a state: that it applies an operation is recorded. */
final class Operations implements StateMachine {
    /** What a leader proposes when its term begins. */
    static final String NEW_TERM = "new term";

    private final RecordedNode recorded;

    Operations(RecordedNode recorded) {
        this.recorded = recorded;
    }

    @Override
    public Object runOperation(long index, Object operation) {
        recorded.applied(index);
        return operation;
    }

    @Override
    public Object getNewTermOperation() {
        return NEW_TERM;
    }

    @Override
    public void takeSnapshot(long index, Consumer<Object> chunks) {
        throw new UnsupportedOperationException("the specification has no snapshots");
    }

    @Override
    public void installSnapshot(long index, List<Object> chunks) {
        throw new UnsupportedOperationException("the specification has no snapshots");
    }
}
