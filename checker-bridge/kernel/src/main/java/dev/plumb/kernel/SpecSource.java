package dev.plumb.kernel;

import java.nio.file.Path;
import java.util.List;

/**
 * What to load.
 *
 * @param module file of the root module
 * @param folders where the modules that it extends are searched, in this order, after its own folder and before TLC's
 *     modules
 * @param config text of a {@code .cfg}: constants and behaviour; a VIEW, SYMMETRY or CONSTRAINT would change which
 *     states are equal or reachable and does not belong here
 */
public record SpecSource(Path module, List<Path> folders, String config) {
    /** The module's name: its file's, without the ending. */
    public String name() {
        String file = module.getFileName().toString();
        return file.endsWith(".tla") ? file.substring(0, file.length() - 4) : file;
    }
}
