package dev.plumb.core;

import dev.plumb.traces.Problem;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which module a {@code .cfg} belongs to: nothing in the file says so. */
final class ModuleOfConfig {
    /** Between words: {@code MCLease|_Late}, {@code Lease|.small}, {@code Lease|Small}, {@code EWD998|Small}, {@code Cat|3}. */
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("(?=[^A-Za-z0-9])|(?<=[^A-Z])(?=[A-Z])|(?=[A-Z][a-z])|(?<=[^0-9])(?=[0-9])");

    private final Path config;
    private final Path folder;
    private final List<Path> modules;
    private final SearchPath searchPath;

    ModuleOfConfig(Path config, SearchPath searchPath) {
        this.config = config;
        this.searchPath = searchPath;
        this.folder = Optional.ofNullable(config.getParent()).orElse(Path.of(""));
        this.modules = SpecLocator.filesIn(folder, ".tla").stream()
                .map(folder::resolve)
                .toList();
    }

    /** The manifest's; else the one that it is named after; else the only one with such a behaviour. */
    Path find() {
        return found().orElseThrow(() -> CoreProblems.noModule(
                config,
                modules.stream().map(file -> String.valueOf(file.getFileName())).toList()));
    }

    /** Whether its module is this one, or extends it. */
    boolean isAbout(Path module) {
        try {
            return found().map(root -> Modules.of(root, searchPath.of(root)).include(module))
                    .orElse(false);
        } catch (Problem problem) {
            return false;
        }
    }

    private Optional<Path> found() {
        Manifest manifest = Manifest.over(config);
        return manifest.entry(config)
                .map(entry -> manifest.folder().resolve(entry.module()))
                .or(this::ofTheName)
                .or(this::ofTheBehaviour);
    }

    /** The longest name of a module that is the beginning of its own, whole words only. */
    private Optional<Path> ofTheName() {
        String name = SpecLocator.stem(config);
        return modules.stream()
                .filter(module -> begins(name, SpecLocator.stem(module)))
                .max(Comparator.comparingInt(module -> SpecLocator.stem(module).length()));
    }

    private static boolean begins(String name, String beginning) {
        return name.startsWith(beginning)
                && (name.equals(beginning)
                        || BETWEEN_WORDS
                                .matcher(name)
                                .results()
                                .anyMatch(boundary -> boundary.start() == beginning.length()));
    }

    /** Of several that have it one is meant that defines it, and not one that only extends that, as proofs do. */
    private Optional<Path> ofTheBehaviour() {
        List<String> names = namesOfBehaviour();
        List<Path> able = modules.stream()
                .filter(module -> define(module, searchPath.of(module), names))
                .toList();
        List<Path> own =
                able.stream().filter(module -> define(module, List.of(), names)).toList();
        return Stream.of(modules, able, own)
                .filter(candidates -> candidates.size() == 1)
                .map(candidates -> candidates.get(0))
                .findFirst();
    }

    /** What a module must define for this cfg; impossible names where the cfg is broken, which its check will tell. */
    private List<String> namesOfBehaviour() {
        try {
            Config read = Config.read(config);
            return Stream.of("SPECIFICATION", "INIT", "NEXT", "INVARIANT", "PROPERTY")
                    .flatMap(keyword -> read.names(keyword).stream())
                    .map(name -> name.text().replaceAll("!.*", ""))
                    .toList();
        } catch (Problem problem) {
            return List.of("");
        }
    }

    private static boolean define(Path module, List<Path> folders, List<String> names) {
        try {
            return new HashSet<>(Modules.of(module, folders).definitions()).containsAll(names);
        } catch (Problem problem) {
            return false;
        }
    }
}
