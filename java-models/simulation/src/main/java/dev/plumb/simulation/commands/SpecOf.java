package dev.plumb.simulation.commands;

import dev.plumb.cli.CommonOptions;
import dev.plumb.cli.SourceFiles;
import dev.plumb.core.Model;
import dev.plumb.core.RefinementCheck;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.report.Checked;
import dev.plumb.simulation.drive.Scenario;
import java.util.Optional;

/** The specification of a scenario's protocol. */
record SpecOf(Scenario scenario) {

    /** Its module's name. */
    String name() {
        return scenario.deployment().header().spec().orElseThrow();
    }

    Model model() {
        return CommonOptions.specs().forTraces(name(), Optional.empty());
    }

    /** What came of holding something against it, as it is reported. */
    Checked reported(TraceCheckResult result) {
        return new Checked.OfTrace(result, result.outcome().exitCode(), new SourceFiles().of(model(), result));
    }

    /** Loads it, with the constants of the scenario; to be closed. */
    RefinementCheck refinement(CommonOptions options) {
        return RefinementCheck.of(
                model(), options.tlc(), scenario.deployment().header().constants(), scenario.protocol());
    }
}
