package dev.plumb.simulation.drive;

import dev.plumb.refinement.Stamp;
import dev.plumb.simulation.world.Link;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.simulation.world.WorldOptions.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The messages under way in a world, at the same places as there, with the stamps that the world does not know of.
 *
 * @param <M> a message
 */
public final class UnderWay<M> {
    private final SortedMap<Link, List<Stamped<M>>> links = new TreeMap<>();
    private final boolean grows;
    private final boolean holdsOnce;

    /** A message and its sender's stamp. */
    public record Stamped<M>(M message, Stamp stamp) {}

    public UnderWay(WorldOptions options) {
        this.grows = options.network() == Network.GROWING;
        this.holdsOnce = grows && !options.timed();
    }

    /** A message is sent. */
    public void add(Link link, M message, Stamp stamp) {
        List<Stamped<M>> messages = on(link);
        if (!holdsOnce || messages.stream().noneMatch(before -> before.message().equals(message))) {
            messages.add(new Stamped<>(message, stamp));
        }
    }

    /** A message arrives. */
    public Stamped<M> take(Move.Deliver delivery) {
        List<Stamped<M>> messages = on(delivery.link());
        return grows ? messages.get(delivery.index()) : messages.remove(delivery.index());
    }

    /** What goes wrong with messages, if that is what goes wrong. */
    public void suffer(Move move) {
        if (move instanceof Move.Lose loss) {
            on(loss.link()).remove(loss.index());
        } else if (move instanceof Move.Duplicate twice) {
            on(twice.link()).add(on(twice.link()).get(twice.index()));
        }
    }

    private List<Stamped<M>> on(Link link) {
        return links.computeIfAbsent(link, none -> new ArrayList<>());
    }
}
