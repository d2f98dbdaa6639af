package dev.plumb.refinement;

/** A step that is being told to a {@link Recorder}, by one thread. */
public sealed interface RecordedStep extends Observing<RecordedStep> permits FileRecorder.Draft, Silent.Step {

    /** Records the step: it is the process's next one. */
    void done();
}
