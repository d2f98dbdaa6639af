package dev.plumb.simulation.commands;

import dev.plumb.cli.CommonOptions;
import dev.plumb.cli.SourceFiles;
import dev.plumb.core.Model;
import dev.plumb.core.RefinementCheck;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.report.Checked;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.traces.TraceHeader;
import java.util.Optional;

/** The specification of a scenario's protocol. */
final class SpecOf {
    private final Scenario scenario;
    private final TraceHeader header;
    private final Model model;
    private final SourceFiles sources = new SourceFiles();

    SpecOf(Scenario scenario) {
        this.scenario = scenario;
        this.header = scenario.deployment().header();
        this.model = CommonOptions.specs().forTraces(header.spec().orElseThrow(), Optional.empty());
    }

    /** Its module's name. */
    String name() {
        return header.spec().orElseThrow();
    }

    Model model() {
        return model;
    }

    /** What came of holding something against it, as it is reported. */
    Checked reported(TraceCheckResult result) {
        return new Checked.OfTrace(result, result.outcome().exitCode(), sources.of(model, result));
    }

    /** Loads it, with the constants of the scenario; to be closed. */
    RefinementCheck refinement(CommonOptions options) {
        return RefinementCheck.of(model, options.tlc(), header.constants(), scenario.protocol());
    }
}
