package dev.plumb.simulation.commands;

import dev.plumb.cli.ExitCodes;
import dev.plumb.simulation.drive.Scenario;
import java.util.ArrayList;
import java.util.List;

/** What came of one run after the other, of which only the last is shown. */
final class RunTally {
    private final Scenario scenario;
    private final List<Integer> codes = new ArrayList<>();
    private int stopped;
    private int notJudged;

    RunTally(Scenario scenario) {
        this.scenario = scenario;
    }

    /** @param exitCode the one that it alone would have */
    void add(Judged judged, int exitCode) {
        codes.add(exitCode);
        if (!judged.run().isComplete()) {
            stopped++;
        } else if (exitCode != 0 && judged.run().violation().isEmpty()) {
            notJudged++;
        }
    }

    /** A line for each kind of run that shows less than it should. */
    List<String> text() {
        List<String> lines = new ArrayList<>();
        if (stopped > 0) {
            lines.add(stopped + of() + (stopped == 1 ? " was" : " were")
                    + " stopped: --steps lets them go on for longer.");
        }
        if (notJudged > 0) {
            lines.add(notJudged + of() + " could not be judged, or showed nothing.");
        }
        return lines;
    }

    private String of() {
        return " of " + ScenarioOptions.count(codes.size(), "run");
    }

    String json() {
        return JsonLine.of(scenario, out -> {
            out.writeNumberField("runs", codes.size());
            out.writeNumberField("stopped", stopped);
            out.writeNumberField("notJudged", notJudged);
        });
    }

    /** The worst of all. */
    int exitCode() {
        return ExitCodes.worst(codes);
    }
}
