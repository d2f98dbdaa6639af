package dev.plumb.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Checks models with TLC: every state, every property, against what the manifest expects. */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class CheckMojo extends ModelsMojo {
    /** Which models to check: pr leaves those out that the manifest calls nightly, nightly checks them too. */
    @Parameter(property = "plumb.tier", defaultValue = "pr")
    String tier = "pr";

    /** What smells of a vacuous check is a failure, too. */
    @Parameter(property = "plumb.strict", defaultValue = "false")
    boolean strict;

    /** When to stop each check, as 90s, 10m or 2h: it is incomplete then, which is a failure. */
    @Parameter(property = "plumb.time")
    @Nullable
    String time;

    /** Heap of TLC, as 512m or 4g. */
    @Parameter(property = "plumb.memory")
    @Nullable
    String memory;

    @Override
    Optional<List<String>> command() {
        List<String> selection = selection();
        if (selection.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(List.of("check", "--out", shown(reports()), "--tier", tier));
        if (strict) {
            words.add("--strict");
        }
        if (workers > 0) {
            words.addAll(List.of("--workers", Integer.toString(workers)));
        }
        Optional.ofNullable(time).ifPresent(value -> words.addAll(List.of("--time", value)));
        Optional.ofNullable(memory).ifPresent(value -> words.addAll(List.of("--memory", value)));
        words.addAll(mode());
        words.addAll(selection);
        return Optional.of(words);
    }

    /** How TLC looks at the states. */
    List<String> mode() {
        return List.of();
    }
}
