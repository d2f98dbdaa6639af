package dev.plumb.core;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Something to check: a module with a {@code .cfg}.
 *
 * @param module file of the root module
 * @param config the {@code .cfg}; empty where a trace is checked against a module that has none
 * @param folders where the modules that it extends are searched
 * @param expectation what a manifest says must come out
 */
public record Model(Path module, Optional<Path> config, List<Path> folders, Optional<Expectation> expectation) {
    public String moduleName() {
        return module.getFileName().toString().replaceAll("\\.tla$", "");
    }

    /** The {@code .cfg}'s file name, else the module's. */
    public String name() {
        return config.orElse(module).getFileName().toString();
    }
}
