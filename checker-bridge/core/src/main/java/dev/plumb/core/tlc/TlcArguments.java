package dev.plumb.core.tlc;

import dev.plumb.kernel.TlcJar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What TLC is to check and how.
 *
 * @param folders where modules are searched
 * @param workers threads; 0 is one a core
 * @param coverage what to count
 * @param checkpoints where TLC keeps its states, so that a run can be taken up again; empty for a folder that is deleted
 * @param resumed the state of an earlier run, to be taken up
 * @param heap of the JVM, as {@code 4g}; empty for a share of the machine's
 */
public record TlcArguments(
        Path module,
        Path config,
        List<Path> folders,
        Mode mode,
        int workers,
        Coverage coverage,
        Optional<Path> checkpoints,
        Optional<Path> resumed,
        Optional<String> heap) {
    private static final String NO_TRACE_SPEC = "-noGenerateSpecTE";

    /** Minutes; TLC takes 0 for never. */
    private static final String CHECKPOINT_MINUTES = "10";

    /** A complete check that leaves nothing. */
    public TlcArguments(Path module, Path config, List<Path> folders, int workers, Coverage coverage) {
        this(
                module,
                config,
                folders,
                new Mode.BreadthFirst(),
                workers,
                coverage,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public TlcArguments withWorkers(int number) {
        return new TlcArguments(module, config, folders, mode, number, coverage, checkpoints, resumed, heap);
    }

    /** With a fixed fingerprint polynomial and a fixed seed, so that one worker does the same twice. */
    List<String> options(TlcJar jar, Path meta) {
        Path states = checkpoints.orElse(meta).toAbsolutePath();
        List<String> options = new ArrayList<>(List.of("-tool", "-fp", "0", "-metadir", states.toString()));
        options.addAll(List.of("-checkpoint", checkpoints.isPresent() ? CHECKPOINT_MINUTES : "0"));
        options.addAll(List.of("-workers", workers == 0 ? "auto" : Integer.toString(workers)));
        resumed.ifPresent(state ->
                options.addAll(List.of("-recover", state.toAbsolutePath().toString())));
        options.addAll(modeOptions());
        if (coverage != Coverage.OFF) {
            options.addAll(List.of("-coverage", "1"));
        }
        if (jar.knowsOption(NO_TRACE_SPEC)) {
            options.add(NO_TRACE_SPEC);
        }
        options.addAll(List.of("-config", config.toAbsolutePath().toString()));
        options.add(module.toAbsolutePath().toString());
        return options;
    }

    private List<String> modeOptions() {
        if (mode instanceof Mode.Simulation simulation) {
            return List.of(
                    "-simulate",
                    "num=" + simulation.behaviours(),
                    "-depth",
                    Integer.toString(simulation.depth()),
                    "-seed",
                    Long.toString(simulation.seed()));
        } else if (mode instanceof Mode.DepthFirst depthFirst) {
            return List.of("-seed", "0", "-dfid", Integer.toString(depthFirst.depth()));
        }
        return List.of("-seed", "0");
    }
}
