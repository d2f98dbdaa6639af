package dev.plumb.core.tlc;

import java.util.List;
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
 */
public record Statistics(long generated, long distinct, long queued, int depth, SortedMap<String, Long> taken) {
    private static final Pattern COUNTS = Pattern.compile(
            "([\\d,.]+) states generated(?: \\([^)]*\\))?, ([\\d,.]+) distinct states found(?: \\([^)]*\\))?,"
                    + " ([\\d,.]+) states left on queue");
    private static final Pattern DEPTH = Pattern.compile("depth of the complete state graph search is ([\\d,.]+)");
    private static final Pattern TAKEN = Pattern.compile("<(\\S+) .*>: ([\\d,.]+):([\\d,.]+)", Pattern.DOTALL);

    /** The final statistics; empty if TLC ended before it printed them. */
    public static Optional<Statistics> of(TlcRun run) {
        return last(run.with(2199)).flatMap(message -> counts(message.text()).map(counts -> withRest(counts, run)));
    }

    /** The counts in a message of progress or of the end. */
    public static Optional<Statistics> counts(String text) {
        Matcher m = COUNTS.matcher(text);
        return m.find()
                ? Optional.of(
                        new Statistics(number(m.group(1)), number(m.group(2)), number(m.group(3)), 0, new TreeMap<>()))
                : Optional.empty();
    }

    private static Statistics withRest(Statistics counts, TlcRun run) {
        int depth = last(run.with(2194))
                .map(message -> DEPTH.matcher(message.text()))
                .filter(Matcher::find)
                .map(m -> (int) number(m.group(1)))
                .orElse(0);
        return new Statistics(counts.generated, counts.distinct, counts.queued, depth, taken(run));
    }

    private static SortedMap<String, Long> taken(TlcRun run) {
        SortedMap<String, Long> taken = new TreeMap<>();
        run.with(2772).stream()
                .map(message -> TAKEN.matcher(message.text()))
                .filter(Matcher::find)
                .forEach(m -> taken.merge(m.group(1), number(m.group(3)), Math::max));
        return taken;
    }

    private static Optional<ToolMessage> last(List<ToolMessage> messages) {
        return messages.isEmpty() ? Optional.empty() : Optional.of(messages.get(messages.size() - 1));
    }

    private static long number(String text) {
        return Long.parseLong(text.replaceAll("\\D", ""));
    }
}
