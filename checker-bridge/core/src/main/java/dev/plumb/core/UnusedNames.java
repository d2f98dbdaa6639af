package dev.plumb.core;

import dev.plumb.core.Finding.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a module defines, declares or extends and nothing uses. Names are compared as words, wherever they stand: a name that
 * is used is never told, one that is not may go unnoticed. A library is there for others to use, so definitions are told of
 * modules only that have models and that no other module extends.
 */
final class UnusedNames {
    private final Neighbourhood neighbourhood;
    private final ModuleText module;
    private final List<ModuleText> users;

    UnusedNames(Neighbourhood neighbourhood, Path module) {
        this.neighbourhood = neighbourhood;
        this.module = neighbourhood.text(module);
        this.users = neighbourhood.usersOf(this.module);
    }

    /** What is extended, what is declared and what is defined in vain; {@code named} is the file as the user names it. */
    List<Finding> findings(Path named) {
        if (module.isTranslated() || module.hasInnerModules()) {
            return List.of();
        }
        List<ModuleText.Name> unused = new ArrayList<>(
                module.extended().stream().filter(this::isNeedless).toList());
        if (users.stream().anyMatch(neighbourhood::hasModel)) {
            module.declared().stream().filter(this::isUnused).forEach(unused::add);
        }
        if (neighbourhood.hasModel(module) && !neighbourhood.isUsed(module)) {
            module.defined().stream().filter(this::isUnused).forEach(unused::add);
        }
        return unused.stream().map(name -> finding(name, named)).toList();
    }

    /** Whether it stands nowhere but where it is introduced. */
    private boolean isUnused(ModuleText.Name name) {
        int occurrences =
                users.stream().mapToInt(user -> user.count(name.text())).sum();
        return occurrences == 1 && users.stream().noneMatch(user -> neighbourhood.isSubstituted(name.text(), user));
    }

    /** A module without definitions of its own is a collection of others. */
    private boolean isNeedless(ModuleText.Name extended) {
        Optional<Set<String>> exported = neighbourhood.exported(extended.text());
        return exported.isPresent()
                && !module.exported().isEmpty()
                && users.stream().noneMatch(user -> exported.get().stream().anyMatch(name -> uses(user, name)));
    }

    private boolean uses(ModuleText user, String name) {
        return user.count(name) > 0 || neighbourhood.isSubstituted(name, user);
    }

    private Finding finding(ModuleText.Name name, Path named) {
        Finding.Place place = module.place(name);
        Finding.Place shown = new Finding.Place(named, place.line(), place.column(), place.length());
        String message = name.kind().equals("module")
                ? "Nothing of module " + name.text() + " is used."
                : "Nothing uses the " + name.kind() + " " + name.text() + ".";
        return new Finding(Severity.WARNING, Optional.of(shown), message, "Remove it, or use it.");
    }
}
