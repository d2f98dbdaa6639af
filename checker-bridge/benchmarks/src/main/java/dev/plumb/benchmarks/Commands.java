package dev.plumb.benchmarks;

import dev.plumb.kernel.TlcJar;
import dev.plumb.modules.ShippedModules;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Commands of contenders, an argument an element. */
final class Commands {
    private final Path home;
    private final Path folder;

    /**
     * @param home the clone
     * @param folder where they leave what they write
     */
    Commands(Path home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    Path home() {
        return home;
    }

    List<String> plumb(String... arguments) {
        return joined(List.of(home.resolve("plumb").toString()), arguments);
    }

    /** Bare TLC. */
    List<String> tlc(TlcJar jar, List<String> jvm, String... arguments) {
        return tlc(jar.path().toAbsolutePath().toString(), jvm, arguments);
    }

    /** TLC with the Java of our modules. */
    List<String> tlcWithModules(TlcJar jar, List<String> jvm, String... arguments) {
        String classPath = String.join(
                File.pathSeparator,
                ShippedModules.overrides().toString(),
                jar.path().toAbsolutePath().toString(),
                System.getProperty("java.class.path")); // for what our modules need
        return tlc(classPath, jvm, arguments);
    }

    private List<String> tlc(String classPath, List<String> jvm, String... arguments) {
        List<String> command = new ArrayList<>(java(jvm, classPath, "tlc2.TLC"));
        command.addAll(List.of("-metadir", folder.resolve("states").toString()));
        return joined(command, arguments);
    }

    /** A main class of the benchmarks, in a JVM of its own. */
    List<String> main(Class<?> main, List<String> jvm, String... arguments) {
        return joined(java(jvm, System.getProperty("java.class.path"), main.getName()), arguments);
    }

    /** A main class that was compiled into a folder, against what is on the class path. */
    List<String> main(Path classes, String main, List<String> jvm, String... arguments) {
        String classPath = classes + File.pathSeparator + System.getProperty("java.class.path");
        return joined(java(jvm, classPath, main), arguments);
    }

    private static List<String> java(List<String> jvm, String classPath, String main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", classPath, main));
        return command;
    }

    private static List<String> joined(List<String> command, String... arguments) {
        List<String> all = new ArrayList<>(command);
        all.addAll(Arrays.asList(arguments));
        return all;
    }
}
