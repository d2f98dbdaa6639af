package dev.plumb.simulation.drive;

import dev.plumb.simulation.world.Chooser;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.RandomChooser;
import dev.plumb.simulation.world.World;
import dev.plumb.simulation.world.WorldState;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Probabilistic concurrency testing: each link, disk, client and set of timers has a random priority, what has the highest
 * comes first, and at {@code changes} random steps what would have come falls behind all others. It finds a bug that needs
 * d orderings with a probability of at least 1/(n k^(d-1)) for n actors and k steps, where plain random choices may need
 * exponentially many runs.
 *
 * <p>Source: S. Burckhardt, P. Kothari, M. Musuvathi, S. Nagarakatte, "A Randomized Scheduler with Probabilistic Guarantees
 * of Finding Bugs", ASPLOS 2010. For worlds without time; in one with time, what is due first comes first.
 */
final class Pct implements Watching {
    private final World world;
    private final SplittableRandom random;
    private final Chooser others;
    private final SortedSet<Integer> changes = new TreeSet<>();
    private final SortedMap<String, Integer> priorities = new TreeMap<>();
    private List<Move> moves = List.of();
    private int step;
    private int lowest;

    /** Chooses for runs of about so many steps, with so many changes of priority. */
    Pct(World world, long seed, int changes, int steps) {
        this.world = world;
        this.random = new SplittableRandom(seed);
        this.others = new RandomChooser(seed);
        while (this.changes.size() < Math.min(changes, steps)) {
            this.changes.add(random.nextInt(steps));
        }
    }

    @Override
    public void watch(WorldState state) {
        moves = world.moves(state);
        step++;
    }

    @Override
    public int pick(Choice choice, int n) {
        if (choice != Choice.NEXT) {
            return others.pick(choice, n);
        }
        int chosen = first();
        if (!changes.isEmpty() && changes.first() <= step) {
            changes.remove(changes.first());
            priorities.put(actor(moves.get(chosen)), --lowest);
            chosen = first();
        }
        return chosen;
    }

    private int first() {
        int first = 0;
        for (int i = 1; i < moves.size(); i++) {
            if (priority(moves.get(i)) > priority(moves.get(first))) {
                first = i;
            }
        }
        return first;
    }

    private int priority(Move move) {
        return priorities.computeIfAbsent(actor(move), unknown -> random.nextInt(1, Integer.MAX_VALUE));
    }

    /** What would be a thread in a program: its moves have an order of their own. */
    private static String actor(Move move) {
        if (move instanceof Move.Deliver delivery) {
            return delivery.link().toString();
        } else if (move instanceof Move.RunOut timer) {
            return "timers of " + timer.node();
        }
        return move.toString();
    }
}
