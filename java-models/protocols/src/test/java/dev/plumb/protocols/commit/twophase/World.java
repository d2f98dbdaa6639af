package dev.plumb.protocols.commit.twophase;

import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.Effect;
import dev.plumb.simulation.Input;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/** The nodes in memory: what is under way arrives in whichever order the test chooses. */
final class World {
    private final Setup setup;
    private final boolean timersRunOut;
    private final Member<Coordinator.State> coordinator;
    private final SortedMap<String, Member<ResourceManager.State>> resourceManagers = new TreeMap<>();
    private final List<UnderWay> underWay = new ArrayList<>();
    final List<SpecStep> notes = new ArrayList<>();
    final SortedSet<String> finished = new TreeSet<>();

    private record UnderWay(String to, Input input) {}

    private static final class Member<S> {
        private final Node<S> node;
        private S state;

        Member(Node<S> node) {
            this.node = node;
            this.state = node.boot();
        }

        Step<S> take(Input input) {
            Step<S> step = node.on(state, input);
            state = step.state();
            return step;
        }
    }

    World(Setup setup, boolean timersRunOut) {
        this.setup = setup;
        this.timersRunOut = timersRunOut;
        this.coordinator = new Member<>(new Coordinator(setup));
        setup.resourceManagers().forEach(rm -> resourceManagers.put(rm, new Member<>(new ResourceManager(rm, setup))));
        take(Setup.COORDINATOR, new Input.Start());
    }

    /** Delivers everything; {@code choose} gives an index below its argument. */
    World run(IntUnaryOperator choose) {
        while (!underWay.isEmpty()) {
            UnderWay next = underWay.remove(choose.applyAsInt(underWay.size()));
            take(next.to(), next.input());
        }
        return this;
    }

    /** Delivers everything in the order in which it was sent. */
    World run() {
        return run(size -> 0);
    }

    private void take(String name, Input input) {
        Step<?> step = name.equals(Setup.COORDINATOR)
                ? coordinator.take(input)
                : resourceManagers.get(name).take(input);
        notes.addAll(step.notes());
        step.effects().forEach(effect -> perform(name, effect));
    }

    private void perform(String from, Effect effect) {
        if (effect instanceof Effect.Send send) {
            underWay.add(new UnderWay(send.to(), new Input.Deliver(from, send.payload())));
        } else if (effect instanceof Effect.StartTimer timer && timersRunOut) {
            underWay.add(new UnderWay(from, new Input.Timer(timer.name())));
        } else if (effect instanceof Effect.Finish) {
            finished.add(from);
        }
    }

    Coordinator.TmState outcome(String tx) {
        return coordinator.state.of(tx).tmState();
    }

    List<ResourceManager.RmState> rmStates(String tx) {
        return resourceManagers.values().stream().map(rm -> rm.state.of(tx)).toList();
    }

    /** The actions of this run, in their order. */
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
