package dev.plumb.core;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something to check: a module with a {@code .cfg}.
 *
 * @param module file of the root module
 * @param config the {@code .cfg}; empty where a trace is checked against a module that has none
 * @param folders where the modules that it extends are searched
 * @param expectation what a manifest says must come out
 * @param binding file of a module that says how events name its actions; empty if they name them as it does
 */
public record Model(
        Path module,
        Optional<Path> config,
        List<Path> folders,
        Optional<Expectation> expectation,
        Optional<Path> binding) {

    /** A model that no trace is held against, or whose names are those of the traces. */
    public Model(Path module, Optional<Path> config, List<Path> folders, Optional<Expectation> expectation) {
        this(module, config, folders, expectation, Optional.empty());
    }

    /**
     * The same with another binding.
     *
     * @throws dev.plumb.traces.Problem if there is no such file, or if it is about another spec
     */
    public Model bound(Path by) {
        return new Model(module, config, folders, expectation, Optional.of(new Bindings(this).checked(by)));
    }

    public String moduleName() {
        return module.getFileName().toString().replaceAll("\\.tla$", "");
    }

    /**
     * The files that say what it is: its {@code .cfg}, its module, and those of the modules that this needs which stand in
     * the folders.
     *
     * @throws dev.plumb.traces.Problem if one cannot be read, or one that is needed is in several folders
     */
    public List<Path> files() {
        List<Path> files = new ArrayList<>(Modules.of(module, folders).files());
        config.ifPresent(files::add);
        return files;
    }

    /** Whether its behaviours are those of this module: it is the module itself, or extends it. */
    public boolean isOf(Path other) {
        return Modules.extendedBy(module, folders).include(other);
    }

    /** The {@code .cfg}'s file name, else the module's. */
    public String name() {
        return config.orElse(module).getFileName().toString();
    }
}
