package dev.plumb.core;

import dev.plumb.traces.Event;
import dev.plumb.traces.Trace.Part;
import dev.plumb.traces.Trace.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Runs with a fault. What an event waits for is counted in events of each part, so that a count that reaches behind an event
 * which is no longer there, or is there twice, changes with it.
 */
final class Perturbed {
    private final List<List<Event>> events = new ArrayList<>();
    private final List<List<int[]>> needs = new ArrayList<>();
    private final Run run;

    private Perturbed(Run run) {
        this.run = run;
        for (Part part : run.parts()) {
            events.add(new ArrayList<>(part.events()));
            List<int[]> copies = new ArrayList<>();
            part.needs().forEach(each -> copies.add(each.clone()));
            needs.add(copies);
        }
    }

    private Run run() {
        List<Part> parts = new ArrayList<>();
        for (int part = 0; part < events.size(); part++) {
            parts.add(new Part(run.parts().get(part).process(), events.get(part), needs.get(part)));
        }
        return new Run(run.name(), parts);
    }

    static Run without(Run run, int part, int position) {
        Perturbed copy = new Perturbed(run);
        copy.events.get(part).remove(position);
        copy.needs.get(part).remove(position);
        copy.shift(part, position, -1);
        return copy.run();
    }

    static Run withTwice(Run run, int part, int position) {
        Perturbed copy = new Perturbed(run);
        copy.shift(part, position, 1);
        copy.events.get(part).add(position + 1, copy.events.get(part).get(position));
        int[] second = run.parts().get(part).needs().get(position).clone();
        second[part]++;
        copy.needs.get(part).add(position + 1, second);
        return copy.run();
    }

    /** Whoever waited for the event at a position, or for a later one of its part, waits for so many events more. */
    private void shift(int part, int position, int more) {
        for (List<int[]> ofPart : needs) {
            for (int[] each : ofPart) {
                if (each[part] > position) {
                    each[part] += more;
                }
            }
        }
    }

    /** With the event after this one in its part before it. */
    static Run swapped(Run run, int part, int position) {
        Perturbed copy = new Perturbed(run);
        List<Event> of = copy.events.get(part);
        of.set(position, of.set(position + 1, of.get(position)));
        return copy.run();
    }

    /** With an event not waiting for one that was right before it, but the other way round. */
    static Run reversed(Run run, int part, int position, int laterPart, int later) {
        Perturbed copy = new Perturbed(run);
        copy.needs.get(laterPart).get(later)[part] = position;
        int[] ofEarlier = copy.needs.get(part).get(position);
        ofEarlier[laterPart] = Math.max(ofEarlier[laterPart], later + 1);
        return copy.run();
    }

    static Run changed(Run run, int part, int position, UnaryOperator<Event> change) {
        Perturbed copy = new Perturbed(run);
        List<Event> of = copy.events.get(part);
        of.set(position, change.apply(of.get(position)));
        return copy.run();
    }
}
