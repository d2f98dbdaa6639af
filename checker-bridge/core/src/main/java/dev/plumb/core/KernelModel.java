package dev.plumb.core;

import static java.util.stream.Collectors.joining;

import dev.plumb.kernel.Kernel;
import dev.plumb.kernel.SpecSource;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model as the kernel loads it: its constants and its behaviour, and nothing of the {@code .cfg} that would change
 * which states there are or which count as equal.
 */
final class KernelModel {
    private final Model model;
    private final Config config;

    KernelModel(Model model, Config config) {
        this.model = model;
        this.config = config;
    }

    /** Loads it with the constants of its {@code .cfg}. */
    LoadedSpec load(TlcJar jar) {
        return load(jar, new TreeMap<>(), new Source(model.name(), 0));
    }

    /** Loads it with some constants given from outside, {@code source}, which go before those of its {@code .cfg}. */
    LoadedSpec load(TlcJar jar, SortedMap<String, TlaValue> constants, Source source) {
        return Kernel.load(
                new SpecSource(model.module(), model.folders(), behaviour() + constants(constants, source)), jar);
    }

    /** Loads it with what its {@code .cfg} claims. */
    LoadedSpec loadWithClaims(TlcJar jar) {
        return Kernel.load(withClaims(new TreeMap<>(), new Source(model.name(), 0)), jar);
    }

    /** What is to be loaded to hold traces against it, with some constants given from outside. */
    SpecSource withClaims(SortedMap<String, TlaValue> constants, Source source) {
        String text = behaviour() + names("INVARIANT") + names("PROPERTY") + constants(constants, source);
        return new SpecSource(model.module(), model.folders(), text, model.binding());
    }

    private String names(String keyword) {
        return config.texts(keyword).stream()
                .map(name -> keyword + " " + name + "\n")
                .collect(joining());
    }

    /** The constants as a {@code .cfg} assigns them. */
    List<String> assignments(SortedMap<String, TlaValue> given, Source source) {
        SortedMap<String, String> assignments = new TreeMap<>();
        config.constants().forEach((name, constant) -> assignments.put(name, constant.text()));
        given.forEach((name, value) -> assignments.put(name, assignment(name, value, source)));
        return List.copyOf(assignments.values());
    }

    /** The constants of its {@code .cfg}, as one. */
    String constants() {
        return constants(new TreeMap<>(), new Source(model.name(), 0));
    }

    private String constants(SortedMap<String, TlaValue> given, Source source) {
        StringBuilder text = new StringBuilder();
        assignments(given, source)
                .forEach(assignment ->
                        text.append("CONSTANT ").append(assignment).append('\n'));
        return text.toString();
    }

    private String assignment(String name, TlaValue value, Source source) {
        if (!isSpeakable(value)) {
            throw CoreProblems.unspeakableConstant(source, name, value.toString());
        }
        Set<String> atoms = Optional.ofNullable(config.constants().get(name))
                .map(Config.Constant::atoms)
                .orElse(Set.of());
        return name + " = " + value.mapStrings(string -> asModelValue((TlaValue.Str) string, atoms));
    }

    /** A trace writes model values as strings. */
    private static TlaValue asModelValue(TlaValue.Str string, Set<String> atoms) {
        return atoms.contains(string.value()) ? TlaValue.model(string.value()) : string;
    }

    /** A cfg has no functions, and TLC reads a minus in it as a model value of that name. */
    private static boolean isSpeakable(TlaValue value) {
        if (value instanceof TlaValue.SetOf set) {
            return set.elements().stream().allMatch(KernelModel::isSpeakable);
        }
        boolean isNegative = value instanceof TlaValue.Int number && number.value() < 0;
        return !isNegative && !(value instanceof TlaValue.Fn);
    }

    /** As a {@code .cfg} names it: that of this one, else {@code Spec}, else {@code Init} and {@code Next}. */
    String behaviour() {
        if (config.name("SPECIFICATION").isPresent()) {
            return "SPECIFICATION " + config.name("SPECIFICATION").get() + "\n";
        } else if (config.name("INIT").isPresent() || !definesSpec()) {
            return "INIT " + config.name("INIT").orElse("Init") + "\nNEXT "
                    + config.name("NEXT").orElse("Next") + "\n";
        }
        return "SPECIFICATION Spec\n";
    }

    /** A module that makes a spec ready for checking has none of its own, but extends it. */
    private boolean definesSpec() {
        return Modules.of(model.module(), model.folders()).define("Spec");
    }
}
