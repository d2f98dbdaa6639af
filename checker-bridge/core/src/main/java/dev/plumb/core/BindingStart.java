package dev.plumb.core;

import static java.util.stream.Collectors.joining;

import dev.plumb.kernel.BindingProblems;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.ActionSignature;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A binding to start from: it says nothing yet, and shows in comments what can be said of this spec. */
public final class BindingStart {
    private static final Pattern MODULE_FILE = Pattern.compile("\\w*[A-Za-z]\\w*\\.tla");

    private final Model model;
    private final TlcJar jar;

    public BindingStart(Model model, TlcJar jar) {
        this.model = model;
        this.jar = jar;
    }

    /** Where the binding of the spec is looked for. */
    public Path file() {
        return model.module().resolveSibling(model.moduleName() + Bindings.SUFFIX + ".tla");
    }

    /**
     * Writes it.
     *
     * @param replace whether a file may be replaced
     * @throws dev.plumb.traces.Problem if the spec cannot be loaded, or if the file is there or cannot be written
     */
    public void write(Path file, boolean replace) {
        if (!MODULE_FILE.matcher(file.getFileName().toString()).matches()) {
            throw BindingProblems.notNamedLikeAModule(file);
        } else if (!replace && Files.exists(file)) {
            throw BindingProblems.exists(file);
        }
        OpenOption[] how = {
            StandardOpenOption.WRITE,
            replace ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW,
            StandardOpenOption.TRUNCATE_EXISTING
        };
        try {
            Files.writeString(file, text(SpecLocator.stem(file)), how);
        } catch (FileAlreadyExistsException e) {
            throw BindingProblems.exists(file);
        } catch (IOException e) {
            throw CoreProblems.unwritable(file, e.getClass().getSimpleName());
        }
    }

    private String text(String name) {
        Config config = model.config().map(Config::read).orElseGet(Config::none);
        try (LoadedSpec spec =
                new KernelModel(model, config).load(jar, missingConstants(config), new Source(model.name(), 0))) {
            List<ActionSignature> actions = spec.actions().stream()
                    .filter(action -> !action.name().equals("Next"))
                    .toList();
            return text(name, spec.module(), actions, spec.variables());
        }
    }

    /** Its actions do not depend on the values of constants, so any will do where none are known. */
    private SortedMap<String, TlaValue> missingConstants(Config config) {
        SortedMap<String, TlaValue> missing = new TreeMap<>();
        new Bindings(model)
                .constants().stream()
                        .filter(constant -> !config.constants().containsKey(constant))
                        .forEach(constant -> missing.put(constant, TlaValue.model(constant)));
        return missing;
    }

    private static String text(String name, String spec, List<ActionSignature> actions, List<String> variables) {
        return String.format(
                Locale.ROOT,
                """
                ---- MODULE %1$s ----
                (* What the events of a trace are in %2$s. Nothing need be said of events that are named as in %2$s.

                   OnX(e) says what an event x or X is: a step that %2$s allows, or none. e.args are its arguments, by
                   their names or, where they have none, by their places: e.args[1]. e.process is who recorded it.
                   Take the \\* away from a line to use it, and write the name of your event behind On. *)
                EXTENDS %2$s

                %3$s
                (* An event that changes nothing: *)
                \\* OnLogged(e) == UNCHANGED <<%4$s>>

                (* An event that is several steps, in this order: *)
                \\* OnDone_1(e) == %5$s
                \\* OnDone_2(e) == %6$s

                (* Steps that are not recorded, and how many of them at most come before an event: *)
                \\* Silent == %7$s
                \\* SilentSteps == 1
                ====
                """,
                name,
                spec,
                actions.stream().map(BindingStart::line).collect(joining()),
                String.join(", ", variables),
                actions.stream().findFirst().map(BindingStart::application).orElse("Next"),
                actions.stream()
                        .reduce((one, next) -> next)
                        .map(BindingStart::application)
                        .orElse("Next"),
                actions.stream().findFirst().map(BindingStart::silent).orElse("Next"));
    }

    private static String line(ActionSignature action) {
        return "\\* On" + action.name() + "(e) == " + application(action) + "\n";
    }

    private static String application(ActionSignature action) {
        return action.name() + arguments(action, "e.args.");
    }

    private static String silent(ActionSignature action) {
        List<String> parameters = action.parameters();
        String quantifier = parameters.isEmpty()
                ? ""
                : parameters.stream().map(each -> each + " \\in {}").collect(joining(", ", "\\E ", " : "));
        return quantifier + action.name() + arguments(action, "");
    }

    private static String arguments(ActionSignature action, String prefix) {
        return action.parameters().isEmpty()
                ? ""
                : action.parameters().stream().map(each -> prefix + each).collect(joining(", ", "(", ")"));
    }
}
