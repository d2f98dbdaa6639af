package dev.plumb.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes small faults into copies of the specifications, one at a time, and fails if the checks of a model miss one. */
@Mojo(name = "mutate", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public final class MutateMojo extends ModelsMojo {
    /** Of more mutants of a model than this, so many are drawn. */
    @Parameter(property = "plumb.max", defaultValue = "100")
    int max;

    /** Of what is drawn. */
    @Parameter(property = "plumb.seed", defaultValue = "0")
    long seed;

    /** When to give a mutant up, as 90s, 10m or 2h: it is undecided then, which is no failure. */
    @Parameter(property = "plumb.time")
    @Nullable
    String time;

    @Override
    Optional<List<String>> command() {
        List<String> selection = selection();
        List<String> words =
                new ArrayList<>(List.of("mutate", "--max", Integer.toString(max), "--seed", Long.toString(seed)));
        Optional.ofNullable(time).ifPresent(value -> words.addAll(List.of("--time", value)));
        words.addAll(selection);
        return selection.isEmpty() ? Optional.empty() : Optional.of(words);
    }
}
