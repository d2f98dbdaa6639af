package dev.plumb.core;

import dev.plumb.core.search.Silent;
import dev.plumb.core.tlc.Coverage;
import dev.plumb.core.tlc.TlcArguments;
import dev.plumb.core.tlc.TlcListener;
import dev.plumb.core.tlc.TlcPool;
import dev.plumb.core.tlc.TlcRun;
import dev.plumb.core.witness.Witness;
import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What TLC itself says of a trace: the independent witness of the search. */
final class StockTlc {
    /** For all tests; its JVMs end when this one does. */
    private static final TlcPool POOL = new TlcPool(TlcJar.find());

    private StockTlc() {}

    /** Whether the trace conforms; empty where TLC ends with an evaluation error, and so without an answer. */
    static Optional<Boolean> conforms(Trace trace, Model model, Path folder) throws IOException {
        return conforms(trace, model, Silent.NONE, folder);
    }

    static Optional<Boolean> conforms(Trace trace, Model model, Silent silent, Path folder) throws IOException {
        Witness witness;
        try (LoadedSpecs specs = LoadedSpecs.once(POOL.jar())) {
            witness = new TraceCheck(model, specs, silent).emit(trace, folder);
        }
        List<Path> folders = new ArrayList<>(model.folders());
        folders.add(folder);
        boolean all = true;
        for (Path config : witness.configs()) {
            TlcArguments arguments = new TlcArguments(witness.module(), config, folders, 1, Coverage.OFF);
            TlcRun run = POOL.run(arguments, folder.resolve("tlc.out"), new TlcListener() {});
            if (run.exitCode() != 0 && run.exitCode() != 12) {
                System.out.println("TLC has no answer, exit code " + run.exitCode() + ": " + lastWords(run));
                return Optional.empty();
            }
            all &= run.exitCode() == 12;
        }
        return Optional.of(all);
    }

    private static String lastWords(TlcRun run) {
        return run.messages().stream()
                .filter(m -> m.isError())
                .map(m -> m.text())
                .findFirst()
                .orElse(run.unframed());
    }
}
