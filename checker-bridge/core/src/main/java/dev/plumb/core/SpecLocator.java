package dev.plumb.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what a user means by SPEC: a {@code .tla}, a {@code .cfg}, a folder, or the name of a module somewhere below a
 * {@code specs} folder or one of those that a Maven project has, {@code src/main/tla} and {@code src/test/tla}.
 */
public final class SpecLocator {
    private static final Pattern IS_MADE = Pattern.compile("/(target|plumb-out|\\.[^/]+)/");

    private final List<Path> roots;
    private final SearchPath searchPath;

    /** A locator that looks for names below the roots in each of these folders, in this order. */
    public SpecLocator(List<Path> homes) {
        this(homes, List.of());
    }

    /**
     * The same, with folders whose modules, and those below them, can be extended by all others and have a name here, too.
     * They are searched last.
     */
    public SpecLocator(List<Path> homes, List<Path> library) {
        Map<Path, Path> distinct = new LinkedHashMap<>();
        homes.stream()
                .flatMap(home -> SearchPath.ROOTS.stream().map(home::resolve))
                .filter(Files::isDirectory)
                .forEach(root -> distinct.putIfAbsent(root.toAbsolutePath().normalize(), root));
        this.roots = List.copyOf(distinct.values());
        this.searchPath = new SearchPath(library);
    }

    /**
     * The models that SPEC stands for: those of a folder, or one.
     *
     * @param config names one of them: a path, or a file beside the module
     * @throws dev.plumb.traces.Problem if there is none
     */
    public List<Model> models(String spec, Optional<String> config) {
        Path path = Path.of(spec);
        if (Files.isDirectory(path)) {
            return config.map(name -> List.of(model(named(path, name)))).orElseGet(() -> modelsIn(path));
        } else if (spec.endsWith(".cfg")) {
            return List.of(model(config(spec)));
        }
        Path module = module(spec);
        return List.of(config.map(name -> withConfig(module, named(parent(module), name)))
                .orElseGet(() -> withOwnConfig(module)));
    }

    /** The models that any of these stands for, each once. */
    public List<Model> models(List<String> specs) {
        Map<Path, Model> models = new LinkedHashMap<>();
        specs.stream()
                .flatMap(spec -> models(spec, Optional.empty()).stream())
                .forEach(model -> models.putIfAbsent(
                        model.config().orElse(model.module()).toAbsolutePath().normalize(), model));
        return List.copyOf(models.values());
    }

    /**
     * A module to hold traces against: with the named {@code .cfg}, or the one of its own name if there is one, and with
     * the binding that stands beside it.
     *
     * @throws dev.plumb.traces.Problem if there is no such module or {@code .cfg}, or if the binding is of another spec
     */
    public Model forTraces(String spec, Optional<String> config) {
        return new Bindings(unbound(spec, config)).found();
    }

    /** The same without a binding. */
    public Model unbound(String spec, Optional<String> config) {
        if (spec.endsWith(".cfg")) {
            return models(spec, Optional.empty()).get(0);
        }
        Path module = module(spec);
        if (config.isPresent()) {
            return withConfig(module, named(parent(module), config.get()));
        }
        Path own = sibling(module);
        return Files.exists(own) ? withConfig(module, own) : withoutConfig(module);
    }

    /**
     * The modules that SPEC stands for, without a {@code .cfg}: all below a folder, or one.
     *
     * @throws dev.plumb.traces.Problem if there is none
     */
    public List<Model> modules(String spec) {
        Path path = Path.of(spec);
        if (!Files.isDirectory(path)) {
            return List.of(withoutConfig(
                    spec.endsWith(".cfg") ? moduleOf(existing(path)).find() : module(spec)));
        }
        List<Path> modules = below(path, ".tla");
        if (modules.isEmpty()) {
            throw CoreProblems.noModules(path);
        }
        return modules.stream().map(this::withoutConfig).toList();
    }

    /** The modules that any of these stands for, each once. */
    public List<Model> modules(List<String> specs) {
        Map<Path, Model> modules = new LinkedHashMap<>();
        specs.stream()
                .flatMap(spec -> modules(spec).stream())
                .forEach(module ->
                        modules.putIfAbsent(module.module().toAbsolutePath().normalize(), module));
        return List.copyOf(modules.values());
    }

    private Model withoutConfig(Path module) {
        return new Model(module, Optional.empty(), searchPath.of(module), Optional.empty());
    }

    private ModuleOfConfig moduleOf(Path config) {
        return new ModuleOfConfig(config, searchPath);
    }

    /** The {@code .cfg} files below each {@code specs} folder, in the order of the alphabet. */
    public List<Path> configs() {
        return roots.stream().flatMap(root -> below(root, ".cfg").stream()).toList();
    }

    /**
     * Those in a folder and below it.
     *
     * @throws dev.plumb.traces.Problem if it has none
     */
    public List<Path> configs(Path folder) {
        List<Path> configs = Files.isDirectory(folder) ? below(folder, ".cfg") : List.of();
        if (configs.isEmpty()) {
            throw CoreProblems.noModels(folder);
        }
        return configs;
    }

    private Path module(String spec) {
        if (spec.endsWith(".tla")) {
            Path file = Path.of(spec);
            if (Files.isRegularFile(file)) {
                return file;
            }
            throw CoreProblems.noSuchSpec(spec, filesIn(parent(file), ".tla"));
        }
        List<Path> found = Stream.of(roots, searchPath.library())
                .map(folders -> modulesBelow(folders)
                        .filter(file -> stem(file).equals(spec))
                        .toList())
                .filter(files -> !files.isEmpty())
                .findFirst()
                .orElseThrow(() -> CoreProblems.noSuchSpec(spec, knownModules()));
        if (found.size() > 1) {
            throw CoreProblems.ambiguousSpec(spec, found);
        }
        return found.get(0);
    }

    private static Stream<Path> modulesBelow(List<Path> folders) {
        return folders.stream().flatMap(folder -> below(folder, ".tla").stream());
    }

    private Set<String> knownModules() {
        Set<String> known = new TreeSet<>();
        Stream.of(roots, searchPath.library())
                .flatMap(SpecLocator::modulesBelow)
                .forEach(file -> known.add(stem(file)));
        return known;
    }

    /** Those of the folder first, then those of the folders below. */
    private List<Model> modelsIn(Path folder) {
        Stream<Path> below = below(folder, ".cfg").stream().map(SpecLocator::parent);
        List<Path> configs = Stream.concat(Stream.of(folder), below)
                .distinct()
                .flatMap(each -> configsOf(each).stream())
                .distinct()
                .toList();
        if (configs.isEmpty()) {
            throw CoreProblems.noModels(folder);
        }
        return configs.stream().map(this::model).toList();
    }

    private static List<Path> configsOf(Path folder) {
        Set<String> names = new LinkedHashSet<>(Manifest.of(folder).entries().keySet());
        names.addAll(filesIn(folder, ".cfg"));
        return names.stream().map(name -> existing(folder.resolve(name))).toList();
    }

    /** One at this path, else the only one of this name below the roots. */
    private Path config(String spec) {
        Path file = Path.of(spec);
        if (Files.exists(file)) {
            return existing(file);
        }
        List<Path> all = configs();
        List<Path> named = all.stream().filter(each -> each.endsWith(file)).toList();
        if (named.size() == 1) {
            return named.get(0);
        }
        List<String> known = named.isEmpty()
                ? configsBeside(file)
                : named.stream().map(Path::toString).toList();
        throw CoreProblems.noSuchConfig(file, known.isEmpty() ? alike(file, all) : known);
    }

    /** The names that begin as this one does; if none does, all. */
    private static Collection<String> alike(Path file, List<Path> files) {
        String begin = stem(file).replaceAll("[_.].*", "");
        SortedSet<String> all = new TreeSet<>();
        files.forEach(each -> all.add(each.getFileName().toString()));
        List<String> alike = all.stream().filter(name -> name.startsWith(begin)).toList();
        return alike.isEmpty() ? all : alike;
    }

    /** The config that a user names: one in the folder, or a path. */
    private static Path named(Path folder, String name) {
        String file = name.endsWith(".cfg") ? name : name + ".cfg";
        Path inFolder = folder.resolve(file);
        return Files.isRegularFile(Path.of(file)) && !Files.isRegularFile(inFolder)
                ? Path.of(file)
                : existing(inFolder);
    }

    private static Path existing(Path config) {
        if (!Files.isRegularFile(config)) {
            throw CoreProblems.noSuchConfig(config, configsBeside(config));
        }
        return config;
    }

    static List<String> configsBeside(Path file) {
        return filesIn(parent(file), ".cfg");
    }

    /** A module without a cfg can be checked even so, but not while models of it are there that may be meant. */
    private Model withOwnConfig(Path module) {
        Path own = sibling(module);
        if (Files.exists(own)) {
            return withConfig(module, own);
        }
        List<String> others = filesIn(parent(module), ".cfg").stream()
                .filter(config -> moduleOf(parent(module).resolve(config)).isAbout(module))
                .toList();
        if (!others.isEmpty()) {
            throw CoreProblems.whichModel(module, others);
        }
        return withoutConfig(module);
    }

    private Model model(Path config) {
        return withConfig(moduleOf(config).find(), config);
    }

    private Model withConfig(Path module, Path config) {
        Optional<Expectation> expectation = Manifest.over(config).entry(config).map(Manifest.Entry::expectation);
        return new Model(module, Optional.of(config), searchPath.of(module), expectation);
    }

    /** What a build copies or a check leaves is no source, nor is what is hidden. */
    static List<Path> below(Path root, String ending) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !IS_MADE.matcher(
                                    "/" + root.relativize(file).toString().replace('\\', '/'))
                            .find())
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw CoreProblems.unreadable(root, e.getMessage());
        }
    }

    static List<String> filesIn(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw CoreProblems.unreadable(folder, e.getMessage());
        }
    }

    private static Path sibling(Path module) {
        return parent(module).resolve(stem(module) + ".cfg");
    }

    static String stem(Path file) {
        return file.getFileName().toString().replaceAll("\\.(tla|cfg)$", "");
    }

    static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }
}
