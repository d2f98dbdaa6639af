package dev.plumb.simulation.commands;

import dev.plumb.simulation.drive.SimulationProblems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Folders that options name: looked at before the work begins, and made when there is something to leave in them. */
final class Folders {
    private Folders() {}

    /** @throws dev.plumb.traces.Problem if it is not there and cannot be made, or nothing can be written to it */
    static void check(String option, Path given) {
        Path there = Stream.iterate(given.toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        if (!Files.isDirectory(there)) {
            throw SimulationProblems.notAFolder(option, given, there + " is a file");
        } else if (!Files.isWritable(there)) {
            throw SimulationProblems.notAFolder(option, given, there + " cannot be written to");
        }
    }
}
