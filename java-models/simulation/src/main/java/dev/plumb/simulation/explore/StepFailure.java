package dev.plumb.simulation.explore;

/** A step that could not be taken, since the system's code threw something. */
public final class StepFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Object action;
    private final RuntimeException thrown;

    /** @param action what the step would be called */
    public StepFailure(Object action, RuntimeException thrown) {
        super(thrown);
        this.action = action;
        this.thrown = thrown;
    }

    public Object action() {
        return action;
    }

    public RuntimeException thrown() {
        return thrown;
    }
}
