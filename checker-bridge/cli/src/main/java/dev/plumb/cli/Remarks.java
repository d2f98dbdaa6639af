package dev.plumb.cli;

import dev.plumb.core.Comparison;
import dev.plumb.report.Checked;
import java.util.ArrayList;
import java.util.List;

/** What stands below the text of a result. */
final class Remarks {
    private Remarks() {}

    /** What there is to say beside the text of a result. */
    static List<String> of(Checked checked) {
        return checked instanceof Checked.OfModel model ? of(model.comparison()) : List.of();
    }

    /** How a result compares with what was expected of it. */
    static List<String> of(Comparison comparison) {
        if (comparison.differences().isEmpty()) {
            return comparison.expected().stream()
                    .map(expected -> "as expected: " + expected.outcome())
                    .toList();
        }
        List<String> lines = new ArrayList<>(List.of("not as expected:"));
        comparison.differences().forEach(difference -> lines.add("  " + difference.text()));
        return lines;
    }
}
