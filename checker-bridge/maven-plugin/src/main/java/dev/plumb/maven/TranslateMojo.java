package dev.plumb.maven;

import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Translates PlusCal to TLA+ within its modules. It changes source files, so it is for people and in no phase. */
@Mojo(name = "translate", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public final class TranslateMojo extends SpecsMojo {
    @Override
    boolean isTest() {
        return false;
    }

    @Override
    Optional<List<String>> command() {
        return ofModules("translate");
    }
}
