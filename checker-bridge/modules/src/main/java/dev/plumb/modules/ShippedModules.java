package dev.plumb.modules;

import static java.util.stream.Collectors.joining;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * All TLA+ modules of ours. They are resources, listed in an index of their own, because the entries of a folder cannot
 * be listed where jars have been shaded into one.
 */
public final class ShippedModules {
    private static final String FOLDER = "/tla/";
    private static final String STANDARD = "tla2sany/StandardModules/";

    /** TLC 2.18 looks for overrides in a class of this name and in no other. */
    private static final String INDEX_OF_OVERRIDES = "tlc2.overrides.TLCOverrides";

    private static final String OVERRIDES = "dev.plumb.modules.overrides.";

    private ShippedModules() {}

    /** Every module, in the order of the index. */
    public static List<ShippedModule> all() {
        return read("index.txt").lines().map(ShippedModules::indexed).toList();
    }

    /** Those that the TLC in this jar does not bring itself. */
    static List<ShippedModule> missingIn(Path tlcJar) throws IOException {
        try (JarFile tlc = new JarFile(tlcJar.toFile())) {
            return all().stream().filter(module -> !brings(tlc, module.name())).toList();
        }
    }

    /**
     * Writes the modules into a folder in which TLC can find them, except those that the TLC in this jar brings itself.
     *
     * @return the folder
     */
    public static Path unpackInto(Path folder, Path tlcJar) throws IOException {
        Files.createDirectories(folder);
        for (ShippedModule module : missingIn(tlcJar)) {
            Files.writeString(folder.resolve(module.name() + ".tla"), module.text());
        }
        return folder;
    }

    /** The folder or jar that has the Java overrides of the modules, to be put on the class path before TLC, so that its index is ours. */
    public static Path overrides() {
        try {
            return Path.of(ShippedModules.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * System properties for a run of TLC: which modules are not ours, where the user is, and whether a specification may
     * run programs.
     *
     * @param folders where modules are searched before ours
     */
    public static Map<String, String> properties(List<Path> folders, Path tlcJar) throws IOException {
        try (JarFile tlc = new JarFile(tlcJar.toFile())) {
            String others = all().stream()
                    .map(ShippedModule::name)
                    .filter(name -> brings(tlc, name)
                            || folders.stream().anyMatch(folder -> Files.exists(folder.resolve(name + ".tla"))))
                    .collect(joining(","));
            return Map.of(
                    "plumb.modules.not.ours", others,
                    "plumb.folder", Path.of("").toAbsolutePath().toString(),
                    "plumb.ioexec", Boolean.toString(Boolean.getBoolean("plumb.ioexec")));
        }
    }

    /** TLC looks where its standard modules are, and then where packages begin. */
    private static boolean brings(JarFile tlc, String module) {
        String file = module + ".tla";
        return tlc.getEntry(STANDARD + file) != null || tlc.getEntry(file) != null;
    }

    /** Whether a class is one of them, and so must come from the class loader that has TLC. */
    public static boolean isOverride(String className) {
        return className.equals(INDEX_OF_OVERRIDES) || className.startsWith(OVERRIDES);
    }

    /** The class file of an override; another jar may have an index of that name, too. */
    public static @Nullable InputStream openOverride(String className) {
        return ShippedModules.class.getResourceAsStream("/" + className.replace('.', '/') + ".class");
    }

    /** A module as TLC would open it; null if it is none of ours. */
    public static @Nullable InputStream open(String file) {
        return ShippedModules.class.getResourceAsStream(FOLDER + file);
    }

    /** A line of the index: the name, spaces, the counterpart. */
    private static ShippedModule indexed(String line) {
        String[] parts = line.split(" +", 2);
        return new ShippedModule(parts[0], parts[1], read(parts[0] + ".tla"));
    }

    private static String read(String file) {
        try (InputStream resource = open(file)) {
            if (resource == null) {
                throw new FileNotFoundException(FOLDER + file);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
