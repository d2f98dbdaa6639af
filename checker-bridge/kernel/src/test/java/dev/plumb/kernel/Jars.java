package dev.plumb.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds jars of what the tests run with. */
final class Jars {
    private Jars() {}

    /** The folder or jar that a class was loaded from. */
    static Path originOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** A jar of the contents of folders and jars; of files with the same name the first is taken. */
    static URL of(Path jar, Path... origins) throws IOException {
        try (FileSystem written = FileSystems.newFileSystem(create(jar))) {
            for (Path origin : origins) {
                if (Files.isDirectory(origin)) {
                    copy(origin, written.getPath("/"));
                } else {
                    try (FileSystem read = FileSystems.newFileSystem(origin)) {
                        copy(read.getPath("/"), written.getPath("/"));
                    }
                }
            }
        }
        return jar.toUri().toURL();
    }

    private static Path create(Path jar) throws IOException {
        return withEntry(jar, "META-INF/MANIFEST.MF", InputStream.nullInputStream());
    }

    /** A jar with one entry. */
    static Path withEntry(Path jar, String name, InputStream content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(name));
            content.transferTo(zip);
        }
        return jar;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            List<Path> files = tree.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                Path target = to.resolve(from.relativize(file).toString());
                if (!Files.exists(target)) {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }
}
