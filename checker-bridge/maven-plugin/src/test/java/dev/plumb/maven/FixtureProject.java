package dev.plumb.maven;

import dev.plumb.kernel.TlcJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
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

    FixtureProject replace(String file, String text, String by) throws IOException {
        return write(file, Files.readString(path(file)).replace(text, by));
    }

    /** Another name for the JDK that runs the tests. */
    Path linkedJdk() throws IOException {
        return Files.createSymbolicLink(path("jdk"), Path.of(System.getProperty("java.home")));
    }

    /** Makes the TLC on the class path an artifact of these coordinates, as if somebody had built his own. */
    Path stageTlc(String group, String name, String version) throws IOException {
        Path folder = Files.createDirectories(TARGET.resolve(Path.of("local-repo", group, name, version)));
        Files.writeString(folder.resolve(name + "-" + version + ".pom"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                </project>
                """.formatted(group, name, version));
        return Files.copy(
                TlcJar.find().path(),
                folder.resolve(name + "-" + version + ".jar"),
                StandardCopyOption.REPLACE_EXISTING);
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
        List<String> words = mavenCommand();
        words.addAll(List.of(arguments));
        return run(words);
    }

    private List<String> mavenCommand() {
        return new ArrayList<>(List.of(
                executable(),
                "-B",
                "-ntp",
                "-s",
                settings().toString(),
                "-Dmaven.repo.local=" + TARGET.resolve("local-repo"),
                "-Dplumb.version=" + System.getProperty("plumb.version")));
    }

    /** Runs what a CI would, where {@code mvn} is the Maven of the fixtures. */
    Build bash(String script) {
        Path bin = TARGET.resolve("it/bin");
        try {
            Files.createDirectories(bin);
            Path mvn = Files.writeString(
                    bin.resolve("mvn"), "#!/bin/sh\nexec '" + String.join("' '", mavenCommand()) + "' \"$@\"\n");
            Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return run(List.of("bash", "-c", "export PATH='" + bin + "':$PATH\n" + script));
    }

    /** Runs Plumb as it is on the class path. */
    Build java(String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.plumb.cli.Main"));
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
            builder.environment().keySet().removeAll(List.of("CI", "GITHUB_ACTIONS"));
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
