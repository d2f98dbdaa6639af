package dev.plumb.simulation.commands;

import dev.plumb.cli.CommonOptions;
import dev.plumb.core.CheckOptions;
import dev.plumb.core.Model;
import dev.plumb.core.ModelCheck;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.tlc.TlcPool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** TLC on a model of the specification. */
final class TlcRun {
    private TlcRun() {}

    /** The model that a user names. */
    static Model model(String config) {
        return CommonOptions.specs().models(config, Optional.empty()).get(0);
    }

    /**
     * Checks a model.
     *
     * @param config as a user names it
     * @param folder where TLC's output goes
     */
    static ModelCheckResult of(String config, CommonOptions options, Path folder) throws IOException {
        return of(model(config), options, folder);
    }

    /** The same with one worker: what several find is not always a shortest behaviour, nor the same each time. */
    static ModelCheckResult of(Model model, CommonOptions options, Path folder) throws IOException {
        try (TlcPool pool = new TlcPool(options.tlc())) {
            return new ModelCheck(model, pool, folder, CheckOptions.DEFAULT.withWorkers(1)).check("", counts -> {});
        }
    }
}
