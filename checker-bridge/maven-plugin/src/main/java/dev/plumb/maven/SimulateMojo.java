package dev.plumb.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Looks at random behaviours of models with TLC: that none of them violates anything is no proof. */
@Mojo(name = "simulate", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public final class SimulateMojo extends CheckMojo {
    /** How many behaviours of each model. */
    @Parameter(property = "plumb.behaviours", defaultValue = "1000")
    long behaviours;

    /** States of each behaviour. */
    @Parameter(property = "plumb.depth", defaultValue = "100")
    int depth;

    /** Of the random numbers: the same seed gives the same behaviours. */
    @Parameter(property = "plumb.seed", defaultValue = "0")
    long seed;

    @Override
    List<String> mode() {
        return List.of("--simulate=" + behaviours, "--depth", Integer.toString(depth), "--seed", Long.toString(seed));
    }
}
