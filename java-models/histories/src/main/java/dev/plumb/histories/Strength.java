package dev.plumb.histories;

import dev.plumb.histories.objects.SequentialSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How much a history can show at all. Where one client calls after the other nearly every service looks right.
 *
 * @param concurrencyMax calls that were under way at the same time, at most; an answer that never came is waited for for
 *     ever
 * @param concurrencyMean of the calls under way whenever one began, itself included
 * @param reads how often something was read of which it is known what was seen; a call may read several things
 * @param openReads those that could have seen either of two updates or more, whatever they returned
 * @param realTimeEdges pairs of calls of which one had ended when the other began
 */
public record Strength(
        int calls,
        int unanswered,
        int concurrencyMax,
        double concurrencyMean,
        int reads,
        int openReads,
        long realTimeEdges) {

    /** What a history must have at least, lest it be no test. */
    public record Minimum(int concurrencyMax, double concurrencyMean, double openReadShare, long realTimeEdges) {
        public static final Minimum NONE = new Minimum(0, 0, 0, 0);
    }

    /** The strength of a history of calls of such an object, in which calls that failed do not count. */
    public static Strength of(History history, SequentialSpec<?> object) {
        List<Call> calls =
                history.calls().stream().filter(call -> !call.hasFailed()).toList();
        long[] starts = calls.stream().mapToLong(Call::start).sorted().toArray();
        long[] ends = calls.stream().mapToLong(Call::end).sorted().toArray();
        int[] underWay = calls.stream()
                .mapToInt(call -> upTo(starts, call.start()) - before(ends, call.start()))
                .toArray();
        Collection<Accesses> accesses = accesses(calls, object);
        return new Strength(
                calls.size(),
                (int) calls.stream().filter(Call::isUnanswered).count(),
                Arrays.stream(underWay).max().orElse(0),
                Arrays.stream(underWay).average().orElse(0),
                accesses.stream().mapToInt(each -> each.reads.size()).sum(),
                accesses.stream().mapToInt(Accesses::openReads).sum(),
                calls.stream().mapToLong(call -> before(ends, call.start())).sum());
    }

    private static Collection<Accesses> accesses(List<Call> calls, SequentialSpec<?> object) {
        Map<List<Object>, Accesses> accesses = new HashMap<>();
        for (Call call : calls) {
            for (SequentialSpec.Access access : object.accesses(call)) {
                Accesses all = accesses.computeIfAbsent(List.of(call.key(), access.part()), key -> new Accesses());
                if (access.isUpdate()) {
                    all.updates.add(call);
                } else if (call.result().isPresent()) {
                    all.reads.add(call);
                }
            }
        }
        return accesses.values();
    }

    /** The calls that read or update one thing. */
    private static final class Accesses {
        private final List<Call> reads = new ArrayList<>();
        private final Set<Call> updates = new LinkedHashSet<>();

        int openReads() {
            Updates all = new Updates(updates);
            return (int) reads.stream()
                    .filter(read -> all.candidates(read) - (updates.contains(read) ? 1 : 0) > 1)
                    .count();
        }
    }

    /** When something was updated. */
    private static final class Updates {
        private final long[] starts;
        private final long[] ends;

        /** For each of {@link #ends} the last start of the updates that ended until then. */
        private final long[] lastStarts;

        Updates(Collection<Call> updates) {
            starts = updates.stream().mapToLong(Call::start).sorted().toArray();
            ends = updates.stream().mapToLong(Call::end).sorted().toArray();
            lastStarts = updates.stream()
                    .sorted((a, b) -> Long.compare(a.end(), b.end()))
                    .mapToLong(Call::start)
                    .toArray();
            for (int i = 1; i < lastStarts.length; i++) {
                lastStarts[i] = Math.max(lastStarts[i], lastStarts[i - 1]);
            }
        }

        /** The updates, or the initial value, after which none lies that was surely over before the read. */
        int candidates(Call read) {
            int over = before(ends, read.start());
            int begun = upTo(starts, read.end());
            return over == 0 ? begun + 1 : begun - before(ends, lastStarts[over - 1]);
        }
    }

    /** How many of the sorted times lie before {@code time}. */
    private static int before(long[] sorted, long time) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < time) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static int upTo(long[] sorted, long time) {
        return time == Answer.NEVER ? sorted.length : before(sorted, time + 1);
    }

    public double openReadShare() {
        return reads == 0 ? 0 : (double) openReads / reads;
    }

    /** What a history of this strength lacks, in a sentence; empty if nothing. */
    public Optional<String> lack(Minimum minimum) {
        if (concurrencyMax < minimum.concurrencyMax()) {
            return lacks("At most %d calls were under way at a time", concurrencyMax, "%d", minimum.concurrencyMax());
        } else if (concurrencyMean < minimum.concurrencyMean()) {
            return lacks("%.2f calls were under way on average", concurrencyMean, "%.2f", minimum.concurrencyMean());
        } else if (openReadShare() < minimum.openReadShare()) {
            return lacks(
                    "%.0f %% of the reads could have seen different updates",
                    100 * openReadShare(), "%.0f %%", 100 * minimum.openReadShare());
        } else if (realTimeEdges < minimum.realTimeEdges()) {
            return lacks("%d pairs of calls were ordered by time", realTimeEdges, "%d", minimum.realTimeEdges());
        }
        return Optional.empty();
    }

    private static Optional<String> lacks(String what, Object actual, String format, Object wanted) {
        return Optional.of(String.format(
                Locale.ROOT, what + ", where " + format + " are asked for: the history is too weak.", actual, wanted));
    }

    /** In a few words each. */
    public List<String> inWords() {
        return List.of(
                calls + " calls" + (unanswered == 0 ? "" : ", " + unanswered + " unanswered"),
                String.format(Locale.ROOT, "%.1f at a time (at most %d)", concurrencyMean, concurrencyMax),
                openReads + " of " + reads + " reads with several candidates",
                realTimeEdges + " pairs ordered by time");
    }

    Map<String, Number> byName() {
        Map<String, Number> byName = new LinkedHashMap<>();
        byName.put("unanswered", unanswered);
        byName.put("concurrencyMax", concurrencyMax);
        byName.put("concurrencyMean", concurrencyMean);
        byName.put("reads", reads);
        byName.put("openReads", openReads);
        byName.put("realTimeEdges", realTimeEdges);
        return byName;
    }
}
