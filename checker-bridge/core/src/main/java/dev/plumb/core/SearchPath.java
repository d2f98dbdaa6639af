package dev.plumb.core;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** In which folders the modules are searched that a module extends. */
final class SearchPath {
    private static final Path MAIN = Path.of("src/main/tla");
    private static final Path TEST = Path.of("src/test/tla");

    /** Where modules that belong together stand, anywhere below: in a repository of specs, and in a Maven project. */
    static final List<Path> ROOTS = List.of(Path.of("specs"), MAIN, TEST);

    private final List<Path> library;

    /** A path that ends with these folders and what is below them. */
    SearchPath(List<Path> library) {
        this.library = library.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .toList();
    }

    /** The folders in which it ends. */
    List<Path> library() {
        return library;
    }

    /** The module's folder first, then the other folders below the same root; tests see what is not a test. */
    List<Path> of(Path module) {
        Path own = SpecLocator.parent(module.toAbsolutePath().normalize());
        Set<Path> folders = new LinkedHashSet<>(List.of(own));
        Stream.concat(root(own).stream(), root(own).flatMap(SearchPath::tested).stream())
                .forEach(root -> folders.addAll(foldersBelow(root)));
        library.forEach(root -> folders.addAll(foldersBelow(root)));
        return List.copyOf(folders);
    }

    private static Optional<Path> root(Path folder) {
        return Stream.iterate(folder, above -> above != null, Path::getParent)
                .filter(above -> ROOTS.stream().anyMatch(above::endsWith))
                .findFirst();
    }

    private static Optional<Path> tested(Path root) {
        return Optional.of(root)
                .filter(tests -> tests.endsWith(TEST))
                .map(tests -> tests.resolve("../../..").resolve(MAIN).normalize())
                .filter(Files::isDirectory);
    }

    private static List<Path> foldersBelow(Path root) {
        return SpecLocator.below(root, ".tla").stream()
                .map(SpecLocator::parent)
                .distinct()
                .toList();
    }
}
