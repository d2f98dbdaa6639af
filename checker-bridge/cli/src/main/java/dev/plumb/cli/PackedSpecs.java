package dev.plumb.cli;

import dev.plumb.kernel.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** The specifications of the protocols, as files, where all of Plumb is one jar and there is no clone of its repository. */
final class PackedSpecs {
    private static final String IN_JAR = "META-INF/tla/";

    private PackedSpecs() {}

    /**
     * A folder with them, which is made if it is not there yet; empty where Plumb is several jars.
     *
     * @throws dev.plumb.traces.Problem if it cannot be made
     */
    static Optional<Path> home(Path cache) {
        Path self = self();
        return Files.isRegularFile(self) ? home(self, cache) : Optional.empty();
    }

    static Optional<Path> home(Path self, Path cache) {
        try (JarFile jar = new JarFile(self.toFile())) {
            List<JarEntry> specs = jar.stream()
                    .filter(entry -> entry.getName().startsWith(IN_JAR) && !entry.isDirectory())
                    .toList();
            Path home = cache.resolve(name(specs));
            if (!specs.isEmpty() && !Files.exists(home)) {
                unpack(jar, specs, home);
            }
            return specs.isEmpty() ? Optional.empty() : Optional.of(home);
        } catch (IOException e) {
            throw CliProblems.cannotUnpack(cache, e.getClass().getSimpleName());
        }
    }

    private static Path self() {
        try {
            return Path.of(PackedSpecs.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another version of Plumb has others. */
    private static String name(List<JarEntry> specs) {
        String contents =
                specs.stream().map(entry -> entry.getName() + entry.getCrc()).collect(Collectors.joining());
        return UUID.nameUUIDFromBytes(contents.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Nobody sees half of them, and who is the first of several wins. */
    private static void unpack(JarFile jar, List<JarEntry> specs, Path home) throws IOException {
        Files.createDirectories(home.resolveSibling(""));
        Path made = Files.createTempDirectory(home.resolveSibling(""), "specs");
        for (JarEntry entry : specs) {
            Path file = made.resolve("specs").resolve(entry.getName().substring(IN_JAR.length()));
            Files.createDirectories(file.resolveSibling(""));
            try (InputStream bytes = jar.getInputStream(entry)) {
                Files.copy(bytes, file);
            }
        }
        try {
            Files.move(made, home);
        } catch (FileAlreadyExistsException another) {
            PrivateFolder.delete(made);
        }
    }
}
