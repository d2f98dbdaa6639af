package dev.plumb.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.plumb.core.SpecLocator;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumb list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists models: what is expected of each, and what came of it when it was checked last.",
        footer = {"", "Exit code: 0, whatever came of the models; all others: plumb --help."})
public final class ListCommand implements PlumbCommand {
    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "Lists the models in it and below; those below specs/ if it is left out.")
    private @Nullable Path folder;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "plumb-out",
            description = "Folder in which checks have left their results (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("plumb-out");

    @Option(names = "--json", description = "Print models as JSON, a line each.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() {
        SpecLocator locator = CommonOptions.specs();
        List<Path> configs = folder == null ? locator.configs() : locator.configs(folder);
        PrintWriter printer = Objects.requireNonNull(command).commandLine().getOut();
        List<ListedModel> models = models(locator, configs);
        if (json) {
            models.forEach(model -> printer.println(model.json()));
        } else {
            printer.print(ListText.of(models));
        }
        return 0;
    }

    private List<ListedModel> models(SpecLocator locator, List<Path> configs) {
        LastResults results = new LastResults(out);
        List<ListedModel> models =
                configs.stream().map(config -> ListedModel.of(config, locator)).toList();
        Map<Path, Long> sharing =
                models.stream().flatMap(model -> model.model().stream()).collect(groupingBy(results::file, counting()));
        return models.stream().map(model -> model.with(results, sharing)).toList();
    }
}
