package dev.plumb.refinement;

import java.util.Set;

/** The line of the recorded code that called this package. */
final class CallSite {
    private static final StackWalker STACK = StackWalker.getInstance();

    /** Our classes, not our package: a test, or a class of a user who chose the same name, is recorded code too. */
    private static final Set<String> OURS = Set.of(
            CallSite.class.getName(),
            ActionSite.class.getName(),
            Observing.class.getName(),
            SpecStep.class.getName(),
            TellingRecorder.class.getName());

    private CallSite() {}

    static String fileAndLine() {
        return STACK.walk(frames -> frames.filter(frame -> !OURS.contains(frame.getClassName()))
                .findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("unknown"));
    }
}
