package dev.plumb.core;

import dev.plumb.kernel.TlcJar;
import dev.plumb.modules.ShippedModules;
import dev.plumb.traces.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The modules and {@code .cfg} files that may use a name of one of them, and the modules that they have names from. */
final class Neighbourhood {
    private static final String STANDARD = "tla2sany/StandardModules/";
    private static final int TOOLBOX_DEPTH = 3;

    private final TlcJar jar;
    private final Map<Path, ModuleText> modules = new HashMap<>();
    /** Those of a config by the file of its module; under an empty path those whose module is not known. */
    private final Map<Path, List<ModuleText>> configs = new HashMap<>();

    private final Map<String, Optional<ModuleText>> standard = new HashMap<>();

    /** What stands in these folders; the Toolbox has models in folders of its own below. */
    Neighbourhood(List<Path> folders, TlcJar jar) {
        this.jar = jar;
        SearchPath all = new SearchPath(folders);
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                if (file.toString().endsWith(".tla")) {
                    modules.put(file, read(file));
                } else if (file.toString().endsWith(".cfg")) {
                    configs.computeIfAbsent(moduleOf(file, all), f -> new ArrayList<>())
                            .add(config(file));
                } else if (file.endsWith(Manifest.FILE)) {
                    configs.computeIfAbsent(Path.of(""), f -> new ArrayList<>()).add(read(file));
                }
            }
        }
    }

    private static Set<Path> files(Path folder) {
        Set<Path> files = new LinkedHashSet<>();
        try (Stream<Path> own = Files.list(folder)) {
            for (Path file : own.toList()) {
                if (Files.isRegularFile(file)) {
                    files.add(file);
                } else if (file.toString().endsWith(".toolbox")) {
                    try (Stream<Path> models = Files.walk(file, TOOLBOX_DEPTH)) {
                        models.filter(Files::isRegularFile).forEach(files::add);
                    }
                }
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            throw CoreProblems.unreadable(folder, e.getMessage());
        }
    }

    private static Path moduleOf(Path config, SearchPath all) {
        try {
            return new ModuleOfConfig(config, all).find();
        } catch (Problem noModule) {
            return Path.of("");
        }
    }

    private static ModuleText read(Path file) {
        return ModuleText.of(file, TextFile.read(file).text());
    }

    /** That a constant has a value is no use of it. */
    private static ModuleText config(Path file) {
        return ModuleText.of(file, TextFile.read(file).text().replaceAll("\\w+(?=\\s*(?:=|<-))", ""));
    }

    ModuleText text(Path module) {
        return modules.computeIfAbsent(module, Neighbourhood::read);
    }

    boolean hasModel(ModuleText module) {
        return configs.containsKey(module.file());
    }

    /** Whether another one extends or instantiates it. */
    boolean isUsed(ModuleText module) {
        return modules.values().stream().anyMatch(other -> other.needed().contains(module.name()));
    }

    /** The module, all that extend or instantiate it, be it by way of others, and all that is not known to be of others. */
    List<ModuleText> usersOf(ModuleText module) {
        List<ModuleText> users = new ArrayList<>(List.of(module));
        for (int i = 0; i < users.size(); i++) {
            String name = users.get(i).name();
            Predicate<ModuleText> isNew = other -> other.needed().contains(name) && !users.contains(other);
            modules.values().stream().filter(isNew).forEach(users::add);
        }
        List<ModuleText> all = new ArrayList<>(users);
        users.forEach(user -> all.addAll(configs.getOrDefault(user.file(), List.of())));
        all.addAll(configs.getOrDefault(Path.of(""), List.of()));
        return all;
    }

    /** All that one can use who extends a module of this name; empty where that is not known. */
    Optional<Set<String>> exported(String module) {
        return withExtended(module)
                .map(all ->
                        all.stream().flatMap(each -> each.exported().stream()).collect(Collectors.toSet()))
                .filter(names -> !names.isEmpty());
    }

    /** Whether instantiating a module substitutes this name without naming it; true where that is not known. */
    boolean isSubstituted(String name, ModuleText by) {
        return by.instantiated().stream()
                .map(this::withExtended)
                .anyMatch(all -> all.isEmpty()
                        || all.get().stream()
                                .flatMap(each -> each.declared().stream())
                                .anyMatch(declared -> declared.text().equals(name)));
    }

    /** A module and those that it has names from; empty where one is not known. */
    private Optional<List<ModuleText>> withExtended(String module) {
        List<String> names = new ArrayList<>(List.of(module));
        List<ModuleText> texts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Optional<ModuleText> text = named(names.get(i));
            if (text.isEmpty()) {
                return Optional.empty();
            }
            texts.add(text.get());
            text.get().passedOn().stream().filter(name -> !names.contains(name)).forEach(names::add);
        }
        return Optional.of(texts);
    }

    private Optional<ModuleText> named(String name) {
        return modules.values().stream()
                .filter(module -> module.name().equals(name))
                .findFirst()
                .or(() -> standard.computeIfAbsent(name, this::unpacked));
    }

    private Optional<ModuleText> unpacked(String name) {
        String file = name + ".tla";
        try (InputStream own = ShippedModules.open(file)) {
            Optional<String> text = jar.text(STANDARD + file);
            if (text.isEmpty() && own != null) {
                text = Optional.of(new String(own.readAllBytes(), StandardCharsets.UTF_8));
            }
            return text.map(t -> ModuleText.of(Path.of(file), t));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
