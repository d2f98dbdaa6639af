package dev.plumb.junit;

import dev.plumb.refinement.Recorder;

/** The recorders of the processes of one test, which make one trace. */
@FunctionalInterface
public interface Recorders {
    /** The recorder of this process; the same one each time. */
    Recorder of(String process);
}
