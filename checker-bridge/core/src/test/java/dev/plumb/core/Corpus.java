package dev.plumb.core;

import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.Trace;
import dev.plumb.traces.TraceReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The project's own specs and traces, for tests. */
final class Corpus {
    static final Path ROOT = Path.of(System.getProperty("plumb.root"));

    private Corpus() {}

    static Model twoPhase() {
        return new SpecLocator(List.of(ROOT)).forTraces("TwoPhase", Optional.empty());
    }

    static TraceCheck againstTwoPhase() {
        return new TraceCheck(twoPhase(), TlcJar.find());
    }

    /** A trace of 2024, for example {@code 4RM.VEA}. */
    static Trace recorded(String name) {
        Path folder = ROOT.resolve("traces/corpus/twophase-2024");
        Path conf = folder.resolve("conf." + name.replaceAll("\\..*", "") + ".ndjson");
        ReadOptions options = new ReadOptions(Optional.of(conf), false, false);
        return TraceReader.read(List.of(folder.resolve(name + ".ndjson")), options)
                .get(0);
    }
}
