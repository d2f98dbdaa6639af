package dev.plumb.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
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
        PrintWriter printer = Objects.requireNonNull(command).commandLine().getOut();
        List<ListedModel> models = ListedModel.all(folder, out);
        if (json) {
            models.forEach(model -> printer.println(model.json()));
        } else {
            printer.print(ListText.of(models));
        }
        return 0;
    }
}
