package dev.plumb.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal about the specifications of a project. */
@SuppressWarnings("NullAway.Init") // Maven sets the fields
abstract class SpecsMojo extends PlumbMojo {
    private static final List<String> CONVENTIONAL = List.of("src/main/tla", "src/test/tla", "specs");

    /** Folders of modules and models. Without it: src/main/tla, src/test/tla and specs, as far as they are there. */
    @Parameter(property = "plumb.specs")
    List<File> specs = new ArrayList<>();

    @Override
    boolean isTest() {
        return true;
    }

    /** The folders that are there. */
    final List<Path> specFolders() {
        if (specs.isEmpty()) {
            return CONVENTIONAL.stream()
                    .map(basedir()::resolve)
                    .filter(Files::isDirectory)
                    .toList();
        }
        return specs.stream().map(SpecsMojo::existing).toList();
    }

    private static Path existing(File folder) {
        if (!folder.isDirectory()) {
            throw MavenProblems.noSuchFolder(folder.toPath());
        }
        return folder.toPath();
    }

    /** Files in them, or below. */
    final List<Path> specFiles(String ending) {
        Pattern name = Pattern.compile(".*" + Pattern.quote(ending));
        return specFolders().stream()
                .flatMap(folder -> TlaFiles.below(folder, name).stream())
                .toList();
    }

    /** A command about all modules; none where there is no module. */
    final Optional<List<String>> ofModules(String... command) {
        if (specFiles(".tla").isEmpty()) {
            getLog().info("There is no module in this project.");
            return Optional.empty();
        }
        return Optional.of(
                Stream.concat(Stream.of(command), shown(specFolders())).toList());
    }

    /** Paths as the user would write them. */
    final Stream<String> shown(List<Path> files) {
        return files.stream().map(this::shown);
    }

    /** Those of the dependencies; and folders without a name that says so, whose modules belong together all the same. */
    @Override
    final List<Path> library() {
        Path unpacked = buildDirectory.toPath().resolve("plumb/library");
        return Stream.concat(
                        specs.stream().map(File::toPath), new Library(unpacked).of(project.getArtifacts()).stream())
                .toList();
    }
}
