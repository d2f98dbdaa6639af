package dev.plumb.maven;

import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Fails where the translation of PlusCal is missing, or is not that of its algorithm any more. */
@Mojo(
        name = "translate-check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class TranslateCheckMojo extends SpecsMojo {
    @Override
    Optional<List<String>> command() {
        return ofModules("translate", "--check");
    }
}
