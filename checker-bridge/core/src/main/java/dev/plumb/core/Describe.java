package dev.plumb.core;

import dev.plumb.core.Outcome.BadInput;
import dev.plumb.core.Outcome.Conforms;
import dev.plumb.core.Outcome.Deadlocks;
import dev.plumb.core.Outcome.Diverges;
import dev.plumb.core.Outcome.Holds;
import dev.plumb.core.Outcome.Incomplete;
import dev.plumb.core.Outcome.SpecError;
import dev.plumb.core.Outcome.ToolError;
import dev.plumb.core.Outcome.Vacuous;
import dev.plumb.core.Outcome.Violates;

/** Outcomes in a few words, for where they differ from what was expected. */
public final class Describe {
    private Describe() {}

    /** {@code violates Consistent}, {@code incomplete: 10 s}. */
    public static String outcome(Outcome outcome) {
        if (outcome instanceof Violates violates) {
            return "violates " + violates.name();
        } else if (outcome instanceof Holds) {
            return "success";
        } else if (outcome instanceof Outcome.Sampled) {
            return "everything held in the behaviours looked at";
        } else if (outcome instanceof Conforms) {
            return "conforms";
        } else if (outcome instanceof Diverges) {
            return "diverges";
        } else if (outcome instanceof Deadlocks) {
            return "deadlock failure";
        } else if (outcome instanceof Vacuous vacuous) {
            return "nothing was checked: " + vacuous.why();
        } else if (outcome instanceof Incomplete incomplete) {
            return "incomplete: " + incomplete.limit();
        } else if (outcome instanceof BadInput bad) {
            return bad.problem().what();
        } else if (outcome instanceof SpecError error) {
            return error.problem().what();
        }
        return ((ToolError) outcome).problem().what();
    }
}
