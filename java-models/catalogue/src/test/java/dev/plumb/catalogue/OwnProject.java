package dev.plumb.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A project of somebody else's, compiled and tested as its build would: by javac with {@code -parameters}, and in a JVM of its
 * own, in its folder.
 */
record OwnProject(Path folder) {
    /**
     * What the tests of a project have said.
     *
     * @param failures the message of each test that failed
     */
    record Tests(int succeeded, List<String> failures) {}

    void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /** Compiles all of it, and runs all its tests. */
    Tests test() throws IOException, InterruptedException {
        compile();
        return RunTests.read(java(RunTests.class.getName(), classes().toString()));
    }

    /** Runs a class in a JVM of its own, in this folder, and tells what it has printed; it must end with 0. */
    String java(String... mainClassAndArguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath()));
        command.addAll(List.of(mainClassAndArguments));
        Path log = folder.resolve("run.log");
        Process run = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exitCode = run.waitFor();
        String printed = Files.readString(log);
        assertThat(exitCode).as(printed).isZero();
        return printed;
    }

    private void compile() throws IOException {
        Files.createDirectories(classes());
        List<String> arguments = new ArrayList<>(List.of(
                "-Xlint:all,-path",
                "-Werror",
                "-proc:none",
                "-parameters",
                "-cp",
                classPath(),
                "-d",
                classes().toString()));
        try (Stream<Path> files = Files.walk(folder.resolve("src"))) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int exitCode = compiler.run(null, messages, messages, arguments.toArray(String[]::new));
        assertThat(exitCode).as(messages.toString(StandardCharsets.UTF_8)).isZero();
    }

    private Path classes() {
        return folder.resolve("target/classes").toAbsolutePath();
    }

    /** That of this test has all that the project's dependencies would bring. */
    private String classPath() {
        return classes() + File.pathSeparator + System.getProperty("java.class.path");
    }
}
