package dev.plumb.core;

import dev.plumb.core.tlc.Statistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of checking one model with TLC.
 *
 * @param spec the root module
 * @param config the {@code .cfg}'s file name, and the constants if they are others
 * @param checked names of the invariants and properties that TLC was asked to check
 * @param statistics as TLC counted; empty if it did not come so far
 * @param counterexample the behaviour that shows a violation
 * @param suspicions what smells of vacuity, in sentences; {@code --strict} takes them for failures
 * @param warnings in sentences
 * @param invocation of TLC; empty if it was not asked
 * @param command that runs it again, as a user types it
 */
public record ModelCheckResult(
        String spec,
        String config,
        Outcome outcome,
        List<String> checked,
        Optional<Statistics> statistics,
        Optional<Behaviour> counterexample,
        List<String> suspicions,
        List<String> warnings,
        Optional<Invocation> invocation,
        String command,
        Duration duration) {

    /** What whoever reads the result should know beside it: suspicions, then warnings. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        suspicions.forEach(suspicion -> remarks.add("Is this intended? " + suspicion + "."));
        remarks.addAll(warnings);
        return remarks;
    }
}
