package dev.plumb.cli;

import dev.plumb.core.CheckOptions;
import dev.plumb.core.Model;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which models a command is about. */
final class ModelArguments {
    @Parameters(
            paramLabel = "SPEC",
            arity = "1..*",
            description = "A .tla, a .cfg, a folder with all that is below, or the name of a module below specs/.")
    private List<String> specs = new ArrayList<>();

    @Option(names = "--config", paramLabel = "CFG", description = "The model: a .cfg, by path or beside the module.")
    private @Nullable String config;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /**
     * All of them.
     *
     * @throws dev.plumb.traces.Problem if there is none
     */
    List<Model> models() {
        if (config == null) {
            return CommonOptions.specs().models(specs);
        } else if (specs.size() > 1) {
            throw new ParameterException(
                    Objects.requireNonNull(command).commandLine(),
                    "--config is a model of one SPEC, and here are " + specs.size());
        }
        return CommonOptions.specs().models(specs.get(0), Optional.of(config));
    }

    /** A check of each with each of the options. */
    List<CheckJob> jobs(List<CheckOptions> options) {
        Optional<Path> folder = specs.size() == 1 ? Optional.of(Path.of(specs.get(0))) : Optional.empty();
        return CheckJob.of(folder, models(), options);
    }

    /** Whether they were asked for one by one, and not because they are in a folder. */
    boolean areNamed() {
        return config != null || specs.stream().noneMatch(spec -> Files.isDirectory(Path.of(spec)));
    }

    /** In words: what the user typed. */
    String text() {
        return String.join(", ", specs);
    }

    /** What a command about one of them needs to repeat. */
    List<String> repeated(Model model) {
        if (specs.size() > 1 || !areNamed()) {
            return List.of(model.config().orElse(model.module()).toString());
        }
        return config == null ? specs : List.of(specs.get(0), "--config", config);
    }
}
