package dev.plumb.traces;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;

/**
 * How traces are read.
 *
 * @param conf a file of constants, on each line a JSON object in which an array is a set
 * @param merge whether files without a header are joined to one trace
 * @param allowEmpty whether a trace may have no events
 * @param ignore names of events that are not of the spec, beside those that headers name
 */
public record ReadOptions(Optional<Path> conf, boolean merge, boolean allowEmpty, SortedSet<String> ignore) {
    public static final ReadOptions DEFAULT = new ReadOptions(Optional.empty(), false, false);

    /** Where no event is to be ignored but those that headers name. */
    public ReadOptions(Optional<Path> conf, boolean merge, boolean allowEmpty) {
        this(conf, merge, allowEmpty, Collections.emptySortedSet());
    }
}
