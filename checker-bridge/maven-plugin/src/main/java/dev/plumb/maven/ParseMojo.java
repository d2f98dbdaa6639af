package dev.plumb.maven;

import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Says whether all modules parse, and where not, what to do about it. */
@Mojo(
        name = "parse",
        defaultPhase = LifecyclePhase.PROCESS_TEST_RESOURCES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class ParseMojo extends SpecsMojo {
    @Override
    Optional<List<String>> command() {
        return ofModules("parse");
    }
}
