package dev.plumb.maven;

import dev.plumb.traces.Problem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal about the models of a project, each of which is a .cfg. */
@SuppressWarnings("NullAway.Init") // Maven sets the fields
abstract class ModelsMojo extends SpecsMojo {
    private static final String ENDING = ".cfg";

    /** Which models: names of .cfg files or patterns as MCLease*, the ending may be missing. Without it: all of the tier. */
    @Parameter(property = "plumb.model")
    List<String> models = new ArrayList<>();

    /** Fails where there is no model of such a name. */
    @Parameter(property = "plumb.failIfNoSpecifiedModels", defaultValue = "true")
    boolean failIfNoSpecifiedModels;

    /** Fails where there is no model at all. */
    @Parameter(property = "plumb.failIfNoModels", defaultValue = "false")
    boolean failIfNoModels;

    /** What the command line is to look at: folders with all models of theirs, or models. Empty if there are none. */
    final List<String> selection() {
        List<Path> configs = configs();
        return models.isEmpty()
                ? shown(specFolders().stream()
                                .filter(folder -> configs.stream().anyMatch(file -> file.startsWith(folder)))
                                .toList())
                        .toList()
                : shown(configs).toList();
    }

    /** The models; none if that is no failure, which the log then says. */
    final List<Path> configs() {
        List<Path> all = specFiles(ENDING);
        List<Path> selected = all.stream().filter(this::isSelected).toList();
        if (all.isEmpty()) {
            tell(MavenProblems.noModels(shown(specFolders()).toList()), failIfNoModels);
        } else if (selected.isEmpty()) {
            tell(MavenProblems.noSuchModel(models, names(all)), failIfNoSpecifiedModels);
        }
        return selected;
    }

    private void tell(Problem problem, boolean isFailure) {
        if (isFailure) {
            throw problem;
        }
        getLog().info(problem.what());
    }

    private boolean isSelected(Path config) {
        Path name = config.getFileName();
        return models.isEmpty()
                || models.stream()
                        .map(pattern -> pattern.endsWith(ENDING) ? pattern : pattern + ENDING)
                        .anyMatch(pattern -> matcher(pattern).matches(name));
    }

    private static PathMatcher matcher(String pattern) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    }

    static List<String> names(List<Path> configs) {
        return configs.stream()
                .map(config -> String.valueOf(config.getFileName()).replaceAll("\\.cfg$", ""))
                .toList();
    }
}
