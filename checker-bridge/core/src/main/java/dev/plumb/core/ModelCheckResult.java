package dev.plumb.core;

import dev.plumb.core.tlc.Statistics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of checking one model with TLC.
 *
 * @param spec the root module
 * @param config the {@code .cfg}'s file name
 * @param checked names of the invariants and properties that TLC was asked to check
 * @param statistics as TLC counted; empty if it did not come so far
 * @param counterexample the behaviour that shows a violation
 * @param warnings in sentences
 * @param command that runs it again, as a user types it
 */
public record ModelCheckResult(
        String spec,
        String config,
        Outcome outcome,
        List<String> checked,
        Optional<Statistics> statistics,
        Optional<Behaviour> counterexample,
        List<String> warnings,
        String command,
        Duration duration) {}
