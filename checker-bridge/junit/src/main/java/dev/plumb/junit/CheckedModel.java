package dev.plumb.junit;

import dev.plumb.core.CheckOptions;
import dev.plumb.core.Comparison;
import dev.plumb.core.Difference;
import dev.plumb.core.Model;
import dev.plumb.core.ModelCheck;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.PlannedCheck;
import dev.plumb.core.Reachability;
import dev.plumb.report.FileName;
import dev.plumb.report.HtmlReport;
import dev.plumb.report.TextReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opentest4j.AssertionFailedError;

/** What came of a model, and whether that was expected. */
record CheckedModel(ModelCheckResult result, Comparison comparison, Path folder) {

    /** Tests may run beside each other, so TLC gets one thread unless the manifest says otherwise. */
    static CheckedModel of(Model asked) {
        PlannedCheck planned = PlannedCheck.of(asked, CheckOptions.DEFAULT).small();
        Model model = planned.model();
        CheckOptions options = planned.options();
        Path folder = Shared.folder(FileName.ofModel(model.name()));
        ModelCheckResult result =
                new ModelCheck(model, Shared.tlc(), folder, options).check(command(model), counts -> {});
        List<Difference> unreached = new Reachability(model, Shared.tlc(), options).differences(result);
        return new CheckedModel(result, Comparison.of(model, result, unreached), folder);
    }

    private static String command(Model model) {
        return "plumb check " + model.config().orElse(model.module());
    }

    /** The test's failure, in words that fit on a screen, with a page that has the rest. */
    AssertionFailedError failure(Optional<String> expected) {
        List<String> differences = new ArrayList<>();
        expected.or(() -> comparison.expected().map(Comparison.Expected::outcome))
                .ifPresent(what -> differences.add("expected: " + what));
        comparison.differences().forEach(difference -> differences.add("  " + difference.text()));
        return Failure.of(page -> TextReport.failure(result, differences, page), folder, HtmlReport.of(result));
    }
}
