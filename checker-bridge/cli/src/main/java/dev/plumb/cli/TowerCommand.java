package dev.plumb.cli;

import dev.plumb.cli.GraphPictures.Layout;
import dev.plumb.core.Refinements;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumb tower}. */
@Command(
        name = "tower",
        mixinStandardHelpOptions = true,
        description = "Tells and draws which spec refines which, and whether that has been checked.",
        footer = {"", "Exit code: 0, whatever came of the models; all others: plumb --help."})
public final class TowerCommand implements PlumbCommand {
    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "Looks at the models in it and below; at those below specs/ if it is left out.")
    private @Nullable Path folder;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "plumb-out",
            description =
                    "Folder in which checks have left their results, and where the picture goes (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("plumb-out");

    @Option(names = "--json", description = "Print refinements as JSON, a line each.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() {
        List<Tower.Checked> claims = new ArrayList<>();
        for (ListedModel listed : ListedModel.all(folder, out)) {
            listed.model().ifPresent(model -> Refinements.of(model)
                    .forEach(claim -> claims.add(new Tower.Checked(claim, listed))));
        }
        Tower tower = new Tower(claims);
        PrintWriter printer = Objects.requireNonNull(command).commandLine().getOut();
        if (json) {
            tower.json().forEach(printer::println);
        } else {
            printer.print(tower.text());
            tower.drawing()
                    .map(drawing -> GraphPictures.write(drawing, Layout.AUTO, ReportFolder.of(out), "tower"))
                    .ifPresent(files -> files.forEach(file -> printer.println("  see " + file)));
        }
        return 0;
    }
}
