package dev.plumb.simulation.drive;

import dev.plumb.simulation.world.Happened;
import dev.plumb.simulation.world.Happened.Act;
import java.util.ArrayList;
import java.util.List;

/** A run as text: a line for what happened, and below it what the nodes did about it. */
public final class RunLog {
    private RunLog() {}

    /** The lines of this run. */
    public static List<String> of(Run run) {
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (Happened happened : run.steps()) {
            lines.add(number++ + "  " + text(happened));
            for (Act act : happened.acts()) {
                act.notes()
                        .forEach(note -> lines.add("       " + act.node() + " takes " + note.action()
                                + note.arguments().values()
                                + note.run().map(name -> " of " + name).orElse("")
                                + note.at().map(at -> " [" + at + "]").orElse("")));
                act.effects().forEach(effect -> lines.add("       " + act.node() + " " + Words.of(effect)));
            }
        }
        run.violation().ifPresent(violation -> lines.add(violation.text()));
        return lines;
    }

    /** What happened, in a line. */
    public static String text(Happened happened) {
        return Words.of(happened);
    }
}
