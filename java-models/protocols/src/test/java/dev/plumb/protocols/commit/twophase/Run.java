package dev.plumb.protocols.commit.twophase;

import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.Effect;
import dev.plumb.simulation.world.Chooser;
import dev.plumb.simulation.world.Stepped;
import dev.plumb.simulation.world.World;
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.simulation.world.WorldState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** One run of the nodes in a simulated world, to its end. */
final class Run {
    private static final int STEPS_MAX = 10_000;

    private final Setup setup;
    private WorldState state;
    final List<SpecStep> notes = new ArrayList<>();
    final SortedSet<String> finished = new TreeSet<>();

    private Run(Setup setup, WorldState state) {
        this.setup = setup;
        this.state = state;
    }

    static Run of(Setup setup, WorldOptions options, Chooser chooser) {
        World world = setup.world(options);
        Stepped begun = world.initial(chooser);
        Run run = new Run(setup, begun.next());
        Optional<Stepped> next = Optional.of(begun);
        for (int i = 0; next.isPresent(); i++) {
            if (i == STEPS_MAX) {
                throw new AssertionError("no end after " + i + " steps");
            }
            run.add(next.get());
            next = world.step(run.state, chooser);
        }
        return run;
    }

    private void add(Stepped stepped) {
        state = stepped.next();
        stepped.happened().acts().forEach(act -> {
            notes.addAll(act.notes());
            if (act.effects().contains(new Effect.Finish())) {
                finished.add(act.node());
            }
        });
    }

    Coordinator.TmState outcome(String tx) {
        return state.memory(Setup.COORDINATOR, Coordinator.Ballots.class).of(tx).tmState();
    }

    List<ResourceManager.RmState> rmStates(String tx) {
        return setup.resourceManagers().stream()
                .map(rm -> state.memory(rm, ResourceManager.Log.class).of(tx))
                .toList();
    }

    /** The actions of this transaction, in their order. */
    List<String> actions(String tx) {
        return stepsOf(tx).stream().map(SpecStep::action).toList();
    }

    /** Throws unless what was noted of each transaction is a behaviour of the specification. */
    void conforms() {
        for (String tx : setup.transactions()) {
            TwoPhaseSpec spec = new TwoPhaseSpec(setup.resourceManagers());
            stepsOf(tx).forEach(spec::take);
        }
    }

    private List<SpecStep> stepsOf(String tx) {
        return notes.stream()
                .filter(note -> note.run().orElseThrow().equals(tx))
                .toList();
    }
}
