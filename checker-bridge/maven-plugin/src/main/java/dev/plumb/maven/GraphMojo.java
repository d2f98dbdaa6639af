package dev.plumb.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Draws the states that a model can reach, and every step between them. */
@Mojo(name = "graph", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public final class GraphMojo extends ModelsMojo {
    /** Expressions: one node for all states in which they have the same values. */
    @Parameter(property = "plumb.groupBy")
    List<String> groupBy = new ArrayList<>();

    @Override
    boolean isTest() {
        return false;
    }

    @Override
    Optional<List<String>> command() {
        List<Path> configs = configs();
        if (configs.size() > 1) {
            throw MavenProblems.whichModel(names(configs));
        }
        List<String> words = new ArrayList<>(List.of("graph", "--out", shown(reports())));
        groupBy.forEach(expression -> words.addAll(List.of("--group-by", expression)));
        shown(configs).forEach(words::add);
        return configs.isEmpty() ? Optional.empty() : Optional.of(words);
    }
}
