package dev.plumb.report;

import dev.plumb.core.Comparison;
import dev.plumb.core.Comparison.Expected;
import dev.plumb.core.Difference;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.traces.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Results with all that reports need: where the files are, and what was expected. */
final class Results {
    private static final String FOLDER = "specs/commit/twophase/";

    private Results() {}

    static List<Checked> models() {
        return List.of(
                of(TwoPhase.holds()),
                asExpected(TwoPhase.violation(), "violates Consistent"),
                differing(TwoPhase.violation()),
                of(TwoPhase.withExpressions()),
                of(TwoPhase.lasso()),
                of(TwoPhase.deadlock()));
    }

    /** A result of which nothing is expected but that all is well. */
    static Checked of(ModelCheckResult result) {
        return new Checked.OfModel(
                result,
                new Comparison(Optional.empty(), List.of(), result.outcome().exitCode()),
                files());
    }

    static Checked of(TraceCheckResult result) {
        TreeMap<String, String> files = files();
        files.put("Coordinator.java", "src/main/java/org/example/Coordinator.java");
        return new Checked.OfTrace(result, result.outcome().exitCode(), files);
    }

    /** A planted bug that is caught. */
    static Checked asExpected(ModelCheckResult result, String outcome) {
        Expected expected = new Expected(outcome, List.of("TMCommit"), List.of("SomebodyCommitted"));
        return new Checked.OfModel(result, new Comparison(Optional.of(expected), List.of(), 0), files());
    }

    static Checked differing(ModelCheckResult result) {
        Expected expected = new Expected("success", List.of("TMCommit", "TMAbort"), List.of());
        List<Difference> differences = List.of(
                new Difference("outcome", "success", "violates Consistent", manifest(9)),
                new Difference("action TMAbort", "taken", "never taken", manifest(12)),
                new Difference("distinct states", "288", "402", manifest(14)));
        return new Checked.OfModel(result, new Comparison(Optional.of(expected), differences, 12), files());
    }

    static String text(Checked checked) {
        return checked.text(TextReport.plain());
    }

    private static Source manifest(int line) {
        return new Source(FOLDER + "manifest.json", line, 7);
    }

    private static TreeMap<String, String> files() {
        return new TreeMap<>(Map.of("TwoPhase.tla", FOLDER + "TwoPhase.tla", "TwoPhase.cfg", FOLDER + "TwoPhase.cfg"));
    }
}
