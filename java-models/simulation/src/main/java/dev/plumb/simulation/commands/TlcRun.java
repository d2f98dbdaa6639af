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

    /**
     * Checks a model.
     *
     * @param config as a user names it
     * @param folder where TLC's output goes
     */
    static ModelCheckResult of(String config, CommonOptions options, Path folder) throws IOException {
        Model model = CommonOptions.specs().models(config, Optional.empty()).get(0);
        try (TlcPool pool = new TlcPool(options.tlc())) {
            return new ModelCheck(model, pool, folder, CheckOptions.DEFAULT).check("", counts -> {});
        }
    }
}
