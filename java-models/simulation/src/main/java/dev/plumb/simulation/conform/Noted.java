package dev.plumb.simulation.conform;

import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.world.Happened;
import dev.plumb.simulation.world.Happened.Act;
import dev.plumb.traces.Event;
import dev.plumb.traces.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What nodes note of a step of the world, as events of a trace. */
final class Noted {
    private Noted() {}

    /** An event for each step of the specification that was noted, in their order. */
    static List<Event> in(Happened happened) {
        List<Event> events = new ArrayList<>();
        for (Act act : happened.acts()) {
            act.notes().forEach(note -> events.add(event(act.node(), note)));
        }
        return events;
    }

    /** All is one behaviour, whatever runs the node tells apart. */
    private static Event event(String node, SpecStep note) {
        return new Event(
                new Source(note.at().orElse(node), 0),
                Optional.of(node),
                Optional.empty(),
                Optional.of(note.action()),
                new Event.Arguments.Named(note.arguments()),
                note.before(),
                note.state(),
                Collections.emptySortedMap(),
                note.at());
    }
}
