package dev.plumb.simulation.world;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong. A {@link World} has a budget for each kind. */
public enum Fault {
    /** A node stops, and loses its memory and what it had not synced. */
    CRASH,
    /** A node crashes while it writes: the first components of its disk's record are new, the others old. */
    TORN_WRITE,
    /** A disk says that it has synced, and has not. */
    LOST_WRITE,
    /** A sync fails. */
    IO_ERROR,
    /** A sync fails because there is no room. */
    FULL_DISK,
    /** A message is lost. */
    LOSS,
    /** A message arrives twice. */
    DUPLICATE,
    /** A link is blocked, in one direction, for a while. */
    PARTITION,
    /** A node does nothing for a while, and does not notice. */
    PAUSE,
    /** A node's clock jumps by more than its uncertainty. */
    SKEW,
    /** A node's clock runs too fast or too slow, by five in a thousand. */
    DRIFT,
    /** From now on, messages and syncs take a node many times as long as others. */
    SLOW,
    /** A Byzantine node sends one of the messages that the world lets it forge. */
    FORGE;

    /** As the command line spells it, {@code torn-write} for instance. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fault with this {@link #text}, if there is one. */
    public static Optional<Fault> named(String text) {
        return Arrays.stream(values())
                .filter(fault -> fault.text().equals(text))
                .findFirst();
    }
}
