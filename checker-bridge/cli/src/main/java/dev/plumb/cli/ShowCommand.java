package dev.plumb.cli;

import dev.plumb.report.Checked;
import dev.plumb.report.ResultProblems;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumb show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows results of before, from the result.json files that check, validate and history left.",
        footer = {
            "",
            "Examples:",
            "  plumb show plumb-out/MCTwoPhase_Hasty            what was printed then",
            "  plumb show artefact/result.json --write pages    its page and picture anew, somewhere else",
            "",
            "Exit code: 0, whatever came of the checks; all others: plumb --help."
        })
public final class ShowCommand implements PlumbCommand {
    @Parameters(
            paramLabel = "RESULT",
            arity = "0..*",
            defaultValue = "plumb-out",
            description = "A result.json, or a folder: all that are in it and below (default: ${DEFAULT-VALUE}).")
    private List<Path> places = new ArrayList<>();

    @Option(names = "--write", paramLabel = "DIR", description = "Write pages, pictures and reports anew, into DIR.")
    private @Nullable Path write;

    @Option(names = "--json", description = "Print results as JSON, a line each.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(command).commandLine().getOut();
        Printer printer = new Printer(json, Ansi.AUTO.enabled(), out);
        List<Path> files = files();
        Map<String, Checked> results = new LinkedHashMap<>();
        for (Path file : files) {
            Checked checked = ReportFolder.read(file);
            String name = ReportFolder.unique(name(file), results.keySet());
            results.put(name, checked);
            List<String> remarks = new ArrayList<>();
            if (write != null) {
                ReportFolder folder = ReportFolder.in(write, name);
                folder.write(checked).forEach(written -> remarks.add("see " + written));
            }
            remarks.addAll(Remarks.of(checked));
            printer.print(checked, remarks, files.size() > 1 && checked.exitCode() == 0);
        }
        if (write != null) {
            new CiReports("show", results).write(write);
        }
        return 0;
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path result : places) {
            List<Path> found = Files.isDirectory(result) ? below(result) : List.of(result);
            if (found.isEmpty()) {
                throw ResultProblems.noResults(result.toString());
            }
            files.addAll(found);
        }
        return files;
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.endsWith(ReportFolder.RESULT))
                    .sorted()
                    .toList();
        }
    }

    /** That of the folder which a check made for it. */
    private static String name(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder == null || folder.getFileName() == null
                ? "result"
                : folder.getFileName().toString();
    }
}
