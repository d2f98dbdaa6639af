package dev.plumb.core.tlc;

import static java.util.stream.Collectors.joining;

import dev.plumb.kernel.TlcJar;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What TLC is to check and how.
 *
 * @param folders where modules are searched
 * @param workers threads; 0 is one a core
 * @param coverage whether to count how often each action was taken
 */
public record TlcArguments(Path module, Path config, List<Path> folders, int workers, boolean coverage) {
    private static final String NO_TRACE_SPEC = "-noGenerateSpecTE";

    public TlcArguments withWorkers(int number) {
        return new TlcArguments(module, config, folders, number, coverage);
    }

    String library() {
        return folders.stream().map(f -> f.toAbsolutePath().toString()).collect(joining(File.pathSeparator));
    }

    /** With a fixed fingerprint polynomial, so that one worker does the same twice. */
    List<String> options(TlcJar jar, Path meta) {
        List<String> options = new ArrayList<>(List.of("-tool", "-fp", "0", "-metadir", meta.toString(), "-workers"));
        options.add(workers == 0 ? "auto" : Integer.toString(workers));
        if (coverage) {
            options.addAll(List.of("-coverage", "1"));
        }
        if (jar.knowsOption(NO_TRACE_SPEC)) {
            options.add(NO_TRACE_SPEC);
        }
        options.addAll(List.of("-config", config.toAbsolutePath().toString()));
        options.add(module.toAbsolutePath().toString());
        return options;
    }
}
