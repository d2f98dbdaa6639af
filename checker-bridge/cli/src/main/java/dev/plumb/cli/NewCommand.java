package dev.plumb.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumb new}. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Makes a Maven project to start from: a specification, a service in Java, and tests of both.",
        footer = {
            "",
            "Examples:",
            "  plumb new LeaseLock                                    in the folder lease-lock",
            "  plumb new LeaseLock --package com.example.lock --dir .",
            "",
            "Exit code: 0 if it is written, 3 if the folder is in use; all others: plumb --help."
        })
public final class NewCommand implements PlumbCommand {
    @Parameters(paramLabel = "NAME", description = "Of the module and the class, such as LeaseLock.")
    private String name = "";

    @Option(
            names = "--package",
            paramLabel = "PACKAGE",
            description = "Of the class (default: the name in lower case).")
    private @Nullable String packageName;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Folder to write to, new or empty (default: the name in lower case, with hyphens).")
    private @Nullable Path folder;

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() {
        Skeleton skeleton = new Skeleton(name, packageName == null ? name.toLowerCase(Locale.ROOT) : packageName);
        Path into = folder == null ? Path.of(skeleton.artifact()) : folder;
        PrintWriter out = Objects.requireNonNull(command).commandLine().getOut();
        skeleton.write(into).forEach(file -> out.println("written: " + file));
        out.println("Build and test it: mvn -f " + ShellWords.line(List.of(into.toString())) + " verify");
        return 0;
    }
}
