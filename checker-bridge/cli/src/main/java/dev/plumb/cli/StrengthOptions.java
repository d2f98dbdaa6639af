package dev.plumb.cli;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Coverage;
import dev.plumb.core.CoverageCheck;
import dev.plumb.core.Outcome;
import dev.plumb.core.StateGraph;
import dev.plumb.core.TraceCheck;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.core.TraceMutationCheck;
import dev.plumb.core.TraceMutationResult;
import dev.plumb.report.BehaviourFile;
import dev.plumb.traces.TlaText;
import dev.plumb.traces.Trace;
import dev.plumb.traces.TraceHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code plumb validate} is asked beside its verdict: how much traces really check, and what they show of the spec. */
final class StrengthOptions {
    private static final String DEFAULT_MUTANTS = "200";
    private static final String DEFAULT_STATES = "100000";

    @Option(
            names = "--strict",
            description = "Fail where something that was recorded constrains nothing, instead of a warning.")
    private boolean strict;

    @Option(
            names = "--mutate",
            description = "Also perturb traces that conform, and tell which of these faults the spec allows.")
    private boolean mutate;

    @Option(
            names = "--mutants",
            paramLabel = "N",
            defaultValue = DEFAULT_MUTANTS,
            description = "Of more faults in a trace than this, draw so many (default: ${DEFAULT-VALUE}).")
    private int mutants;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Of what is drawn (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--coverage",
            description =
                    "Also tell which actions, states and transitions of the spec the traces show, and which never.")
    private boolean coverage;

    @Option(
            names = "--states",
            paramLabel = "N",
            defaultValue = DEFAULT_STATES,
            description = "For --coverage, look at no more states of the spec (default: ${DEFAULT-VALUE}).")
    private int states;

    @Option(
            names = "--explain",
            description = "Also show traces that conform: a page of each, with why its last steps could be taken.")
    private boolean explain;

    @Option(
            names = "--witness",
            paramLabel = "FILE",
            description =
                    "Also write the behaviour that explains a trace, as FILE ends: .itf.json, .json (as TLC) or .tla.")
    private @Nullable Path witness;

    /** What was found out about a trace. */
    record Found(
            TraceCheck check,
            TraceHeader header,
            TraceCheckResult result,
            List<Behaviour> behaviours,
            Optional<TraceMutationResult> mutants) {}

    /**
     * Something to be printed below all results.
     *
     * @param map of what traces have shown, if it can be drawn
     */
    record Report(String text, String json, Optional<StateGraph> map) {}

    /** What a mistake in them is, if there is one. */
    Optional<String> mistake() {
        if (mutants < 1) {
            return Optional.of("--mutants is " + mutants + ", and must be 1 or more");
        } else if (states < 1) {
            return Optional.of("--states is " + states + ", and must be 1 or more");
        } else if (witness != null && BehaviourFile.of(witness.toString()).isEmpty()) {
            return Optional.of("--witness " + witness + " must end with .itf.json, .json or .tla");
        } else if (witness != null && !isNamedAsItsModule(witness)) {
            return Optional.of(
                    "--witness " + witness + " is named after its module, so it needs letters, digits and _");
        }
        return Optional.empty();
    }

    private static boolean isNamedAsItsModule(Path file) {
        String name = file.getFileName().toString();
        return !name.endsWith(".tla") || TlaText.isIdentifier(name.substring(0, name.length() - ".tla".length()));
    }

    /** Whether whole traces are needed. */
    boolean readsAll() {
        return mutate;
    }

    /**
     * The check, with all that these options need.
     *
     * @param areMany whether its results are kept together with many others
     */
    TraceCheck of(TraceCheck check, boolean areMany) {
        TraceCheck explaining = check.explaining(explain);
        if (coverage || witness != null) {
            return explaining.keepingPaths();
        }
        return areMany && !explain ? explaining.showingWhatIsWrong() : explaining;
    }

    TraceCheckResult judged(TraceCheckResult result) {
        return strict ? result.strict() : result;
    }

    /** @param trace empty if it was not read as a whole */
    Found found(TraceCheck check, TraceHeader header, Optional<Trace> trace, TraceCheckResult result) {
        List<RunResult> good = result.runs().stream()
                .filter(run -> run.outcome() instanceof Outcome.Conforms)
                .toList();
        Optional<TraceMutationResult> ofMutants = trace.filter(all -> mutate && !good.isEmpty())
                .map(all -> new TraceMutationCheck(check, mutants, seed).check(all));
        List<Behaviour> behaviours =
                good.stream().flatMap(run -> run.behaviour().stream()).toList();
        return new Found(check, header, result, behaviours, ofMutants);
    }

    /**
     * Writes the behaviours of a trace.
     *
     * @param ofTrace what tells its files from those of other traces
     */
    List<Path> write(Found found, String ofTrace) {
        List<Path> written = new ArrayList<>();
        for (RunResult run : found.result().runs()) {
            if (witness != null && run.outcome() instanceof Outcome.Conforms) {
                written.add(write(witness, found, run, ofTrace));
            }
        }
        return written;
    }

    private static Path write(Path witness, Found found, RunResult run, String ofTrace) {
        BehaviourFile kind = BehaviourFile.of(witness.toString()).orElseThrow();
        String given = witness.getFileName().toString();
        String ofRun = found.result().runs().size() > 1 ? run.name() : "";
        String name = given.substring(0, given.length() - kind.extension().length()) + suffix(ofTrace) + suffix(ofRun);
        Path file = witness.resolveSibling(name + kind.extension());
        Behaviour behaviour = run.behaviour().orElseThrow();
        try {
            return Files.writeString(
                    file, kind.text(behaviour, found.result().spec().orElse(""), name));
        } catch (IOException e) {
            throw StrengthProblems.cannotWriteWitness(file, e.getClass().getSimpleName());
        }
    }

    private static String suffix(String of) {
        return of.isEmpty() ? "" : "_" + of.replaceAll("\\W", "_");
    }

    /** What is told of all traces together. */
    List<Report> reports(List<Found> all) {
        List<Report> reports = new ArrayList<>();
        all.stream()
                .flatMap(found -> found.mutants().stream())
                .reduce(TraceMutationResult::plus)
                .map(result -> new TraceMutationReport(result, seed))
                .ifPresent(report -> reports.add(new Report(report.text(), report.json(), Optional.empty())));
        if (coverage) {
            Map<Object, List<Found>> same = new LinkedHashMap<>();
            all.stream().filter(found -> !found.behaviours().isEmpty()).forEach(found -> same.computeIfAbsent(
                            List.of(found.result().spec(), found.header().constants()), key -> new ArrayList<>())
                    .add(found));
            same.values().forEach(group -> reports.add(coverage(group)));
        }
        return reports;
    }

    /** Traces of the same spec with the same constants. */
    private Report coverage(List<Found> group) {
        List<Behaviour> behaviours =
                group.stream().flatMap(found -> found.behaviours().stream()).toList();
        Found first = group.get(0);
        CoverageCheck check = new CoverageCheck(first.check(), states);
        Coverage found = check.of(first.header(), behaviours);
        CoverageReport report = new CoverageReport(found);
        boolean isReadable = found.graph().states().all() <= GraphPictures.NODES_MAX;
        Optional<StateGraph> map = isReadable ? Optional.of(check.map(first.header(), behaviours)) : Optional.empty();
        return new Report(report.text(), report.json(), map);
    }

    /** What a command that is printed needs to repeat of these options. */
    List<String> repeated() {
        List<String> words = new ArrayList<>();
        if (strict) {
            words.add("--strict");
        }
        if (mutate) {
            words.addAll(List.of("--mutate", "--mutants", String.valueOf(mutants), "--seed", String.valueOf(seed)));
        }
        if (explain) {
            words.add("--explain");
        }
        if (coverage) {
            words.addAll(List.of("--coverage", "--states", String.valueOf(states)));
        }
        return words;
    }
}
