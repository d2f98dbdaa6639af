package dev.plumb.refinement;

/**
 * A step that several methods of one thread tell together, as one event: what they call from here on finds it by
 * {@link Recorder#current}.
 *
 * <pre>{@code
 * try (StepScope step = recorder.begin(PREPARE)) {
 *     log(tx);              // recorder.current().appended("log", entry)
 *     update(tx);           // recorder.current().state("rmState", id, "prepared")
 *     step.arg("rm", id).done();
 * }
 * }</pre>
 *
 * <p>A scope that ends before its step is {@link #done}, by an exception for instance, records nothing.
 */
public sealed interface StepScope extends RecordedStep, AutoCloseable permits OpenScope, Silent.Step {

    /** Ends the scope, and abandons the step unless it is done. */
    @Override
    void close();
}
