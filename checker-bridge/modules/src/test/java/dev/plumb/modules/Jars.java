package dev.plumb.modules;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The TLC to test with: one that is given as Plumb's users give it, else the one on the class path. */
final class Jars {
    private static final String GIVEN = "plumb.tla2tools";

    private Jars() {}

    static Path tlc() {
        String given = System.getProperty(GIVEN, "");
        return given.isEmpty() ? onClassPath() : Path.of(given);
    }

    /** Whether the TLC to test with is newer than TLC 2.18, and so brings and knows more itself. */
    static boolean isLater() throws IOException {
        return ShippedModules.missingIn(tlc()).size() < ShippedModules.all().size();
    }

    static Path onClassPath() {
        try {
            return Path.of(tlc2.TLC
                    .class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A copy of a jar with more files in it. */
    static Path with(Map<String, byte[]> files, Path jar, Path copy) throws IOException {
        Files.copy(jar, copy);
        try (FileSystem inside = FileSystems.newFileSystem(copy)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path target = inside.getPath(file.getKey());
                Files.createDirectories(target.toAbsolutePath().getParent());
                Files.write(target, file.getValue());
            }
        }
        return copy;
    }
}
