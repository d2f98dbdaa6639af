package dev.plumb.kernel;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to load.
 *
 * @param module file of the root module
 * @param folders where the modules that it extends are searched, in this order, after its own folder and before TLC's
 *     modules
 * @param config text of a {@code .cfg}: constants and behaviour; a VIEW, SYMMETRY or CONSTRAINT would change which
 *     states are equal or reachable and does not belong here
 * @param binding file of a module that says how events name its actions
 */
public record SpecSource(Path module, List<Path> folders, String config, Optional<Path> binding) {
    /** A spec whose actions events name as it does. */
    public SpecSource(Path module, List<Path> folders, String config) {
        this(module, folders, config, Optional.empty());
    }

    /** The module's name: its file's, without the ending. */
    public String name() {
        return name(module);
    }

    /** The name of the binding. */
    public Optional<String> bindingName() {
        return binding.map(SpecSource::name);
    }

    private static String name(Path module) {
        String file = module.getFileName().toString();
        return file.endsWith(".tla") ? file.substring(0, file.length() - 4) : file;
    }
}
