package dev.plumb.refinement;

/** The line of the recorded code that called this package. */
final class CallSite {
    private static final StackWalker STACK = StackWalker.getInstance();

    private CallSite() {}

    static String fileAndLine() {
        return STACK.walk(frames -> frames.filter(frame -> !isOurs(frame.getClassName()))
                .findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("unknown"));
    }

    /** Our classes, not our package: a test, or a class of a user who chose the same name, is recorded code too. */
    private static boolean isOurs(String className) {
        return className.equals(CallSite.class.getName())
                || className.equals(SpecStep.class.getName())
                || className.equals(FileRecorder.class.getName());
    }
}
