package dev.plumb.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** The command line, run in this JVM, and what came of it. */
record Plumb(List<String> arguments, int exitCode, String out, String err) {
    static final Path ROOT = Path.of(System.getProperty("plumb.root"));
    static final Path FIXTURES = Path.of("src/test/resources");

    /** Runs a command. Names of modules are searched below the project's {@code specs}. */
    static Plumb run(String... arguments) {
        System.setProperty(CommonOptions.HOME, ROOT.toString());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine plumb = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode = plumb.execute(arguments);
        return new Plumb(List.of(arguments), exitCode, out.toString(), err.toString());
    }

    /** Runs a command that leaves its reports in this folder. */
    static Plumb run(Path out, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--out", out.toString()));
        return run(all.toArray(String[]::new));
    }

    static String fixture(String path) {
        return FIXTURES.resolve(path).toString();
    }

    /** Command, exit code and output as a golden file has them. */
    String transcript() {
        String text = "$ " + ShellWords.line(concat("plumb", arguments)) + "\n" + section("stdout", out)
                + section("stderr", err) + "--- exit code " + exitCode + "\n";
        return text.replaceAll("\\b\\d+\\.\\d s\\b", "0.0 s");
    }

    private static List<String> concat(String first, List<String> rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    private static String section(String name, String text) {
        return text.isEmpty() ? "" : "--- " + name + "\n" + text;
    }
}
