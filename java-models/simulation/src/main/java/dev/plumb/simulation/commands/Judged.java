package dev.plumb.simulation.commands;

import dev.plumb.core.TraceCheckResult;
import dev.plumb.report.CallsResult;
import dev.plumb.simulation.drive.Run;
import java.util.Optional;

/**
 * A run that was held against all that it must be.
 *
 * @param run with what is wrong with it, if anything is
 * @param trace what came of what its nodes recorded
 * @param calls what came of what its clients saw; empty if they were promised nothing
 */
record Judged(Run run, TraceCheckResult trace, Optional<CallsResult> calls) {}
