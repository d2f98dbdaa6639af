package dev.plumb.core.tlc;

import dev.plumb.kernel.api.Counts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much TLC visited.
 *
 * @param generated states, as often as they were reached
 * @param distinct states
 * @param queued states that were left to visit
 * @param depth number of states of the longest of the shortest behaviours; 0 if TLC did not say
 * @param taken how often each action was taken; empty where that was not counted
 * @param fresh how often each action led to a state that had not been reached before; empty where that was not counted
 * @param outDegree how many new states a state leads to; empty if TLC did not say
 */
public record Statistics(
        long generated,
        long distinct,
        long queued,
        int depth,
        SortedMap<String, Long> taken,
        SortedMap<String, Long> fresh,
        Optional<OutDegree> outDegree) {
    private static final Pattern COUNTS = Pattern.compile("([\\d,.]+) states generated(?: \\([^)]*\\))?,"
            + " ([\\d,.]+) distinct states found(?: \\([^)]*\\))?(?:, ([\\d,.]+) states left on queue)?");
    private static final Pattern SIMULATED =
            Pattern.compile("number of states generated: ([\\d,.]+)|(\\d[\\d,.]*) states (?:generated|checked)");
    private static final Pattern DEPTH = Pattern.compile("depth of the complete state graph search is ([\\d,.]+)");
    private static final Pattern TAKEN = Pattern.compile("<(\\S+) .*>: ([\\d,.]+):([\\d,.]+)", Pattern.DOTALL);
    private static final Pattern OUT_DEGREE =
            Pattern.compile("average outdegree .* is (\\d+) \\(minimum is (\\d+), the maximum (\\d+) and the 95th"
                    + " percentile is (\\d+)\\)");

    /** How many new states a state leads to. */
    public record OutDegree(int average, int minimum, int maximum, int percentile95) {}

    /** Counts alone. */
    public Statistics(long generated, long distinct, long queued, int depth) {
        this(generated, distinct, queued, depth, new TreeMap<>(), new TreeMap<>(), Optional.empty());
    }

    /** The final statistics, else how far TLC was last seen to have come; empty if it came nowhere. */
    public static Optional<Statistics> of(TlcRun run) {
        return last(run.with(2199, 2204, 2209, 2210))
                .flatMap(message -> counts(message.text()).map(counts -> withRest(counts, run)))
                .or(() -> run.counts().map(Statistics::of));
    }

    private static Statistics of(Counts counts) {
        return new Statistics(counts.generated(), counts.distinct(), counts.queued(), counts.depth());
    }

    private static Optional<Statistics> counts(String text) {
        Matcher counts = COUNTS.matcher(text);
        if (counts.find()) {
            long queued = counts.group(3) == null ? 0 : number(counts.group(3));
            return Optional.of(new Statistics(number(counts.group(1)), number(counts.group(2)), queued, 0));
        }
        Matcher simulated = SIMULATED.matcher(text);
        return simulated.find()
                ? Optional.of(new Statistics(number(simulated.group(simulated.group(1) == null ? 2 : 1)), 0, 0, 0))
                : Optional.empty();
    }

    private static Statistics withRest(Statistics counts, TlcRun run) {
        int depth = last(run.with(2194))
                .map(message -> DEPTH.matcher(message.text()))
                .filter(Matcher::find)
                .map(m -> (int) number(m.group(1)))
                .orElse(0);
        return new Statistics(
                counts.generated, counts.distinct, counts.queued, depth, taken(run, 3), taken(run, 2), outDegree(run));
    }

    private static SortedMap<String, Long> taken(TlcRun run, int group) {
        SortedMap<String, Long> taken = new TreeMap<>();
        run.with(2772).stream()
                .map(message -> TAKEN.matcher(message.text()))
                .filter(Matcher::find)
                .forEach(m -> taken.merge(m.group(1), number(m.group(group)), Math::max));
        return taken;
    }

    /** Actions that were never taken, where that was counted. */
    public List<String> neverTaken() {
        return taken.entrySet().stream()
                .filter(action -> action.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Optional<OutDegree> outDegree(TlcRun run) {
        return last(run.with(2268))
                .map(message -> OUT_DEGREE.matcher(message.text()))
                .filter(Matcher::find)
                .map(m -> new OutDegree(
                        integer(m.group(1)), integer(m.group(2)), integer(m.group(3)), integer(m.group(4))));
    }

    private static Optional<ToolMessage> last(List<ToolMessage> messages) {
        return messages.isEmpty() ? Optional.empty() : Optional.of(messages.get(messages.size() - 1));
    }

    private static int integer(String text) {
        return (int) number(text);
    }

    private static long number(String text) {
        return Long.parseLong(text.replaceAll("\\D", ""));
    }
}
