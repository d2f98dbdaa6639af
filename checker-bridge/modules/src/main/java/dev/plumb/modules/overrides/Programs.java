package dev.plumb.modules.overrides;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.Value;
import util.UniqueString;

/** Other programs, run only where the user has allowed it: a specification is data, until it can run what it likes. */
final class Programs {
    /** System property that allows it. */
    static final String ALLOWED = "plumb.ioexec";

    private Programs() {}

    static boolean areAllowed() {
        return Boolean.getBoolean(ALLOWED);
    }

    static Value run(Map<String, String> environment, List<String> command) {
        if (!areAllowed()) {
            throw Arguments.error("The specification wants to run the program "
                    + command.stream().limit(1).collect(joining())
                    + ", which is not allowed. If you trust it, allow it with -D" + ALLOWED + "=true.");
        }
        try {
            return runAllowed(environment, command);
        } catch (IOException e) {
            throw Arguments.error("The program " + command + " cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Arguments.error("The program " + command + " was interrupted.");
        }
    }

    /** Its errors go to a file, so that neither stream can fill up while the other is read. */
    private static Value runAllowed(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path errors = Files.createTempFile("plumb-ioexec-", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(new File(System.getProperty("plumb.folder", ".")))
                    .redirectError(errors.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return outcome(process.waitFor(), printed, Files.readString(errors));
        } finally {
            Files.deleteIfExists(errors);
        }
    }

    static Value outcome(int exitValue, String stdout, String stderr) {
        UniqueString[] names = Stream.of("exitValue", "stdout", "stderr")
                .map(UniqueString::uniqueStringOf)
                .toArray(UniqueString[]::new);
        Value[] values = {IntValue.gen(exitValue), new StringValue(stdout), new StringValue(stderr)};
        return new RecordValue(names, values, false);
    }

    static List<String> words(Value command) {
        return Arrays.stream(Arguments.sequence(command, "IOExec"))
                .map(Arguments::text)
                .toList();
    }

    static List<String> filled(Value template, Value parameters) {
        Object[] texts = words(parameters).toArray();
        String line = String.join("\0", words(template));
        return List.of(String.format(Locale.ROOT, line, texts).split("\0", -1));
    }

    static Map<String, String> environment(Value pairs) {
        Map<String, String> environment = new TreeMap<>();
        for (Value pair : Arguments.elements(pairs, "IOEnvExec")) {
            Value[] both = Arguments.sequence(pair, "IOEnvExec");
            environment.put(Arguments.text(both[0]), Arguments.text(both[1]));
        }
        return environment;
    }
}
