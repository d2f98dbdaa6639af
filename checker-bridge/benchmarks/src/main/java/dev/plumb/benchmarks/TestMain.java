package dev.plumb.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Test code of a module above this one that is a program: it is compiled from its sources, and run in a JVM of its own. */
final class TestMain {
    private final Commands commands;
    private final Path folder;
    private final String main;

    private TestMain(Commands commands, Path folder, String main) {
        this.commands = commands;
        this.folder = folder;
        this.main = main;
    }

    /**
     * Compiles a program.
     *
     * @param folder of the classes
     * @param module that it is test code of
     * @param classes their full names, the one with the main method last
     */
    static TestMain compile(Commands commands, Path folder, String module, String... classes) {
        List<String> arguments = new ArrayList<>(
                List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none"));
        Path sources = commands.home().resolve(module).resolve("src/test/java");
        for (String name : classes) {
            arguments.add(sources.resolve(name.replace('.', '/') + ".java").toString());
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("Does not compile: " + List.of(classes));
        }
        return new TestMain(commands, folder, classes[classes.length - 1]);
    }

    List<String> command(List<String> jvm, String... arguments) {
        return commands.main(folder, main, jvm, arguments);
    }

    /** Runs it and shows what it prints. */
    void show(List<String> jvm, String... arguments) throws IOException, InterruptedException {
        int exitCode =
                new ProcessBuilder(command(jvm, arguments)).inheritIO().start().waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException(main + " ended with " + exitCode);
        }
    }
}
