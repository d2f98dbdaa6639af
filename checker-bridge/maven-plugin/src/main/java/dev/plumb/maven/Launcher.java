package dev.plumb.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A shell script that runs Plumb as the goals do, from any folder: reports say how to reproduce a result with it. */
final class Launcher {
    private Launcher() {}

    /** Writes it; whoever builds may not want to install Plumb to look at a result. */
    static void write(Path file, Fork fork) {
        List<String> words = new ArrayList<>(List.of(fork.java().toString()));
        words.addAll(fork.jvmArguments());
        List<String> lines = new ArrayList<>(List.of("#!/bin/sh", "# Runs Plumb as the build does."));
        fork.environment().forEach((name, value) -> lines.add("export " + name + "=" + quoted(value)));
        lines.add("exec " + words.stream().map(Launcher::quoted).collect(Collectors.joining(" "))
                + " -Dplumb.command=\"$0\" " + Fork.MAIN + " \"$@\"");
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, lines);
            file.toFile().setExecutable(true);
        } catch (IOException e) {
            throw MavenProblems.cannotWrite(file, String.valueOf(e.getMessage()));
        }
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
