package dev.plumb.junit;

import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.search.Silent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Assertions about traces that were recorded, whichever way: {@code assertThat(Path.of("target/traces")).conformsTo("Lease")}.
 */
public final class TraceAssert {
    private final Path traces;

    private TraceAssert(Path traces) {
        this.traces = traces;
    }

    /** About the traces of a file, or of all files of a folder. */
    public static TraceAssert assertThat(Path traces) {
        return new TraceAssert(traces);
    }

    /** Asserts that all of them are behaviours of a spec, with the constants of the {@code .cfg} of its name, if there is one. */
    public TraceAssert conformsTo(String spec) {
        return conformsTo(spec, Optional.empty());
    }

    /** Asserts that all of them are behaviours of a spec with the constants of this {@code .cfg}, by path or beside it. */
    public TraceAssert conformsTo(String spec, String config) {
        return conformsTo(spec, Optional.of(config));
    }

    private TraceAssert conformsTo(String spec, Optional<String> config) {
        Conformance conformance = new Conformance(spec, config, Silent.NONE, false, false);
        List<TraceCheckResult> results = Failure.orTold(() -> conformance.check(traces));
        for (TraceCheckResult result : results) {
            if (!conformance.isFine(result)) {
                throw Conformance.failure(result, Shared.folder(result.trace()));
            }
        }
        return this;
    }
}
