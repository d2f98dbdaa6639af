package dev.plumb.refinement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.plumb.traces.Problem;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a message carries so that its receipt is ordered after its sending: the sender's vector clock, immutable.
 *
 * <p>Its text is {@code r1:3,tm:1}, in characters that need no quoting in JSON or a header; it is empty where nothing was
 * recorded yet, or where recording is off.
 */
public final class Stamp {
    /** Before every event; what {@link Recorder#NONE} gives. */
    public static final Stamp NONE = new Stamp(Collections.emptySortedMap());

    private final SortedMap<String, Long> clock;

    private Stamp(SortedMap<String, Long> clock) {
        this.clock = clock;
    }

    static Stamp of(SortedMap<String, Long> clock) {
        return clock.isEmpty() ? NONE : new Stamp(Collections.unmodifiableSortedMap(new TreeMap<>(clock)));
    }

    /**
     * The stamp with this {@link #text}.
     *
     * @throws Problem if it is not the text of a stamp
     */
    public static Stamp parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        SortedMap<String, Long> clock = new TreeMap<>();
        try {
            for (String component : text.split(",", -1)) {
                int colon = component.indexOf(':');
                clock.put(
                        URLDecoder.decode(component.substring(0, colon), UTF_8),
                        Long.parseLong(component.substring(colon + 1)));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw notAStamp(text);
        }
        return of(clock);
    }

    private static Problem notAStamp(String text) {
        return new Problem(
                Problem.Kind.INPUT,
                "PLUMB-R01",
                "\"" + text + "\" is not a stamp.",
                Optional.empty(),
                "A stamp is what Stamp.text() gave, for example r1:3,tm:1. Likely cause: another field of the message.");
    }

    /** What stands in the message. */
    public String text() {
        return clock.entrySet().stream()
                .map(component -> URLEncoder.encode(component.getKey(), UTF_8) + ":" + component.getValue())
                .collect(joining(","));
    }

    SortedMap<String, Long> clock() {
        return clock;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stamp stamp && clock.equals(stamp.clock);
    }

    @Override
    public int hashCode() {
        return clock.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
