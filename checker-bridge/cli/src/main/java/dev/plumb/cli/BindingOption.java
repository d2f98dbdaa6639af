package dev.plumb.cli;

import dev.plumb.core.Model;
import dev.plumb.core.SpecLocator;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which module says how events name the actions of a spec. */
final class BindingOption {
    @Option(
            names = "--binding",
            paramLabel = "FILE",
            description = "A module that says what events are (default: SPECBinding.tla beside SPEC, if it is there).")
    private @Nullable Path binding;

    /** The spec with this binding, else with the one beside it. */
    Model model(String spec, Optional<String> config) {
        SpecLocator locator = CommonOptions.specs();
        return binding == null
                ? locator.forTraces(spec, config)
                : locator.unbound(spec, config).bound(binding);
    }

    /** What a command that is printed needs to repeat of this. */
    List<String> repeated() {
        return binding == null ? List.of() : List.of("--binding", binding.toString());
    }
}
