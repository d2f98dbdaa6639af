package dev.plumb.core;

import dev.plumb.kernel.Kernel;
import dev.plumb.kernel.SpecSource;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A model as the kernel loads it: its constants and its behaviour, and nothing of the {@code .cfg} that would change
 * which states there are or which count as equal.
 */
final class KernelModel {
    private static final Pattern SPEC = Pattern.compile("(?m)^\\s*Spec\\s*==");

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
        return Kernel.load(new SpecSource(model.module(), model.folders(), text(constants, source)), jar);
    }

    /** The constants as a {@code .cfg} assigns them. */
    List<String> assignments(SortedMap<String, TlaValue> given, Source source) {
        SortedMap<String, String> assignments = new TreeMap<>(config.constants());
        given.forEach((name, value) -> assignments.put(name, assignment(name, value, source)));
        return List.copyOf(assignments.values());
    }

    private String text(SortedMap<String, TlaValue> given, Source source) {
        StringBuilder text = new StringBuilder(behaviour());
        assignments(given, source)
                .forEach(assignment ->
                        text.append("CONSTANT ").append(assignment).append('\n'));
        return text.toString();
    }

    private String assignment(String name, TlaValue value, Source source) {
        if (!isSpeakable(value)) {
            throw CoreProblems.unspeakableConstant(source, name, value.toString());
        }
        String own = Optional.ofNullable(config.constants().get(name)).orElse("");
        return name + " = " + value.mapStrings(string -> asModelValue(string, own));
    }

    /** A trace writes model values as strings; a string in the cfg keeps its quotes, so a bare name is one. */
    private static TlaValue asModelValue(TlaValue string, String inConfig) {
        String name = ((TlaValue.Str) string).value();
        boolean bare = Pattern.compile("[={,]\\s*" + Pattern.quote(name) + "\\s*(?:[,}]|$)")
                .matcher(inConfig)
                .find();
        return bare ? TlaValue.model(name) : string;
    }

    private static boolean isSpeakable(TlaValue value) {
        return value instanceof TlaValue.SetOf set
                ? set.elements().stream().allMatch(KernelModel::isSpeakable)
                : !(value instanceof TlaValue.Fn);
    }

    private String behaviour() {
        if (config.name("SPECIFICATION").isPresent()) {
            return "SPECIFICATION " + config.name("SPECIFICATION").get() + "\n";
        } else if (config.name("INIT").isPresent() || !definesSpec()) {
            return "INIT " + config.name("INIT").orElse("Init") + "\nNEXT "
                    + config.name("NEXT").orElse("Next") + "\n";
        }
        return "SPECIFICATION Spec\n";
    }

    private boolean definesSpec() {
        try {
            return SPEC.matcher(Files.readString(model.module())).find();
        } catch (IOException e) {
            throw CoreProblems.unreadable(model.module(), e.getMessage());
        }
    }
}
