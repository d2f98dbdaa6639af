package dev.plumb.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Modules, models and manifests below a folder, and how jars carry them. */
final class TlaFiles {
    /** Where in a jar they are. */
    static final String IN_JAR = "META-INF/tla";

    private static final Pattern NAME = Pattern.compile(".*\\.(tla|cfg)|manifest\\.json");

    private TlaFiles() {}

    /** Files below a folder, in the order of the alphabet; none if there is no such folder. */
    static List<Path> below(Path folder, Pattern name) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> name.matcher(name(file)).matches())
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes {@code to} have the files of {@code from} and no other ones. */
    static void mirror(Path from, Path to) {
        try {
            Set<Path> wanted = new LinkedHashSet<>();
            for (Path file : below(from, NAME)) {
                Path copy = to.resolve(from.relativize(file).toString());
                wanted.add(copy);
                copy(file, copy);
            }
            for (Path file : below(to, NAME)) {
                if (!wanted.contains(file)) {
                    Files.delete(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw MavenProblems.cannotCopy(to, String.valueOf(e.getMessage()));
        }
    }

    /** What has not changed keeps its time, so that nothing is packed or checked anew for it. */
    private static void copy(Path file, Path copy) throws IOException {
        if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
            Files.createDirectories(copy.resolveSibling(""));
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The same with what a jar carries. */
    static void unpack(Path jar, Path to) {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            mirror(files.getPath(IN_JAR), to);
        } catch (IOException e) {
            throw MavenProblems.cannotCopy(to, String.valueOf(e.getMessage()));
        }
    }

    private static String name(Path file) {
        return file.getFileName() == null ? "" : file.getFileName().toString();
    }
}
