package dev.plumb.simulation.drive;

import dev.plumb.simulation.world.Link;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.simulation.world.WorldOptions.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The messages under way in a world, at the same places as there, with something that the world does not know of.
 *
 * @param <M> a message
 * @param <T> what it has with it
 */
public final class UnderWay<M, T> {
    private final SortedMap<Link, List<Tagged<M, T>>> links = new TreeMap<>();
    private final boolean grows;
    private final boolean holdsOnce;

    /** A message and what it has with it. */
    public record Tagged<M, T>(M message, T tag) {}

    public UnderWay(WorldOptions options) {
        this.grows = options.network() == Network.GROWING;
        this.holdsOnce = grows && !options.timed();
    }

    /** A message is sent. */
    public void add(Link link, M message, T tag) {
        List<Tagged<M, T>> messages = on(link);
        if (!holdsOnce || messages.stream().noneMatch(before -> before.message().equals(message))) {
            messages.add(new Tagged<>(message, tag));
        }
    }

    /** A message arrives. */
    public Tagged<M, T> take(Move.Deliver delivery) {
        List<Tagged<M, T>> messages = on(delivery.link());
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

    private List<Tagged<M, T>> on(Link link) {
        return links.computeIfAbsent(link, none -> new ArrayList<>());
    }
}
