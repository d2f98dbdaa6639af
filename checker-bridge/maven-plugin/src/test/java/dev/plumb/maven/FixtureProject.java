package dev.plumb.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A fixture project, copied to where it can be built. */
record FixtureProject(Path folder, Path maven) {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    /** One of {@code src/it} in a folder below {@code target}, which may have been used before. */
    static FixtureProject copied(String fixture, String to) {
        Path folder = TARGET.resolve("it").resolve(to);
        try {
            delete(folder);
            copy("parent", folder.resolve("parent"));
            copy(fixture, folder.resolve(fixture));
            // where Maven ends to look for the folder that it builds from
            Files.createDirectories(folder.resolve(fixture).resolve(".mvn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FixtureProject(folder.resolve(fixture), Path.of(System.getProperty("plumb.maven.home")));
    }

    Path path(String file) {
        return folder.resolve(file);
    }

    FixtureProject write(String file, String text) throws IOException {
        Files.writeString(path(file), text);
        return this;
    }

    /** The files that are there and what is in them, but for those of the build. */
    SortedMap<String, String> sources() throws IOException {
        SortedMap<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.matches("(.*/)?target/.*")) {
                    sources.put(name, Files.readString(file));
                }
            }
        }
        return Collections.unmodifiableSortedMap(sources);
    }

    Build mvn(String... arguments) {
        List<String> words = new ArrayList<>(
                List.of(executable(), "-B", "-ntp", "-s", settings().toString()));
        words.add("-Dmaven.repo.local=" + TARGET.resolve("local-repo"));
        words.add("-Dplumb.version=" + System.getProperty("plumb.version"));
        words.addAll(List.of(arguments));
        return run(words);
    }

    /** Runs the command line that a build has left. */
    Build plumb(String... arguments) {
        List<String> words = new ArrayList<>(List.of("target/plumb/plumb"));
        words.addAll(List.of(arguments));
        return run(words);
    }

    private Build run(List<String> words) {
        try {
            Path log = Files.createTempFile(TARGET, "build", ".log");
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment()
                    .putAll(Map.of(
                            "MAVEN_OPTS",
                            "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
                            "JAVA_HOME",
                            System.getProperty("java.home")));
            int exitCode = builder.start().waitFor();
            String text = Files.readString(log);
            Files.delete(log);
            return new Build(exitCode, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String executable() {
        boolean isWindows = System.getProperty("os.name").startsWith("Windows");
        return maven.resolve(isWindows ? "bin/mvn.cmd" : "bin/mvn").toString();
    }

    /** What the machine has downloaded already need not be downloaded again; but nothing of Plumb is taken from there. */
    private static Path settings() {
        Path settings = TARGET.resolve("it/settings.xml");
        String repository = """
                <id>machine</id><url>%s</url><snapshots><enabled>false</enabled></snapshots>
                <releases><checksumPolicy>ignore</checksumPolicy></releases>
                """.formatted(
                        Path.of(System.getProperty("plumb.machine.repository")).toUri());
        try {
            Files.createDirectories(settings.resolveSibling(""));
            return Files.writeString(settings, """
                    <settings>
                      <profiles>
                        <profile>
                          <id>machine</id>
                          <repositories><repository>%1$s</repository></repositories>
                          <pluginRepositories><pluginRepository>%1$s</pluginRepository></pluginRepositories>
                        </profile>
                      </profiles>
                      <activeProfiles><activeProfile>machine</activeProfile></activeProfiles>
                    </settings>
                    """.formatted(repository));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(String fixture, Path to) throws IOException {
        Path from = Path.of("src/it").resolve(fixture);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
