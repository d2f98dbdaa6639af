package dev.plumb.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumb.core.TraceMutant;
import dev.plumb.core.TraceMutationResult;
import dev.plumb.core.TraceMutationResult.Judged;
import dev.plumb.core.TraceMutationResult.Row;
import dev.plumb.core.TraceMutationResult.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came of the mutants of traces: how much those really check. */
record TraceMutationReport(TraceMutationResult result, long seed) {
    /** As many survivors as anybody would read about. */
    private static final int EXAMPLES_MAX = 10;

    private static final List<String> TITLES = List.of("action", "fault", "mutants", "refused", "accepted");

    String text() {
        StringBuilder text = new StringBuilder(headline());
        List<List<String>> table = new ArrayList<>(List.of(TITLES));
        result.rows().forEach(row -> table.add(cells(row)));
        text.append(Table.of(table));
        List<Judged> accepted = result.mutants().stream()
                .filter(each -> each.verdict() == Verdict.ACCEPTED)
                .toList();
        if (!accepted.isEmpty()) {
            text.append("\n  accepted, though not what was recorded:\n");
            accepted.stream().limit(EXAMPLES_MAX).forEach(each -> text.append("    ")
                    .append(example(each.mutant()))
                    .append('\n'));
        }
        if (accepted.size() > EXAMPLES_MAX) {
            text.append("    and ").append(accepted.size() - EXAMPLES_MAX).append(" more\n");
        }
        return text.toString();
    }

    private String headline() {
        long refused = result.count(Verdict.REFUSED);
        long undecided = result.count(Verdict.UNDECIDED);
        long decided = refused + result.count(Verdict.ACCEPTED);
        String drawn = result.mutants().size() < result.possible()
                ? " (" + result.mutants().size() + " of " + result.possible() + " mutants, drawn with seed " + seed
                        + ")"
                : "";
        return "MUTANTS   The spec refuses " + refused + " of " + decided + " perturbed traces" + drawn
                + (undecided > 0 ? "; " + undecided + " undecided" : "") + ".\n";
    }

    private static List<String> cells(Row row) {
        int decided = row.refused() + row.accepted();
        return List.of(
                row.action().isEmpty() ? "-" : row.action(),
                fault(row),
                String.valueOf(decided + row.undecided()),
                String.valueOf(row.refused()),
                String.valueOf(row.accepted()));
    }

    private static String fault(Row row) {
        return switch (row.kind()) {
            case DROP -> "left out";
            case DUPLICATE -> "twice";
            case SWAP -> "in another order";
            case CHANGE -> "another value of " + row.field();
        };
    }

    private static String example(TraceMutant mutant) {
        String action = mutant.action().isEmpty() ? "" : mutant.action() + " ";
        String field = mutant.field().isEmpty() ? "" : mutant.field() + ": ";
        return mutant.event().source() + ": " + action + field + mutant.fault();
    }

    /** What a program reads; fields may be added, none is renamed or removed. */
    String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("plumb", 1).put("check", "mutated traces");
        root.put("possible", result.possible()).put("seed", seed);
        for (Verdict verdict : Verdict.values()) {
            root.put(word(verdict), result.count(verdict));
        }
        ArrayNode rows = root.putArray("rows");
        result.rows().forEach(row -> rows.addObject()
                .put("action", row.action())
                .put("kind", word(row.kind()))
                .put("field", row.field())
                .put("refused", row.refused())
                .put("accepted", row.accepted())
                .put("undecided", row.undecided()));
        ArrayNode mutants = root.putArray("mutants");
        result.mutants().forEach(each -> mutants.add(node(each)));
        return root.toString();
    }

    private static ObjectNode node(Judged judged) {
        TraceMutant mutant = judged.mutant();
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("verdict", word(judged.verdict()));
        node.put("kind", word(mutant.kind())).put("action", mutant.action()).put("field", mutant.field());
        node.put("file", mutant.event().source().file());
        return node.put("line", mutant.event().source().line()).put("fault", mutant.fault());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
