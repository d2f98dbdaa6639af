package dev.plumb.simulation.commands;

import dev.plumb.cli.CommonOptions;
import dev.plumb.core.Model;
import dev.plumb.core.RefinementCheck;
import dev.plumb.core.SpecLocator;
import dev.plumb.simulation.drive.Scenario;
import java.util.Optional;

/** The specification of a scenario's protocol. */
record SpecOf(Scenario scenario) {

    /** Its module's name. */
    String name() {
        return scenario.deployment().header().spec().orElseThrow();
    }

    Model model() {
        return new SpecLocator(CommonOptions.homes()).forTraces(name(), Optional.empty());
    }

    /** Loads it, with the constants of the scenario; to be closed. */
    RefinementCheck refinement(CommonOptions options) {
        return RefinementCheck.of(
                model(), options.tlc(), scenario.deployment().header().constants(), scenario.protocol());
    }
}
