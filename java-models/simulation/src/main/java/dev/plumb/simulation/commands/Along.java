package dev.plumb.simulation.commands;

import dev.plumb.cli.CommonOptions;
import dev.plumb.cli.ExitCodes;
import dev.plumb.core.Model;
import dev.plumb.core.Outcome;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.drive.SimulationProblems;
import dev.plumb.simulation.drive.SpecPath;
import dev.plumb.traces.TlaValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** How far the code goes along with a behaviour that TLC finds for a model of its specification. */
record Along(String model, int states, SpecPath.Followed followed) {
    private static final int SEARCH_MAX = 500_000;

    /** Has TLC find a behaviour, the code follow it. */
    static Along of(String model, Scenario scenario, CommonOptions options, Path folder) throws IOException {
        List<SortedMap<String, TlaValue>> behaviour = TlcRun.of(found(model, scenario), options, folder)
                .counterexample()
                .orElseThrow(() -> SimulationProblems.noBehaviour(model))
                .steps()
                .stream()
                .map(step -> step.state())
                .toList();
        return new Along(model, behaviour.size(), new SpecPath(scenario, SEARCH_MAX).follow(behaviour));
    }

    /** One of another specification has nothing to say about the code. */
    private static Model found(String config, Scenario scenario) {
        SpecOf spec = new SpecOf(scenario);
        Path module = spec.model().module();
        Model model = TlcRun.model(config);
        if (!model.isOf(module)) {
            List<String> known =
                    CommonOptions.specs()
                            .models(String.valueOf(module.toAbsolutePath().getParent()), Optional.empty())
                            .stream()
                            .filter(each -> each.isOf(module))
                            .map(Model::name)
                            .toList();
            throw SimulationProblems.modelOfAnotherSpec(config, spec.name(), known);
        }
        return model;
    }

    Run run() {
        return followed.run();
    }

    /** {@code along MCTwoPhase_ReachCommitted.cfg: 8 of 8 states}. */
    String text() {
        return "along " + model + ": " + followed.matched() + " of " + states + " states"
                + (followed.matched() == 0 ? ", not even the first (other constants?)" : "")
                + (followed.isCut() ? ", and then there was too much to try" : "");
    }

    /** What the code can do where it does not go along. */
    List<String> instead() {
        return isAll() ? List.of() : List.copyOf(followed.instead());
    }

    private boolean isAll() {
        return followed.matched() == states;
    }

    int exitCode() {
        if (isAll()) {
            return 0;
        }
        return followed.isCut() ? new Outcome.Incomplete("states").exitCode() : ExitCodes.EXPECTATION_DIFFERS;
    }
}
