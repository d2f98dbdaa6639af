package dev.plumb.cli;

import dev.plumb.core.Budget;
import dev.plumb.core.CheckOptions;
import dev.plumb.core.tlc.Coverage;
import dev.plumb.core.tlc.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How models are to be checked, on the command line. */
final class CheckFlags {
    private static final int DEFAULT_SIMULATED_DEPTH = 100;
    private static final String DEFAULT_BEHAVIOURS = "1000";

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "0",
            description = "Threads of TLC; 0 is one a core. One finds the shortest counterexample, always the same.")
    private int workers;

    @Option(
            names = "--simulate",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = DEFAULT_BEHAVIOURS,
            description = "Look at N random behaviours (default: " + DEFAULT_BEHAVIOURS + ") instead of every state.")
    private @Nullable Long simulate;

    @Option(
            names = "--depth-first",
            paramLabel = "DEPTH",
            description = "Search depth-first, deeper and deeper to DEPTH states: takes little memory.")
    private @Nullable Integer depthFirst;

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "States of a random behaviour (default: " + DEFAULT_SIMULATED_DEPTH + ").")
    private @Nullable Integer depth;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Of random behaviours (default: 0).")
    private long seed;

    @Option(
            names = "--time",
            paramLabel = "T",
            description = "Stop after 90s, 10m or 2h: the check is incomplete then.")
    private @Nullable String time;

    @Option(names = "--states", paramLabel = "N", description = "Stop after so many distinct states.")
    private @Nullable Long states;

    @Option(names = "--memory", paramLabel = "SIZE", description = "Heap of TLC, as 512m or 4g.")
    private @Nullable String memory;

    @Option(
            names = "--coverage",
            paramLabel = "WHEN",
            description = "Count how often each of actions (default) or expressions is used, or off.")
    private Coverage coverage = Coverage.ACTIONS;

    @Option(
            names = "--constant",
            paramLabel = "C=VALUE",
            description = "Another value of a constant than the cfg has. The manifest then says nothing of the model.")
    private Map<String, String> constants = new TreeMap<>();

    @Option(
            names = "--sweep",
            paramLabel = "C=VALUES",
            description = "Check with each of several values of a constant: N=2..5, or N=1,2,4.")
    private Map<String, String> sweeps = new TreeMap<>();

    @Option(
            names = "--expr",
            paramLabel = "EXPR",
            description = "Show the value of this expression in each state of a counterexample, too; may be repeated.")
    private List<String> expressions = new ArrayList<>();

    @Option(
            names = "--strict",
            description =
                    "What smells of a vacuous check is a failure: an action never taken, a condition in an invariant never true.")
    private boolean strict;

    @Option(
            names = "--checkpoint",
            description = "Keep what is visited, so that --resume can go on where a limit ended it.")
    private boolean checkpoint;

    @Option(names = "--resume", description = "Go on from the last checkpoint.")
    private boolean resume;

    /**
     * The options, one for each combination of swept values.
     *
     * @throws ParameterException if they do not fit
     */
    List<CheckOptions> options(CommandLine commandLine) {
        try {
            CheckOptions base = base();
            List<CheckOptions> all = new ArrayList<>();
            for (SortedMap<String, String> values : Sweep.combinations(constants, sweeps)) {
                all.add(base.withConstants(values));
            }
            return all;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(commandLine, String.valueOf(e.getMessage()));
        }
    }

    private CheckOptions base() {
        require(workers >= 0, "--workers is " + workers + ", and must be 0 or more");
        require(simulate == null || depthFirst == null, "--simulate and --depth-first exclude each other");
        require(depth == null || simulate != null, "--depth is of random behaviours: give --simulate, too");
        require(!resume || mode() instanceof Mode.BreadthFirst, "--resume is for complete checks only");
        require(states == null || states > 0, "--states is " + states + ", and must be 1 or more");
        require(
                memory == null || memory.matches("\\d+[kmgKMG]"),
                "--memory is " + memory + ", and must be as 512m or 4g");
        Budget budget = new Budget(
                Optional.ofNullable(time).map(CheckFlags::duration),
                states == null ? OptionalLong.empty() : OptionalLong.of(states),
                Optional.ofNullable(memory));
        return new CheckOptions(
                mode(), workers, budget, coverage, new TreeMap<>(), strict, checkpoint, resume, expressions);
    }

    private Mode mode() {
        if (simulate != null) {
            require(simulate > 0, "--simulate is " + simulate + ", and must be 1 or more");
            return new Mode.Simulation(simulate, depth == null ? DEFAULT_SIMULATED_DEPTH : depth, seed);
        } else if (depthFirst != null) {
            require(depthFirst > 1, "--depth-first is " + depthFirst + ", and must be 2 or more");
            return new Mode.DepthFirst(depthFirst);
        }
        return new Mode.BreadthFirst();
    }

    /** @throws IllegalArgumentException if it is none */
    static Duration duration(String text) {
        require(text.matches("\\d+[smhSMH]"), "--time is " + text + ", and must be as 90s, 10m or 2h");
        return Duration.parse("PT" + text);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Whether the number of TLC's threads was left to Plumb. */
    boolean choosesWorkers() {
        return workers == 0;
    }

    /** What a command that is printed needs to repeat for one combination of constants. */
    List<String> repeated(CheckOptions options) {
        List<String> words = new ArrayList<>();
        add(words, "--workers", workers == 0 ? null : workers);
        add(words, "--simulate", simulate);
        add(words, "--depth", depth);
        add(words, "--depth-first", depthFirst);
        add(words, "--seed", seed == 0 ? null : seed);
        add(words, "--time", time);
        add(words, "--states", states);
        add(words, "--memory", memory);
        options.constants().forEach((name, value) -> add(words, "--constant", name + "=" + value));
        options.expressions().forEach(expression -> add(words, "--expr", expression));
        if (strict) {
            words.add("--strict");
        }
        return words;
    }

    private static void add(List<String> words, String name, @Nullable Object value) {
        if (value != null) {
            words.addAll(List.of(name, value.toString()));
        }
    }
}
