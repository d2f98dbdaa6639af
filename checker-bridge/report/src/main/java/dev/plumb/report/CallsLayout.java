package dev.plumb.report;

import dev.plumb.report.CallsResult.SeenCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where calls are drawn: a lane a client, time downwards. Each moment at which something began or ended takes a row, however
 * long it was until the next: the order of moments is what matters, and the picture can be read at any scale.
 */
final class CallsLayout {
    static final int LANE_WIDTH = 190;
    static final int BAR_WIDTH = 168;
    static final int ROW = 26;

    private static final int CALLS_MAX = 200;
    private static final int LEFT = 34;
    private static final int TOP = 56;

    /** c2 before c10. */
    private static final Comparator<SeenCall> CLIENTS =
            Comparator.<SeenCall>comparingInt(call -> call.client().length()).thenComparing(SeenCall::client);

    private final List<SeenCall> shown;
    private final int hidden;
    private final List<String> lanes;
    private final Map<String, Long> lastStart = new HashMap<>();
    private final Map<Long, Integer> rows = new TreeMap<>();
    private final Map<Integer, Integer> points = new HashMap<>();

    CallsLayout(CallsResult result) {
        this.shown = window(result);
        this.hidden = result.calls().size() - shown.size();
        shown.forEach(call -> lastStart.merge(call.client(), call.start(), Math::max));
        this.lanes = shown.stream()
                .sorted(CLIENTS.thenComparing(this::lane))
                .map(this::lane)
                .distinct()
                .toList();
        Set<Long> moments = new TreeSet<>();
        shown.forEach(call -> moments.add(call.start()));
        shown.stream().filter(SeenCall::isAnswered).forEach(call -> moments.add(call.end()));
        moments.forEach(moment -> rows.put(moment, rows.size()));
        Map<String, List<SeenCall>> byObject = new TreeMap<>();
        shown.stream().filter(call -> call.place().isPresent()).forEach(call -> byObject.computeIfAbsent(
                        call.object(), object -> new ArrayList<>())
                .add(call));
        byObject.values().forEach(this::placePoints);
    }

    /** All calls, or those around the contradiction, or the first. */
    private static List<SeenCall> window(CallsResult result) {
        List<SeenCall> all = result.calls();
        List<SeenCall> involved = result.involved();
        if (all.size() <= CALLS_MAX || involved.isEmpty()) {
            return all.subList(0, Math.min(CALLS_MAX, all.size()));
        }
        long last = involved.stream().mapToLong(SeenCall::start).max().orElseThrow();
        List<SeenCall> near = all.stream()
                .sorted(Comparator.comparing((SeenCall call) -> !involved.contains(call))
                        .thenComparingLong(call -> Math.abs(last - call.start())))
                .limit(CALLS_MAX)
                .toList();
        return all.stream().filter(near::contains).toList();
    }

    /** The moments at which calls took effect, as early as their order allows; those in one row are spread over it. */
    private void placePoints(List<SeenCall> calls) {
        List<SeenCall> order = calls.stream()
                .sorted(Comparator.comparingInt(call -> call.place().orElseThrow()))
                .toList();
        Map<Integer, List<SeenCall>> byRow = new TreeMap<>();
        int row = 0;
        for (SeenCall call : order) {
            row = Math.max(row, row(call.start()));
            byRow.computeIfAbsent(row, r -> new ArrayList<>()).add(call);
        }
        byRow.forEach((r, together) -> {
            for (int i = 0; i < together.size(); i++) {
                points.put(together.get(i).number(), TOP + r * ROW + (i + 1) * ROW / (together.size() + 1));
            }
        });
    }

    List<SeenCall> shown() {
        return shown;
    }

    List<String> lanes() {
        return lanes;
    }

    Optional<String> note() {
        return hidden == 0 ? Optional.empty() : Optional.of(Words.count(hidden, "other call") + " not drawn");
    }

    /** A call that its client gave up and went on has a lane beside that of the client: it may still be under way. */
    String lane(SeenCall call) {
        boolean isGivenUp = !call.isAnswered() && lastStart.getOrDefault(call.client(), call.start()) > call.start();
        return call.client() + (isGivenUp ? " (given up)" : "");
    }

    /** The left edge of a lane's bars. */
    int x(String lane) {
        return LEFT + lanes.indexOf(lane) * LANE_WIDTH;
    }

    int top(SeenCall call) {
        return TOP + row(call.start()) * ROW + 2;
    }

    /** A call without an answer reaches to the end. */
    int bottom(SeenCall call) {
        int last = call.isAnswered() ? row(call.end()) : rows.size();
        return TOP + (last + 1) * ROW - 4;
    }

    private int row(long moment) {
        return rows.getOrDefault(moment, 0);
    }

    /** Where a call took effect in the order that was found. */
    Optional<Integer> point(SeenCall call) {
        return Optional.ofNullable(points.get(call.number()));
    }

    int width() {
        return LEFT + lanes.size() * LANE_WIDTH + 12;
    }

    int height() {
        return TOP + (rows.size() + 1) * ROW + 12;
    }
}
