package dev.plumb.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Writes small faults into copies of the specifications, one at a time, and fails if the checks of a model miss one. */
@Mojo(name = "mutate", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public final class MutateMojo extends ModelsMojo {
    /** Of more mutants of a model than this, so many are drawn. */
    @Parameter(property = "plumb.max", defaultValue = "100")
    int max;

    /** Of what is drawn. */
    @Parameter(property = "plumb.seed", defaultValue = "0")
    long seed;

    @Override
    Optional<List<String>> command() {
        List<String> selection = selection();
        List<String> words =
                new ArrayList<>(List.of("mutate", "--max", Integer.toString(max), "--seed", Long.toString(seed)));
        words.addAll(selection);
        return selection.isEmpty() ? Optional.empty() : Optional.of(words);
    }
}
