package dev.plumb.maven;

import dev.plumb.traces.Problem;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Says whether the traces that tests have recorded are behaviours of their specification, and if not, why not. */
@Mojo(
        name = "validate",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class ValidateMojo extends SpecsMojo {
    /** A trace, or a folder with all that are in it. */
    @Parameter(property = "plumb.traces", defaultValue = "${project.build.directory}/traces")
    File traces = new File("");

    /** The specification, where the traces do not name it or another one is meant: a module's name, a .tla or a .cfg. */
    @Parameter(property = "plumb.spec")
    @Nullable
    String spec;

    /** A .cfg with the constants, beside the specification. */
    @Parameter(property = "plumb.config")
    @Nullable
    String config;

    /** What was recorded and constrains nothing is a failure, too. */
    @Parameter(property = "plumb.strict", defaultValue = "false")
    boolean strict;

    /** Fails where there is no trace. */
    @Parameter(property = "plumb.failIfNoTraces", defaultValue = "true")
    boolean failIfNoTraces;

    @Override
    Optional<List<String>> command() {
        if (!traces.exists()) {
            return none();
        }
        List<String> words = new ArrayList<>(List.of("validate", shown(traces.toPath()), "--out", shown(reports())));
        Optional.ofNullable(spec).ifPresent(value -> words.addAll(List.of("--spec", value)));
        Optional.ofNullable(config).ifPresent(value -> words.addAll(List.of("--config", value)));
        if (strict) {
            words.add("--strict");
        }
        return Optional.of(words);
    }

    private Optional<List<String>> none() {
        Problem problem = MavenProblems.noTraces(shown(traces.toPath()));
        if (failIfNoTraces && !project.getPackaging().equals("pom")) {
            throw problem;
        }
        getLog().info(problem.what());
        return Optional.empty();
    }
}
