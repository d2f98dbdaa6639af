package dev.plumb.cli;

import com.sun.management.OperatingSystemMXBean;
import dev.plumb.core.tlc.TlcProbe;
import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.Problem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks at all that Plumb needs or can use, and leaves nothing. */
final class Doctor {
    private static final int JAVA_MIN = 17;
    private static final long MEGABYTE = 1L << 20;

    /** Reports of a big model take so much; TLC's own files may take far more. */
    private static final long FREE_MIN = 100 * MEGABYTE;

    private final Map<String, String> environment;
    private final Path out;

    /**
     * A doctor.
     *
     * @param environment variables of it
     * @param out where reports would go
     */
    Doctor(Map<String, String> environment, Path out) {
        this.environment = environment;
        this.out = out;
    }

    List<Health> examine(Supplier<TlcJar> tlc) {
        List<Health> healths = new ArrayList<>(List.of(java(Runtime.version().feature())));
        healths.addAll(tlc(tlc));
        healths.add(
                folder("temporary", Path.of(System.getProperty("java.io.tmpdir")), "Set java.io.tmpdir to another."));
        healths.add(folder("cache", CacheFolder.of(environment), "Set XDG_CACHE_HOME to another."));
        healths.add(folder("reports", out, "Name another one with --out."));
        healths.add(program(
                "Graphviz", List.of("dot"), "lays out what plumb graph draws", "graphviz", "brew install graphviz"));
        healths.add(program(
                "Chromium",
                List.of("chromium", "chromium-browser", "google-chrome", "chrome"),
                "makes a picture of a page",
                "chromium",
                "brew install --cask chromium"));
        return healths;
    }

    static Health java(int feature) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String version = System.getProperty("java.version") + " of " + System.getProperty("java.vendor");
        if (feature < JAVA_MIN) {
            return Health.broken("Java", CliProblems.javaIsTooOld(version));
        }
        return Files.isExecutable(java) || Files.isExecutable(Path.of(java + ".exe"))
                ? Health.ok("Java", version + ", in " + System.getProperty("java.home"))
                : Health.broken("Java", CliProblems.jvmCannotBeStarted(java));
    }

    /** TLC itself tells what it has of the machine. */
    private static List<Health> tlc(Supplier<TlcJar> supplier) {
        try {
            TlcJar jar = supplier.get();
            TlcProbe.Answer answer = new TlcProbe(jar).ask();
            String knows = answer.features().isEmpty() ? "" : ", with " + String.join(", ", answer.features());
            return List.of(
                    Health.ok("TLC", answer.version() + knows + ", in " + jar.path()),
                    memory(answer),
                    Health.ok(
                            "cores",
                            Runtime.getRuntime().availableProcessors() + ", of which TLC uses " + answer.workers()));
        } catch (Problem problem) {
            return List.of(Health.broken("TLC", problem));
        }
    }

    private static Health memory(TlcProbe.Answer answer) {
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return Health.ok(
                "memory",
                size(machine.getTotalMemorySize()) + ", of which TLC uses up to "
                        + size((answer.heapMegabytes() + answer.offHeapMegabytes()) * MEGABYTE));
    }

    /** Access rights do not tell all: a file is made, where the folder is or would be. */
    static Health folder(String name, Path folder, String nextStep) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            Files.delete(Files.createTempFile(existing, ".plumb", ""));
            long free = Files.getFileStore(existing).getUsableSpace();
            return free < FREE_MIN
                    ? Health.broken(name, CliProblems.diskIsFull(folder, size(free), nextStep))
                    : Health.ok(name, folder + ", " + size(free) + " free");
        } catch (IOException e) {
            String why = Files.isDirectory(existing) ? e.getClass().getSimpleName() : existing + " is no folder";
            return Health.broken(name, CliProblems.folderCannotBeWritten(folder, why, nextStep));
        }
    }

    private Health program(String name, List<String> programs, String does, String linuxPackage, String onMac) {
        Optional<Path> found = programs.stream()
                .flatMap(each -> Programs.find(each, environment).stream())
                .findFirst();
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String install = system.contains("mac")
                ? onMac
                : system.contains("windows") ? "winget install " + name : "apt install " + linuxPackage;
        return found.map(file -> Health.ok(name, file + ", which " + does))
                .orElseGet(() -> Health.missing(name, "optional: " + does, "Install it: " + install));
    }

    private static String size(long bytes) {
        return bytes < 1024 * MEGABYTE
                ? bytes / MEGABYTE + " MB"
                : String.format(Locale.ROOT, "%.1f GB", bytes / (1024.0 * MEGABYTE));
    }
}
