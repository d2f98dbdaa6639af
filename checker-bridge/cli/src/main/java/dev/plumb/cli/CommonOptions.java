package dev.plumb.cli;

import dev.plumb.core.SpecLocator;
import dev.plumb.kernel.TlcJar;
import dev.plumb.report.Checked;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command that checks something takes. */
public final class CommonOptions {
    /** System property that names the folder whose {@code specs} are searched beside those of the current one. */
    static final String HOME = "plumb.home";

    /** Environment variable with folders of modules that all others may extend, separated as paths are. */
    static final String LIBRARY = "PLUMB_LIBRARY";

    /** Whether to colour what is printed. */
    enum Colour {
        AUTO,
        ALWAYS,
        NEVER
    }

    @Option(names = "--json", description = "Print results as JSON, a line each.")
    private boolean json;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "plumb-out",
            description = "Folder for pages, pictures and TLC's raw output (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("plumb-out");

    @Mixin
    private TlcOption tlc = new TlcOption();

    @Option(
            names = {"--colour", "--color"},
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "auto, always or never; auto is always on a terminal (default: ${DEFAULT-VALUE}).")
    private Colour colour = Colour.AUTO;

    public boolean json() {
        return json;
    }

    public Path out() {
        return out;
    }

    /** The TLC to use. */
    public TlcJar tlc() {
        return tlc.tlc();
    }

    public boolean colours() {
        return colour == Colour.ALWAYS || (colour == Colour.AUTO && Ansi.AUTO.enabled());
    }

    /** What finds the specs that a user names. */
    public static SpecLocator specs() {
        List<Path> homes = new ArrayList<>(List.of(Path.of(""), Path.of(System.getProperty(HOME, ""))));
        PackedSpecs.home(CacheFolder.specs()).ifPresent(homes::add);
        return new SpecLocator(homes, library(System.getenv().get(LIBRARY)));
    }

    /** @throws dev.plumb.traces.Problem if one of them is no folder */
    static List<Path> library(@Nullable String folders) {
        return Stream.of(Objects.requireNonNullElse(folders, "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> existing(Path.of(folder)))
                .toList();
    }

    private static Path existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw CliProblems.noSuchLibrary(folder, LIBRARY);
        }
        return folder;
    }

    /** Whether a person is watching. */
    public boolean progress() {
        return Ansi.AUTO.enabled() && !json;
    }

    /**
     * Leaves what a CI reads of all results of a command; with --json, stdout has nothing else.
     *
     * @param results by the names of their folders
     */
    public void reportToCi(String name, Map<String, Checked> results, CommandLine command) {
        CiReports reports = new CiReports(name, results);
        reports.write(out);
        reports.print(json ? command.getErr() : command.getOut());
    }

    /** What a command that is printed needs to repeat of these options. */
    List<String> repeated() {
        return tlc.repeated();
    }

    /** How the user calls Plumb, for commands that are printed. */
    public static String plumb() {
        return Optional.ofNullable(System.getProperty("plumb.command")).orElse("plumb");
    }
}
