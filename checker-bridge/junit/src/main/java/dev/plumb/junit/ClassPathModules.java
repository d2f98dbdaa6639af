package dev.plumb.junit;

import dev.plumb.kernel.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** The modules that are on the class path, below {@code META-INF/tla}: those of other projects. */
final class ClassPathModules {
    private static final String ROOT = "META-INF/tla";

    private static @Nullable List<Path> folders;

    private ClassPathModules() {}

    /** Those in jars are unpacked once, into a folder that is gone when the JVM ends. */
    static synchronized List<Path> folders() {
        if (folders == null) {
            try {
                folders = find();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folders;
    }

    private static List<Path> find() throws IOException {
        List<Path> found = new ArrayList<>();
        ClassLoader loader = ClassPathModules.class.getClassLoader();
        for (URL url : Collections.list(loader.getResources(ROOT))) {
            URLConnection connection = url.openConnection();
            if (connection instanceof JarURLConnection inJar) {
                found.add(unpacked(inJar.getJarFile()));
            } else if (!isOurs(Path.of(URI.create(url.toString())))) {
                found.add(Path.of(URI.create(url.toString())));
            }
        }
        return List.copyOf(found);
    }

    /** What this project's build has copied stands in its source, too. */
    private static boolean isOurs(Path folder) {
        return folder.startsWith(Path.of("").toAbsolutePath());
    }

    private static Path unpacked(JarFile jar) throws IOException {
        Path folder = PrivateFolder.create(
                        "plumb-modules-" + ProcessHandle.current().pid() + "-")
                .path();
        for (JarEntry entry : Collections.list(jar.entries())) {
            Path file = folder.resolve(entry.getName()).normalize();
            if (entry.getName().startsWith(ROOT) && entry.getName().endsWith(".tla") && file.startsWith(folder)) {
                Files.createDirectories(file.getParent());
                try (InputStream in = jar.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
        return folder;
    }
}
