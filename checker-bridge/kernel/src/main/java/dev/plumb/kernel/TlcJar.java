package dev.plumb.kernel;

import dev.plumb.traces.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** The TLC to use: the user's {@code tla2tools.jar} where one is named, else the one on the class path. */
public record TlcJar(Path path) {
    /** System property that names a {@code tla2tools.jar} of the user's. */
    public static final String PROPERTY = "plumb.tla2tools";

    private static final String MAIN_CLASS = "tlc2/TLC.class";
    private static final String CONFIG_CLASS = "tlc2/tool/impl/ModelConfig.class";

    /**
     * The one that the system property names, else the one on the class path.
     *
     * @throws Problem if there is none, or if it is no TLC
     */
    public static TlcJar find() {
        String named = System.getProperty(PROPERTY, "");
        return named.isEmpty() ? onClassPath() : at(Path.of(named));
    }

    /**
     * The TLC in this file.
     *
     * @throws Problem if there is no TLC at this path
     */
    public static TlcJar at(Path path) {
        if (!Files.isRegularFile(path)) {
            throw KernelProblems.noSuchJar(path);
        }
        try (JarFile jar = new JarFile(path.toFile())) {
            if (jar.getEntry(MAIN_CLASS) == null) {
                throw KernelProblems.notTlc(path, "it has no class tlc2.TLC");
            }
        } catch (IOException e) {
            throw KernelProblems.notTlc(path, "it is no jar: " + e.getMessage());
        }
        return new TlcJar(path);
    }

    /** Whether this TLC has a command-line option: asked of the jar, because versions do not tell. */
    public boolean knowsOption(String option) {
        return mentions(MAIN_CLASS, option);
    }

    /** Whether it knows a keyword of {@code .cfg} files. */
    public boolean knowsKeyword(String keyword) {
        return has(CONFIG_CLASS) && mentions(CONFIG_CLASS, keyword);
    }

    /** Whether there is such an entry in it. */
    public boolean has(String entry) {
        try (JarFile jar = new JarFile(path.toFile())) {
            return jar.getEntry(entry) != null;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The text of an entry; empty if there is none. */
    public Optional<String> text(String entry) {
        try (JarFile jar = new JarFile(path.toFile())) {
            JarEntry found = jar.getJarEntry(entry);
            if (found == null) {
                return Optional.empty();
            }
            try (InputStream text = jar.getInputStream(found)) {
                return Optional.of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private boolean mentions(String classFile, String text) {
        try (JarFile jar = new JarFile(path.toFile());
                InputStream bytes = jar.getInputStream(jar.getEntry(classFile))) {
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Problem unreadable(IOException e) {
        return KernelProblems.notTlc(path, "it cannot be read: " + e.getMessage());
    }

    private static TlcJar onClassPath() {
        URL found = TlcJar.class.getClassLoader().getResource(MAIN_CLASS);
        return jarOf(found).orElseThrow(KernelProblems::noTlc);
    }

    private static Optional<TlcJar> jarOf(@Nullable URL resource) {
        try {
            if (resource != null && resource.openConnection() instanceof JarURLConnection connection) {
                URI file = connection.getJarFileURL().toURI();
                return Optional.of(new TlcJar(Path.of(file)));
            }
            return Optional.empty();
        } catch (IOException | URISyntaxException e) {
            return Optional.empty();
        }
    }
}
