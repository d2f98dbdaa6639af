package dev.plumb.cli;

import dev.plumb.traces.ReadOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is to be read of traces, and when. */
final class TraceFlags {
    /** What stands for standard input instead of a file. */
    private static final Path STANDARD_INPUT = Path.of("-");

    @Option(
            names = "--ignore",
            paramLabel = "ACTION",
            split = ",",
            description = "Events of these names are not of the specification: leave them out, and count them.")
    private List<String> ignore = new ArrayList<>();

    @Option(names = "--follow", description = "Validate TRACE while it is being written, until it diverges or Ctrl-C.")
    private boolean follow;

    @Option(
            names = "--idle",
            paramLabel = "SECONDS",
            description = "With --follow: TRACE has ended when nothing was written for so long.")
    private @Nullable Integer idle;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    ReadOptions readOptions(Optional<Path> conf, boolean merge, boolean allowEmpty) {
        return new ReadOptions(conf, merge, allowEmpty, new TreeSet<>(ignore));
    }

    /** Whether all of the trace must be in order, because it is not awaited before it is validated. */
    boolean follows() {
        return follow;
    }

    /**
     * Begins to follow what is to be validated while it is being written; empty if nothing is.
     *
     * @param isEmitting whether the trace is to be written as modules, for which all of it is needed
     */
    Optional<Following> begin(List<Path> traces, boolean isEmitting) {
        boolean isPiped = traces.contains(STANDARD_INPUT);
        if ((follow || isPiped) && traces.size() > 1) {
            throw mistake((isPiped ? "-" : "--follow") + " stands for one trace, and " + traces.size() + " are given");
        } else if (follow && isEmitting) {
            throw mistake("--emit needs the whole trace, and --follow does not wait for it");
        } else if (idle != null && (!follow || idle <= 0)) {
            throw mistake("--idle is a number of seconds with --follow");
        } else if (isPiped) {
            return Optional.of(Following.of("standard input", new PipedTrace(System.in)));
        }
        Optional<Duration> idleMax = Optional.ofNullable(idle).map(Duration::ofSeconds);
        return follow
                ? Optional.of(Following.of(traces.get(0).toString(), FollowedFile.open(traces.get(0), idleMax)))
                : Optional.empty();
    }

    private ParameterException mistake(String what) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), what);
    }

    /** What a command that is printed needs to repeat of these; one that follows finds the same in what is there then. */
    List<String> repeated() {
        return ignore.isEmpty() ? List.of() : List.of("--ignore", String.join(",", ignore));
    }
}
