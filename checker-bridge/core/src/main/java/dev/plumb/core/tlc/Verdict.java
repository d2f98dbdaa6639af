package dev.plumb.core.tlc;

import dev.plumb.core.CoreProblems;
import dev.plumb.core.Outcome;
import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.Problems;
import dev.plumb.kernel.SanyOutput;
import dev.plumb.traces.Source;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run of TLC means. Neither its exit code nor its sentence of success is a verdict on its own: a run is green
 * only if both say so, no message was an error and no state was left to visit.
 */
public final class Verdict {
    private static final int SUCCESS = 2193;
    private static final int FINISHED = 2186;
    private static final int GENERAL_ERROR = 1000;
    private static final int NESTED_IN = 2103;
    /** Messages that are errors by their class, but only tell more of another one. */
    private static final Set<Integer> CONTEXT = Set.of(NESTED_IN, 2120, 2121);

    private static final Set<Integer> OUT_OF_MEMORY = Set.of(1001, 1002, 1003);
    /** The JVM's words, which TLC may take for an error of the spec. */
    private static final Pattern NO_HEAP = Pattern.compile("GC overhead limit exceeded|Java heap space");

    private static final Set<Integer> FAULTS_OF_TLC = Set.of(
            1005, 2125, 2126, 2127, 2128, 2129, 2134, 2135, 2137, 2138, 2160, 2161, 2162, 2163, 2167, 2174, 2175, 2270);
    private static final Pattern INVARIANT = Pattern.compile("Invariant (\\S+) is violated");
    private static final Pattern ACTION_PROPERTY = Pattern.compile("(?:Action property|Property) (.+?) is violated");
    private static final Pattern ASSUMPTION = Pattern.compile("Assumption (.+?) is false", Pattern.DOTALL);
    private static final Pattern POSTCONDITION = Pattern.compile("Postcondition (\\S+) at ");
    private static final Pattern TEMPORAL = Pattern.compile("Temporal propert\\w+ (.+?) (?:was|were) violated");
    private static final Pattern UNDEFINED =
            Pattern.compile("The ([a-z -]+?) (\\S+) specified in the configuration file\\s+is not defined");
    private static final Pattern PLACE = Pattern.compile(
            "[Ll]ine (\\d+), col(?:umn)? (\\d+) to line \\d+, col(?:umn)? \\d+ (?:of|in) (?:module )?(\\w+)");
    /** What TLC says before any error that it did not foresee. */
    private static final Pattern EXCEPTION = Pattern.compile(
            "TLC threw an unexpected exception\\..*?The exception was a \\S+\\s*:?\\s*", Pattern.DOTALL);

    private static final Pattern CONFIG_LINE = Pattern.compile("at line (\\d+)");

    private final TlcRun run;
    private final Mode mode;
    private final String config;
    private final List<String> properties;
    private final Collection<String> known;

    /**
     * A judge of one run.
     *
     * @param config the cfg's path, for messages
     * @param properties names of the temporal properties that were checked: some TLCs do not say which was violated
     * @param known names that the module can use, to tell what a misspelt one was meant to be
     */
    public Verdict(TlcRun run, Mode mode, String config, List<String> properties, Collection<String> known) {
        this.run = run;
        this.mode = mode;
        this.config = config;
        this.properties = properties;
        this.known = known;
    }

    /** Whether TLC ended for want of memory. */
    public boolean isOutOfMemory() {
        return run.messages().stream().anyMatch(Verdict::isOutOfMemory);
    }

    private static boolean isOutOfMemory(ToolMessage message) {
        return OUT_OF_MEMORY.contains(message.code())
                || (message.isError() && NO_HEAP.matcher(message.text()).find());
    }

    /** Whether something was found, which counts whatever else has happened. */
    public boolean hasFound() {
        return violation().isPresent();
    }

    /** Whether TLC has told of an error, of whatever kind. */
    public boolean hasErred() {
        return run.messages().stream().anyMatch(ToolMessage::isError);
    }

    /** The name that is undefined, where that is why TLC rejects the cfg. */
    public record Undefined(String kind, String name) {}

    public Optional<Undefined> undefined() {
        return run.messages().stream()
                .map(message -> UNDEFINED.matcher(message.text()))
                .filter(Matcher::find)
                .findFirst()
                .map(m -> new Undefined(m.group(1), m.group(2)));
    }

    public Outcome outcome() {
        return violation().or(this::specError).orElseGet(this::holdsOrNot);
    }

    private Optional<Outcome> violation() {
        for (ToolMessage message : run.messages()) {
            Optional<Outcome> outcome = violation(message);
            if (outcome.isPresent()) {
                return outcome;
            }
        }
        return Optional.empty();
    }

    private Optional<Outcome> violation(ToolMessage message) {
        return switch (message.code()) {
            case 2107, 2110 -> Optional.of(violates(INVARIANT, message, PropertyKind.INVARIANT));
            case 2108, 2112 ->
                Optional.of(new Outcome.Violates(property(ACTION_PROPERTY, message), PropertyKind.ACTION_PROPERTY));
            case 2104 -> Optional.of(violates(ASSUMPTION, message, PropertyKind.ASSUMPTION));
            case 2116 -> Optional.of(new Outcome.Violates(property(TEMPORAL, message), PropertyKind.TEMPORAL));
            case 2132 -> Optional.of(new Outcome.Violates(firstLine(message), PropertyKind.ASSERTION));
            case 2404 -> Optional.of(violates(POSTCONDITION, message, PropertyKind.POSTCONDITION));
            case 2114 -> Optional.of(new Outcome.Deadlocks());
            default -> Optional.empty();
        };
    }

    private static Outcome violates(Pattern pattern, ToolMessage message, PropertyKind kind) {
        Matcher m = pattern.matcher(message.text());
        return new Outcome.Violates(m.find() ? m.group(1) : firstLine(message), kind);
    }

    /** TLC names no temporal property, and of a refined spec only the place; one property of the cfg it must be. */
    private String property(Pattern pattern, ToolMessage message) {
        Matcher m = pattern.matcher(message.text());
        if (m.find() && properties.contains(m.group(1))) {
            return m.group(1);
        }
        return properties.size() == 1 ? properties.get(0) : "one of " + String.join(", ", properties);
    }

    private static String firstLine(ToolMessage message) {
        return message.text().lines().findFirst().orElse("");
    }

    private Optional<Outcome> specError() {
        if (SanyOutput.rejects(run.unframed())) {
            return Optional.of(Problems.outcome(SanyOutput.problem(run.unframed(), known)));
        }
        List<ToolMessage> errors = run.messages().stream()
                .filter(message -> message.isError() && !CONTEXT.contains(message.code()))
                .toList();
        return errors.stream()
                .filter(message -> message.code() != GENERAL_ERROR)
                .findFirst()
                .or(() -> errors.stream().findFirst())
                .map(this::specError);
    }

    private Outcome specError(ToolMessage message) {
        String text = whole(message);
        if (isFaultOfTlc(message)) {
            return new Outcome.ToolError(CoreProblems.tlcFailed(text));
        } else if (isConfigError(message.code()) || text.contains("ConfigFileException")) {
            return Problems.outcome(CoreProblems.config(configPlace(text), text));
        }
        boolean isEvaluation = run.exitCode() >= 75 && run.exitCode() <= 77;
        return new Outcome.SpecError(CoreProblems.evaluation(place(text), text), isEvaluation ? run.exitCode() : 75);
    }

    /** Memory, disk, a bug of its own, or a signal that ended it: the spec is not to blame. */
    private boolean isFaultOfTlc(ToolMessage message) {
        boolean isKilled = run.exitCode() > 128 && run.exitCode() < 150;
        return isKilled || message.severity() == 2 || isOutOfMemory(message) || FAULTS_OF_TLC.contains(message.code());
    }

    /** TLC tells of one error in two messages: what went wrong, and inside what. */
    private String whole(ToolMessage message) {
        StringBuilder text = new StringBuilder(EXCEPTION.matcher(message.text()).replaceFirst(""));
        run.with(NESTED_IN).forEach(other -> text.append('\n').append(other.text()));
        return text.toString()
                .replaceAll("(?m)^[ \\t]+", "")
                .replaceAll("\\n+", " ")
                .strip();
    }

    private static boolean isConfigError(int code) {
        return (code >= 5001 && code <= 5006) || (code >= 2222 && code <= 2245) || code == 2257 || code == 2259;
    }

    private Optional<Source> configPlace(String text) {
        Matcher m = CONFIG_LINE.matcher(text);
        return Optional.of(new Source(config, m.find() ? Integer.parseInt(m.group(1)) : 0));
    }

    /** The innermost of the expressions that TLC was evaluating comes last. */
    private Optional<Source> place(String text) {
        return PLACE.matcher(text)
                .results()
                .reduce((outer, inner) -> inner)
                .map(m -> new Source(fileOf(m.group(3)), Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))));
    }

    private String fileOf(String module) {
        return SanyOutput.asNamed(Path.of(SanyOutput.fileOf(run.unframed(), module)))
                .toString();
    }

    private Outcome holdsOrNot() {
        if (run.exitCode() != 0 || Statistics.of(run).isEmpty()) {
            return noVerdict();
        } else if (mode instanceof Mode.Simulation) {
            boolean sawSome = Statistics.of(run).map(s -> s.generated() > 0).orElse(false);
            return run.has(FINISHED) && sawSome ? new Outcome.Sampled() : noVerdict();
        } else if (mode instanceof Mode.DepthFirst depthFirst && !run.has(SUCCESS)) {
            return new Outcome.Incomplete("depth " + depthFirst.depth());
        }
        boolean nothingLeft = Statistics.of(run).map(s -> s.queued() == 0).orElse(false);
        return run.has(SUCCESS) && nothingLeft ? new Outcome.Holds() : noVerdict();
    }

    private Outcome noVerdict() {
        String lastWords = run.messages().isEmpty()
                ? run.unframed()
                : run.messages().get(run.messages().size() - 1).text();
        return Problems.outcome(CoreProblems.noVerdict(run.exitCode(), lastWords));
    }
}
