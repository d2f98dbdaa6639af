package dev.plumb.modules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** TLC in a JVM of its own on a module text, with the shipped modules in reach. */
final class Tlc {
    private final Path folder;
    private final Path jar;
    private final List<String> options = new ArrayList<>();

    Tlc(Path folder) {
        this(folder, Jars.tlc());
    }

    Tlc(Path folder, Path jar) {
        this.folder = folder;
        this.jar = jar;
    }

    Tlc with(String option) {
        options.add(option);
        return this;
    }

    /** What came of it. */
    record Result(int exitCode, String output) {}

    Result check(String module, String text) throws IOException, InterruptedException {
        return check(module, text, "", Map.of());
    }

    Result check(String module, String text, String config, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("tmp"));
        Files.writeString(folder.resolve(module + ".tla"), "---- MODULE " + module + " ----\n" + text + "\n====\n");
        Files.writeString(folder.resolve(module + ".cfg"), config);
        ProcessBuilder builder = new ProcessBuilder(command(module, arguments))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (InputStream output = process.getInputStream()) {
            String printed = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), printed);
        }
    }

    private List<String> command(String module, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + folder,
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                "-DTLA-Library=" + ShippedModules.unpackInto(folder.resolve("shipped"), jar)));
        ShippedModules.properties(List.of(folder), jar)
                .forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                ShippedModules.overrides() + System.getProperty("path.separator") + jar,
                "tlc2.TLC",
                "-deadlock",
                "-metadir",
                Files.createTempDirectory(folder, "meta").toString()));
        command.addAll(List.of(arguments));
        command.add(module);
        return command;
    }
}
