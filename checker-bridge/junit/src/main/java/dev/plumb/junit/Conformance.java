package dev.plumb.junit;

import dev.plumb.core.Model;
import dev.plumb.core.Outcome;
import dev.plumb.core.TraceCheck;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.search.Silent;
import dev.plumb.report.HtmlReport;
import dev.plumb.report.TextReport;
import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.TraceReader;
import dev.plumb.traces.TraceStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * That traces are behaviours of a specification.
 *
 * @param strict whether what was recorded and constrains nothing is a failure
 */
record Conformance(String spec, Optional<String> config, Silent silent, boolean strict, boolean allowEmpty) {

    /** The result of each trace of a file or folder. */
    List<TraceCheckResult> check(Path traces) {
        ReadOptions options = new ReadOptions(Optional.empty(), false, allowEmpty);
        return TraceReader.find(List.of(traces), options).stream()
                .map(trace -> judged(traceCheck().check(trace.read(), command(traces))))
                .toList();
    }

    /** The result of a trace that is still being written to {@code file}. */
    TraceCheckResult follow(InputStream bytes, Path file) {
        ReadOptions options = new ReadOptions(Optional.empty(), false, allowEmpty);
        try (TraceStream stream = TraceReader.from(file.toString(), bytes, options).stream()) {
            return judged(traceCheck().follow(stream, () -> false, command(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TraceCheck traceCheck() {
        Model model = Shared.specs().forTraces(spec, config);
        return new TraceCheck(model, Shared.loaded(), silent).explaining(false);
    }

    private TraceCheckResult judged(TraceCheckResult result) {
        return strict ? result.strict() : result;
    }

    private String command(Path traces) {
        return "plumb validate " + traces + " --spec " + spec
                + config.map(name -> " --config " + name).orElse("");
    }

    boolean isFine(TraceCheckResult result) {
        return result.outcome() instanceof Outcome.Conforms
                || (allowEmpty && result.events() == 0 && result.outcome() instanceof Outcome.Vacuous);
    }

    /** What a test fails with. */
    static AssertionError failure(TraceCheckResult result, Path folder) {
        return Failure.of(page -> TextReport.failure(result, page), folder, HtmlReport.of(result));
    }
}
