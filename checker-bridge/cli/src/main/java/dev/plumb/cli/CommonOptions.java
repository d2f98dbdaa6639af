package dev.plumb.cli;

import dev.plumb.kernel.TlcJar;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
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

    /** Folders below whose {@code specs} a module's name is searched. */
    public static List<Path> homes() {
        return List.of(Path.of(""), Path.of(System.getProperty(HOME, "")));
    }

    /** Whether a person is watching. */
    public boolean progress() {
        return Ansi.AUTO.enabled() && !json;
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
