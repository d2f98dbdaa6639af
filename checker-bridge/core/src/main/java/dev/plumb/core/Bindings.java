package dev.plumb.core;

import dev.plumb.core.ModuleText.Name;
import dev.plumb.kernel.BindingProblems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the module that says how events name the actions of a spec. It is read without TLC's parser. */
final class Bindings {
    /** What the name of a binding has behind that of its spec. */
    static final String SUFFIX = "Binding";

    private final Model model;

    Bindings(Model model) {
        this.model = model;
    }

    /** The model with the binding that stands beside it, or beside a module that it extends, if there is one. */
    Model found() {
        return extended(model.module(), model.folders()).stream()
                .map(module -> module.resolveSibling(SpecLocator.stem(module) + SUFFIX + ".tla"))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(model::bound)
                .orElse(model);
    }

    /**
     * A binding about this spec: it extends it, or what it extends, and has no variables of its own.
     *
     * @throws dev.plumb.traces.Problem if it is none
     */
    Path checked(Path binding) {
        if (!Files.isRegularFile(binding)) {
            throw BindingProblems.noSuchBinding(binding);
        }
        List<Path> extended = extended(binding, model.folders());
        List<Path> declaring = extended.stream()
                .filter(Bindings::hasVariables)
                .map(Bindings::named)
                .toList();
        List<Path> known = extended(model.module(), model.folders()).stream()
                .map(Bindings::named)
                .toList();
        if (declaring.isEmpty() || !known.containsAll(declaring)) {
            List<String> names =
                    extended.stream().skip(1).map(SpecLocator::stem).toList();
            throw BindingProblems.ofAnotherSpec(binding, model.moduleName(), names);
        }
        return binding;
    }

    /** The constants that the spec declares. */
    List<String> constants() {
        return extended(model.module(), model.folders()).stream()
                .flatMap(module -> text(module).declared().stream())
                .filter(name -> name.kind().equals("constant"))
                .map(Name::text)
                .toList();
    }

    private static Path named(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private static boolean hasVariables(Path module) {
        return text(module).declared().stream().anyMatch(name -> name.kind().equals("variable"));
    }

    /** A module and all that it extends, as far as they stand in the folders; the nearest first. */
    private static List<Path> extended(Path root, List<Path> folders) {
        Map<String, Path> files = new TreeMap<>();
        Modules.of(root, folders).files().forEach(file -> files.put(SpecLocator.stem(file), file));
        List<Path> all = new ArrayList<>(List.of(root));
        for (int i = 0; i < all.size(); i++) {
            text(all.get(i)).extended().stream()
                    .map(Name::text)
                    .map(files::get)
                    .filter(file -> file != null && !all.contains(file))
                    .forEach(all::add);
        }
        return all;
    }

    private static ModuleText text(Path module) {
        return ModuleText.of(module, Modules.read(module));
    }
}
