package dev.plumb.protocols.commit.twophase;

import dev.plumb.refinement.SpecStep;
import dev.plumb.traces.TlaValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The specification of one transaction, transcribed: says whether a step is one of its steps, and takes it. */
final class TwoPhaseSpec {
    private final Set<String> rm;
    private final Map<String, String> rmState = new HashMap<>();
    private String tmState = "init";
    private final Set<String> tmPrepared = new HashSet<>();
    private final Set<String> msgs = new HashSet<>();

    TwoPhaseSpec(Set<String> rm) {
        this.rm = rm;
        rm.forEach(each -> rmState.put(each, "working"));
    }

    void take(SpecStep step) {
        String who = step.arguments().get("rm") instanceof TlaValue.Str name ? name.value() : "";
        switch (step.action()) {
            case "TMRcvPrepared" -> {
                require(tmState.equals("init"), "tmState = \"init\"");
                require(msgs.contains("Prepared " + who), "Prepared \\in msgs");
                tmPrepared.add(who);
            }
            case "TMCommit" -> {
                require(tmState.equals("init"), "tmState = \"init\"");
                require(tmPrepared.equals(rm), "tmPrepared = RM");
                decide("committed", "Commit");
            }
            case "TMAbort" -> {
                require(tmState.equals("init"), "tmState = \"init\"");
                decide("aborted", "Abort");
            }
            case "RMPrepare" -> {
                require(rmState.get(who).equals("working"), "rmState[rm] = \"working\"");
                rmState.put(who, "prepared");
                msgs.add("Prepared " + who);
            }
            case "RMChooseToAbort" -> {
                require(rmState.get(who).equals("working"), "rmState[rm] = \"working\"");
                rmState.put(who, "aborted");
            }
            case "RMRcvCommitMsg" -> {
                require(msgs.contains("Commit"), "Commit \\in msgs");
                rmState.put(who, "committed");
            }
            case "RMRcvAbortMsg" -> {
                require(msgs.contains("Abort"), "Abort \\in msgs");
                rmState.put(who, "aborted");
            }
            default -> require(false, "known action");
        }
    }

    private void decide(String outcome, String message) {
        tmState = outcome;
        msgs.add(message);
    }

    private static void require(boolean conjunct, String text) {
        if (!conjunct) {
            throw new NotAStep(text);
        }
    }

    /** Names the conjunct that is false. */
    static final class NotAStep extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAStep(String conjunct) {
            super(conjunct);
        }
    }
}
