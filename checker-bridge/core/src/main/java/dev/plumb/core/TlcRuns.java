package dev.plumb.core;

import dev.plumb.core.tlc.Coverage;
import dev.plumb.core.tlc.Mode;
import dev.plumb.core.tlc.TlcArguments;
import dev.plumb.core.tlc.TlcPool;
import dev.plumb.core.tlc.TlcRun;
import dev.plumb.kernel.api.Counts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs TLC on one model: once, or again where it turns out on the way that it should be run differently. */
final class TlcRuns {
    private static final String CHECKPOINTS = "checkpoints";

    private final Model model;
    private final CheckOptions options;
    private final TlcPool pool;
    private final Path folder;
    private final List<String> warnings;

    /**
     * What came of it.
     *
     * @param limit that ended it
     */
    record Ended(TlcRun run, Optional<String> limit) {}

    /** {@code warnings} are added to. */
    TlcRuns(Model model, CheckOptions options, TlcPool pool, Path folder, List<String> warnings) {
        this.model = model;
        this.options = options;
        this.pool = pool;
        this.folder = folder;
        this.warnings = warnings;
    }

    Ended run(Config config, Consumer<Counts> progress) throws IOException {
        Files.createDirectories(folder);
        TlcArguments arguments = arguments(cfg(config));
        while (true) {
            Watch watch = new Watch(options, arguments.workers(), progress);
            TlcRun run = pool.run(arguments, folder.resolve("tlc.out"), watch);
            if (watch.needsOneWorker()) {
                warnings.add("Liveness was checked by one worker: this TLC can miss violations with several.");
                arguments = arguments.withWorkers(1);
            } else {
                if (watch.isUnsaved()) {
                    warnings.add("TLC did not come to write a checkpoint, so that --resume cannot go on from here.");
                }
                return new Ended(run, watch.limit());
            }
        }
    }

    /** The model's own, or one with other constants and without ALIAS, which stays beside the result. */
    private Path cfg(Config config) throws IOException {
        Path own = model.config().orElseThrow();
        return options.constants().isEmpty()
                        && config.name(TraceExpressions.ALIAS).isEmpty()
                ? own
                : Files.writeString(folder.resolve("model.cfg"), config.textWithout(TraceExpressions.ALIAS));
    }

    private TlcArguments arguments(Path config) {
        int workers = options.mode() instanceof Mode.DepthFirst ? 1 : options.workers();
        Optional<Path> checkpoints =
                options.checkpoints() || options.resume() ? Optional.of(folder.resolve(CHECKPOINTS)) : Optional.empty();
        Optional<Path> resumed = options.resume() ? Optional.of(lastCheckpoint()) : Optional.empty();
        return new TlcArguments(
                model.module(),
                config,
                model.folders(),
                options.mode(),
                workers,
                coverage(),
                checkpoints,
                resumed,
                options.budget().memory());
    }

    /** TLC counts in complete searches only. */
    private Coverage coverage() {
        if (!(options.mode() instanceof Mode.BreadthFirst) || options.resume()) {
            return Coverage.OFF;
        }
        boolean mustCount =
                model.expectation().map(e -> !e.mustFire().isEmpty()).orElse(false);
        return mustCount && options.coverage() == Coverage.OFF ? Coverage.ACTIONS : options.coverage();
    }

    /** TLC names each by the time at which its run began. */
    private Path lastCheckpoint() {
        Path all = folder.resolve(CHECKPOINTS);
        try (Stream<Path> runs = Files.isDirectory(all) ? Files.list(all) : Stream.empty()) {
            return runs.filter(run -> Files.exists(run.resolve("queue.chkpt")))
                    .max(Path::compareTo)
                    .orElseThrow(() -> CoreProblems.noCheckpoint(all));
        } catch (IOException e) {
            throw CoreProblems.unreadable(all, e.getMessage());
        }
    }
}
