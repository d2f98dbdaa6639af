package dev.plumb.junit;

import dev.plumb.core.LoadedSpecs;
import dev.plumb.core.SpecLocator;
import dev.plumb.core.tlc.TlcPool;
import dev.plumb.kernel.TlcJar;
import dev.plumb.report.FileName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all tests of a JVM share, because to make it takes longer than most checks: JVMs with a TLC, and specs that are
 * loaded. It ends with the JVM.
 */
final class Shared {
    /** System property that names the folder of reports. */
    private static final String OUT = "plumb.out";

    private static @Nullable TlcPool pool;
    private static @Nullable LoadedSpecs loaded;

    private Shared() {}

    /** @throws dev.plumb.traces.Problem if there is no TLC */
    static synchronized TlcPool tlc() {
        if (pool == null) {
            pool = new TlcPool(TlcJar.find(), Runtime.getRuntime().availableProcessors());
        }
        return pool;
    }

    /** @throws dev.plumb.traces.Problem if there is no TLC */
    static synchronized LoadedSpecs loaded() {
        if (loaded == null) {
            loaded = new LoadedSpecs(TlcJar.find());
        }
        return loaded;
    }

    static SpecLocator specs() {
        return new SpecLocator(List.of(Path.of("")), ClassPathModules.folders());
    }

    /** The folder of a test's report, which is there from then on. */
    static Path folder(String name) {
        String home = Files.isDirectory(Path.of("target")) ? "target/plumb-reports" : "plumb-out";
        Path folder = Path.of(System.getProperty(OUT, home)).resolve(FileName.of(name));
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
