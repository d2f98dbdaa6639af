package dev.plumb.histories.order;

import dev.plumb.histories.Call;
import dev.plumb.histories.Contradiction;
import dev.plumb.histories.objects.Register;
import dev.plumb.histories.objects.SequentialSpec;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The calls of a register in which no value is written twice. For those it is known which write a read has seen, and that
 * decides in n log n steps whether they are linearizable, however many are under way at a time (Gibbons and Korach, Testing
 * Shared Memories, 1997, section 3).
 *
 * <p>A write and the reads of its value must take effect without others in between. Their <em>zone</em> lies between the
 * first end and the last start among them. Where the first end comes first, the value was there all that time, so that two
 * such zones must not overlap. Where the last start comes first, all of them were under way between, and can take effect at
 * any moment of the zone: one of those must be free.
 */
final class Zones {
    private static final long BEFORE_ALL = Long.MIN_VALUE;

    private final List<Call> unwritten = new ArrayList<>();
    private final List<Zone> zones = new ArrayList<>();

    /**
     * What belongs to one value.
     *
     * @param calls its write, unless it is the initial value, and then its reads by their start
     */
    private record Zone(TlaValue value, List<Call> calls, long firstEnd, long lastStart) {

        boolean isForward() {
            return firstEnd < lastStart;
        }

        /** Whether each was seen after the other. */
        boolean excludes(Zone other) {
            return firstEnd < other.lastStart && other.firstEnd < lastStart;
        }

        /** Its write, and the calls that make the zone what it is. */
        Stream<Call> bounds() {
            return calls.stream()
                    .filter(call -> call.equals(calls.get(0)) || call.end() == firstEnd || call.start() == lastStart);
        }
    }

    private Zones() {}

    /** Empty if not all are calls of a register of which it is known which write a read has seen. */
    static Optional<Zones> of(SequentialSpec<?> object, List<Call> calls) {
        if (!(object instanceof Register register) || !calls.stream().allMatch(Zones::isClear)) {
            return Optional.empty();
        }
        Map<TlaValue, List<Call>> byValue = new LinkedHashMap<>(Map.of(register.init(), new ArrayList<>()));
        for (Call call : calls) {
            if (isWrite(call) && byValue.put(call.arguments().get(0), new ArrayList<>(List.of(call))) != null) {
                return Optional.empty();
            }
        }
        Zones zones = new Zones();
        calls.stream()
                .filter(Call::hasReturned)
                .filter(call -> !isWrite(call))
                .forEach(read -> zones.add(read, byValue));
        byValue.forEach((value, some) -> zones.add(value, some));
        return Optional.of(zones);
    }

    private static boolean isWrite(Call call) {
        return call.operation().equals("write");
    }

    private static boolean isClear(Call call) {
        boolean isRead = call.operation().equals("read")
                && (call.isUnanswered() || call.result().isPresent());
        return call.start() > BEFORE_ALL && (isWrite(call) || isRead);
    }

    private void add(Call read, Map<TlaValue, List<Call>> byValue) {
        Optional.ofNullable(byValue.get(read.result().orElseThrow()))
                .ifPresentOrElse(calls -> calls.add(read), () -> unwritten.add(read));
    }

    private void add(TlaValue value, List<Call> calls) {
        if (calls.isEmpty() || (calls.size() == 1 && calls.get(0).isUnanswered())) {
            return; // nobody has seen it
        }
        calls.sort(Comparator.comparing((Call call) -> !isWrite(call)).thenComparingLong(Call::start));
        long firstEnd = isWrite(calls.get(0))
                ? calls.stream().mapToLong(Call::end).min().orElseThrow()
                : BEFORE_ALL;
        long lastStart = calls.stream().mapToLong(Call::start).max().orElseThrow();
        zones.add(new Zone(value, List.copyOf(calls), firstEnd, lastStart));
    }

    /** An order in which the calls can have taken effect; empty if there is none. */
    Optional<List<Call>> order() {
        if (contradiction().isPresent()) {
            return Optional.empty();
        }
        NavigableMap<Long, Zone> forward = new TreeMap<>();
        zones.stream().filter(Zone::isForward).forEach(zone -> forward.put(zone.firstEnd(), zone));
        return Optional.of(zones.stream()
                .sorted(Comparator.comparingLong((Zone zone) -> moment(zone, forward))
                        .thenComparing(Zone::isForward))
                .flatMap(zone -> zone.calls().stream())
                .toList());
    }

    /** When it begins to take effect: the rest of it comes before the next moment of another. */
    private static long moment(Zone zone, NavigableMap<Long, Zone> forward) {
        if (zone.isForward()) {
            return zone.firstEnd();
        }
        Map.Entry<Long, Zone> before = forward.lowerEntry(zone.lastStart());
        return before == null
                ? zone.lastStart()
                : Math.max(zone.lastStart(), before.getValue().lastStart());
    }

    /** A few calls that cannot be put in order; empty if all can. */
    Optional<Contradiction> contradiction() {
        return Stream.of(
                        unwritten.stream().map(Zones::unwritten), zones.stream().flatMap(Zones::early), overlaps())
                .flatMap(some -> some)
                .findFirst();
    }

    private static Contradiction unwritten(Call read) {
        return contradiction(
                read.text() + " by " + read.client() + " returns a value that nobody wrote.", List.of(read));
    }

    private static Stream<Contradiction> early(Zone zone) {
        Call write = zone.calls().get(0);
        return zone.calls().stream()
                .filter(read -> isWrite(write) && read.precedes(write))
                .map(read -> contradiction(
                        read.text() + " by " + read.client() + " had ended before that value was written.",
                        List.of(read, write)));
    }

    /** Of forward zones in order, one that overlaps another overlaps its neighbour. */
    private Stream<Contradiction> overlaps() {
        NavigableMap<Long, Zone> forward = new TreeMap<>();
        List<Contradiction> overlaps = new ArrayList<>();
        Stream<Zone> forwardFirst = zones.stream()
                .sorted(Comparator.comparing((Zone zone) -> !zone.isForward()).thenComparingLong(Zone::firstEnd));
        forwardFirst.forEach(zone -> {
            Map.Entry<Long, Zone> before =
                    zone.isForward() ? forward.lastEntry() : forward.lowerEntry(zone.lastStart());
            if (before != null && zone.excludes(before.getValue())) {
                overlaps.add(overlap(before.getValue(), zone));
            }
            if (zone.isForward()) {
                forward.put(zone.firstEnd(), zone);
            }
        });
        return overlaps.stream();
    }

    private static Contradiction overlap(Zone one, Zone other) {
        return contradiction(
                "Each of " + one.value() + " and " + other.value()
                        + " was in the register after the other, though no value was written twice.",
                Stream.concat(one.bounds(), other.bounds())
                        .sorted(Comparator.comparingInt(Call::number))
                        .toList());
    }

    private static Contradiction contradiction(String sentence, List<Call> calls) {
        return Contradiction.of(sentence, calls, Explanation.realTime(calls));
    }
}
