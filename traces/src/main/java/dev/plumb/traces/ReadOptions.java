package dev.plumb.traces;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How traces are read.
 *
 * @param conf a file of constants, on each line a JSON object in which an array is a set
 * @param merge whether files without a header are joined to one trace
 * @param allowEmpty whether a trace may have no events
 */
public record ReadOptions(Optional<Path> conf, boolean merge, boolean allowEmpty) {
    public static final ReadOptions DEFAULT = new ReadOptions(Optional.empty(), false, false);
}
