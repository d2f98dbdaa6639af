package dev.plumb.core;

import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.traces.TlaValue;
import java.util.List;

/** What the constraints of a {@code .cfg} leave of a spec. */
final class Constraints {
    private final LoadedSpec spec;
    private final Config config;

    Constraints(LoadedSpec spec, Config config) {
        this.spec = spec;
        this.config = config;
    }

    boolean allow(SpecState state) {
        return config.texts("CONSTRAINT").stream().allMatch(name -> spec.holds(name, state));
    }

    boolean allow(SpecState before, SpecState after) {
        return config.texts("ACTION_CONSTRAINT").stream()
                .allMatch(name ->
                        spec.formulas().value(name, List.of(before, after)).equals(TlaValue.of(true)));
    }
}
