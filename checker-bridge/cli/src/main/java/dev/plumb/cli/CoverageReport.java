package dev.plumb.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumb.core.Coverage;
import dev.plumb.core.Coverage.Count;
import dev.plumb.core.Coverage.Graph;
import dev.plumb.core.Coverage.Pair;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What of a spec traces have shown, and what never. */
record CoverageReport(Coverage coverage) {
    /** As many as anybody would read about. */
    private static final int PAIRS_MAX = 10;

    String text() {
        StringBuilder text = new StringBuilder(headline());
        List<List<String>> table = new ArrayList<>(List.of(List.of("action", "steps", "place")));
        coverage.alternatives()
                .forEach(each -> table.add(List.of(
                        each.action(),
                        each.shown() == 0 ? "never" : String.valueOf(each.shown()),
                        each.place().toString())));
        text.append(Table.of(table));
        Graph graph = coverage.graph();
        pairs(text, "one after the other", coverage.pairs());
        pairs(text, "never one after the other, though the spec allows it", graph.unseenPairs());
        examples(text, "states that no trace shows, for example", graph.unseenStates());
        examples(text, "steps that no trace shows, for example", graph.unseenTransitions());
        return text.toString();
    }

    private String headline() {
        Graph graph = coverage.graph();
        String limit = graph.isWhole()
                ? ""
                : "\n  The spec has more states than these " + graph.states().all() + "; see --states.";
        return "COVERAGE  " + coverage.behaviours() + (coverage.behaviours() == 1 ? " run shows " : " runs show ")
                + of(coverage.actions(), "actions") + " of " + coverage.spec() + ", " + of(graph.states(), "states")
                + " and " + of(graph.transitions(), "transitions") + ".\n"
                + "  Of each run that is what the behaviour shows that was found; others may explain it, too." + limit
                + "\n";
    }

    private static String of(Count count, String what) {
        return count.shown() + " of " + count.all() + " " + what;
    }

    private static void pairs(StringBuilder text, String title, List<Pair> pairs) {
        String more = pairs.size() > PAIRS_MAX ? " (" + PAIRS_MAX + " of " + pairs.size() + ")" : "";
        examples(
                text,
                title + more,
                pairs.stream().limit(PAIRS_MAX).map(CoverageReport::text).toList());
    }

    private static String text(Pair pair) {
        String times = pair.shown() == 0 ? "" : ": " + pair.shown();
        return pair.first() + " then " + pair.second() + times;
    }

    private static void examples(StringBuilder text, String title, List<String> examples) {
        if (!examples.isEmpty()) {
            text.append("  ").append(title).append('\n');
            examples.forEach(each -> text.append("    ").append(each).append('\n'));
        }
    }

    /** What a program reads; fields may be added, none is renamed or removed. */
    String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("plumb", 1).put("check", "coverage");
        root.put("spec", coverage.spec()).put("runs", coverage.behaviours());
        count(root, "actions", coverage.actions());
        ArrayNode alternatives = root.putArray("alternatives");
        coverage.alternatives().forEach(each -> alternatives
                .addObject()
                .put("action", each.action())
                .put("place", each.place().toString())
                .put("steps", each.shown()));
        pairs(root.putArray("pairs"), coverage.pairs());
        Graph graph = coverage.graph();
        root.put("whole", graph.isWhole());
        count(root, "states", graph.states());
        count(root, "transitions", graph.transitions());
        pairs(root.putArray("unseenPairs"), graph.unseenPairs());
        strings(root.putArray("unseenStates"), graph.unseenStates());
        strings(root.putArray("unseenTransitions"), graph.unseenTransitions());
        return root.toString();
    }

    private static void count(ObjectNode root, String name, Count count) {
        root.putObject(name).put("all", count.all()).put("shown", count.shown());
    }

    private static void pairs(ArrayNode array, List<Pair> pairs) {
        pairs.forEach(pair -> array.addObject()
                .put("first", pair.first())
                .put("second", pair.second())
                .put("shown", pair.shown()));
    }

    private static void strings(ArrayNode array, Collection<String> strings) {
        strings.forEach(array::add);
    }
}
