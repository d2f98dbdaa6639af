package dev.plumb.refinement;

/** A step that is being told to a {@link Recorder}, by one thread. */
public sealed interface RecordedStep extends Observing<RecordedStep> permits Draft, StepScope {

    /**
     * Records the step: it is the process's next one.
     *
     * @throws IllegalStateException if it was done before
     */
    void done();
}
