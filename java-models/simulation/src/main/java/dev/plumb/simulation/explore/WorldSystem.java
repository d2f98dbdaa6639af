package dev.plumb.simulation.explore;

import dev.plumb.refinement.TransitionSystem;
import dev.plumb.simulation.drive.RunLog;
import dev.plumb.simulation.world.Chooser;
import dev.plumb.simulation.world.Happened;
import dev.plumb.simulation.world.Link;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.NodeState;
import dev.plumb.simulation.world.Stepped;
import dev.plumb.simulation.world.World;
import dev.plumb.simulation.world.WorldOptions.Network;
import dev.plumb.simulation.world.WorldState;
import dev.plumb.simulation.world.WorldState.InFlight;
import dev.plumb.traces.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.pcollections.PVector;

/** A simulated world as a system: its steps are all that can happen next, each in every way that can be chosen. */
public final class WorldSystem implements TransitionSystem<WorldState> {
    private final World world;
    private final boolean isOrdered;
    private final ThreadLocal<KnownPrints> knownPrints = ThreadLocal.withInitial(KnownPrints::new);

    public WorldSystem(World world) {
        this.world = world;
        this.isOrdered = world.options().network() == Network.FIFO;
    }

    /** What happened in a step. */
    public record Event(Happened happened) {
        @Override
        public String toString() {
            return RunLog.text(happened);
        }
    }

    /** The steps in which such a move happens, for fairness: {@code Fairness.weak(WorldSystem.moves(...))}. */
    public static Fairness.Steps<WorldState> moves(Predicate<Move> meant) {
        return (from, action, to) -> meant.test(((Event) action).happened().move());
    }

    /** Nothing stops while there is something that can happen, faults aside. */
    public static Fairness<WorldState> progress() {
        return Fairness.weak(moves(move -> !(move instanceof Move.Faulty)));
    }

    @Override
    public List<WorldState> initialStates() {
        List<WorldState> states = new ArrayList<>();
        EveryChoice.of(world::initial, begun -> states.add(begun.next()));
        return states;
    }

    @Override
    public void steps(WorldState from, BiConsumer<Object, WorldState> step) {
        world.moves(from).forEach(move -> take(from, move, step));
        world.faults(from).forEach(move -> take(from, move, step));
    }

    private void take(WorldState from, Move move, BiConsumer<Object, WorldState> step) {
        EveryChoice.<Stepped>of(
                chooser -> taken(from, move, chooser), taken -> step.accept(new Event(taken.happened()), taken.next()));
    }

    /**
     * What happens if this comes next.
     *
     * @throws StepFailure if a node throws something
     */
    public Stepped taken(WorldState from, Move move, Chooser chooser) {
        try {
            return world.take(from, move, chooser);
        } catch (Problem notOfTheNodes) {
            throw notOfTheNodes;
        } catch (RuntimeException thrown) {
            throw new StepFailure(new Event(world.asked(from, move)), thrown);
        }
    }

    /**
     * A state's fingerprint. Where messages may overtake each other, in which order they were sent makes no difference to what
     * can happen.
     */
    public long fingerprint(WorldState state) {
        KnownPrints known = knownPrints.get();
        long print = 0;
        for (NodeState node : state.nodes().values()) {
            print = Fingerprints.then(print, known.of(node));
        }
        print = Fingerprints.then(print, known.of(state.network(), each -> network(each, known)));
        print = Fingerprints.then(print, known.of(state.blocked()));
        print = Fingerprints.then(print, known.of(state.clients()));
        print = Fingerprints.then(print, known.of(state.budget()));
        return Fingerprints.then(print, state.nowMillis());
    }

    private long network(Map<Link, PVector<InFlight>> network, KnownPrints known) {
        long sum = 0;
        for (Map.Entry<Link, PVector<InFlight>> link : network.entrySet()) {
            long messages = known.of(link.getValue(), each -> isOrdered ? Fingerprints.of(each) : bag(each, known));
            sum += Fingerprints.then(known.of(link.getKey()), messages);
        }
        return sum;
    }

    private static long bag(PVector<InFlight> messages, KnownPrints known) {
        long sum = 0;
        for (InFlight message : messages) {
            sum += known.of(message);
        }
        return sum;
    }
}
