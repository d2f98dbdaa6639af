package dev.plumb.cli;

import dev.plumb.kernel.TlcJar;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** What every command that checks something takes. */
public final class CommonOptions {
    /** System property that names the folder whose {@code specs} are searched beside those of the current one. */
    static final String HOME = "plumb.home";

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

    @Option(
            names = "--tla2tools",
            paramLabel = "FILE",
            description = "A tla2tools.jar to use instead of the TLC that Plumb brings.")
    private @Nullable Path tla2tools;

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
        return tla2tools == null ? TlcJar.find() : TlcJar.at(tla2tools);
    }

    public boolean colours() {
        return colour == Colour.ALWAYS || (colour == Colour.AUTO && Ansi.AUTO.enabled());
    }

    /** Folders below whose {@code specs} a module's name is searched. */
    public static List<Path> homes() {
        return List.of(Path.of(""), Path.of(System.getProperty(HOME, "")));
    }

    /** Whether a person is watching. */
    boolean progress() {
        return Ansi.AUTO.enabled() && !json;
    }

    /** What a command that is printed needs to repeat of these options. */
    List<String> repeated() {
        return tla2tools == null ? List.of() : List.of("--tla2tools", tla2tools.toString());
    }

    /** How the user calls Plumb, for commands that are printed. */
    public static String plumb() {
        return Optional.ofNullable(System.getProperty("plumb.command")).orElse("plumb");
    }
}
