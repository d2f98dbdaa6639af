package dev.plumb.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Checks models, and has their manifest.json expect what came of it. It changes source files, so it is for people and in no
 * phase; with -Dplumb.arguments=--check it only says what would change.
 */
@Mojo(name = "expect", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public final class ExpectMojo extends ModelsMojo {
    @Override
    boolean isTest() {
        return false;
    }

    @Override
    Optional<List<String>> command() {
        List<String> selection = selection();
        List<String> words = new ArrayList<>(List.of("expect", "--out", shown(reports())));
        words.addAll(selection);
        return selection.isEmpty() ? Optional.empty() : Optional.of(words);
    }
}
