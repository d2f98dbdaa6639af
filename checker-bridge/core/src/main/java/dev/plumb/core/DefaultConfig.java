package dev.plumb.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The {@code .cfg} of a model that has none: TLC can be asked about its deadlocks and assumptions even so. */
final class DefaultConfig {
    private DefaultConfig() {}

    /**
     * The model with a {@code .cfg}: its own, or one that names {@code Spec}, else {@code Init} and {@code Next}, else
     * nothing but the assumptions.
     *
     * @param folder for a new one
     * @throws dev.plumb.traces.Problem if the module defines none of these
     */
    static Model complete(Model model, Path folder) throws IOException {
        if (model.config().isPresent()) {
            return model;
        }
        Files.createDirectories(folder);
        Path config = Files.writeString(folder.resolve(model.moduleName() + ".cfg"), text(model));
        return new Model(model.module(), Optional.of(config), model.folders(), model.expectation());
    }

    private static String text(Model model) {
        Modules modules = Modules.of(model.module(), model.folders());
        if (modules.define("Spec")) {
            return "SPECIFICATION Spec\n";
        } else if (modules.define("Init") && modules.define("Next")) {
            return "INIT Init\nNEXT Next\n";
        } else if (modules.assume()) {
            return "";
        }
        throw CoreProblems.noBehaviour(model.module());
    }
}
