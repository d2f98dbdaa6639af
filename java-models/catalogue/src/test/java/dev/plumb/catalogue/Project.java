package dev.plumb.catalogue;

import dev.plumb.core.Manifest;
import dev.plumb.core.Model;
import dev.plumb.core.SpecLocator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The repository that the tests run in. */
final class Project {
    static final Path ROOT = Path.of(System.getProperty("plumb.root"));
    static final Path SPECS = ROOT.resolve("specs");

    private Project() {}

    /** The folders of {@code specs/} that have a manifest, in alphabetical order. */
    static List<Path> specFolders() {
        try (Stream<Path> files = Files.walk(SPECS)) {
            return files.filter(file -> file.endsWith(Manifest.FILE))
                    .filter(file -> !SPECS.relativize(file).startsWith("target"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Model> models() {
        SpecLocator locator = new SpecLocator(List.of(ROOT));
        return specFolders().stream()
                .flatMap(folder -> locator.models(folder.toString(), Optional.empty()).stream())
                .toList();
    }
}
