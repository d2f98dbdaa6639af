package dev.plumb.core;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A folder's {@code manifest.json}: what must come of each of its models. The keys are those of tlaplus/Examples; what
 * those have no word for stands under {@code plumb}.
 *
 * @param folder that it stands in
 * @param entries by the path of the {@code .cfg} from there, in the order of the file
 */
public record Manifest(Path folder, Map<String, Entry> entries) {
    public static final String FILE = "manifest.json";

    static final String RESULT = "result";
    static final String DISTINCT = "distinctStates";
    static final String GENERATED = "totalStates";
    static final String DEPTH = "stateDepth";
    static final String PROPERTY = "property";
    static final String MUST_FIRE = "mustFire";
    static final String REACHABLE = "reachable";
    static final String TRACE_LENGTH = "traceLength";
    static final String TRACE_ENDS_IN = "traceEndsIn";

    /** A model's module, by its path from the manifest's folder, and what is expected of it. */
    public record Entry(String module, Expectation expectation) {}

    /**
     * The manifest of a folder, without entries where there is none.
     *
     * @throws dev.plumb.traces.Problem if there is one that cannot be read
     */
    public static Manifest of(Path folder) {
        Path file = folder.resolve(FILE);
        return Files.exists(file) ? new ManifestReader(file).read() : new Manifest(folder, Map.of());
    }

    /**
     * The manifest that speaks for a {@code .cfg}: that of its folder, else of the nearest folder above that has one.
     * Some keep the manifest of a specification above a folder for each of its models.
     */
    static Manifest over(Path config) {
        Path own = Optional.ofNullable(config.getParent()).orElse(Path.of(""));
        Path here = Path.of("").toAbsolutePath();
        for (Path above = here.resolve(own).normalize(); above != null; above = above.getParent()) {
            if (Files.exists(above.resolve(FILE))) {
                return of(own.isAbsolute() ? above : here.relativize(above));
            } else if (Files.exists(above.resolve(".git"))) {
                break;
            }
        }
        return new Manifest(own, Map.of());
    }

    /** What it says of a {@code .cfg}. */
    Optional<Entry> entry(Path config) {
        return Optional.ofNullable(entries.get(path(folder, config)));
    }

    /** A file's path from a folder, as entries are named. */
    static String path(Path folder, Path file) {
        Path from = folder.toAbsolutePath().normalize();
        Path to = file.toAbsolutePath().normalize();
        return from.relativize(to).toString().replace(File.separatorChar, '/');
    }
}
