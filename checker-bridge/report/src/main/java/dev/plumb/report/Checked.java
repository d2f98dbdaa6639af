package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Comparison;
import dev.plumb.core.Explained;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.Outcome;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.TraceCheckResult.RunResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A result with all that it takes to report it, now or later: what a {@code result.json} holds. */
public sealed interface Checked permits Checked.OfModel, Checked.OfTrace, CallsResult {
    /**
     * A model that was checked.
     *
     * @param files paths of the modules and the {@code .cfg}, by their file names
     */
    record OfModel(ModelCheckResult result, Comparison comparison, SortedMap<String, String> files) implements Checked {
        /** The path of the {@code .cfg}, and the constants if they are others. */
        @Override
        public String name() {
            String config = result.config();
            int end = config.indexOf(' ') < 0 ? config.length() : config.indexOf(' ');
            return files.getOrDefault(config.substring(0, end), config.substring(0, end)) + config.substring(end);
        }

        @Override
        public Outcome outcome() {
            return result.outcome();
        }

        @Override
        public int exitCode() {
            return comparison.exitCode();
        }

        @Override
        public Optional<Behaviour> behaviour() {
            return result.counterexample();
        }

        @Override
        public boolean hasPage() {
            return behaviour().isPresent();
        }

        @Override
        public String page() {
            return HtmlReport.of(result);
        }

        @Override
        public String picture() {
            return SpaceTimeDiagram.svg(result).orElseThrow();
        }

        @Override
        public String text(TextReport as) {
            return as.of(result);
        }

        @Override
        public String brief(TextReport as) {
            return as.brief(result);
        }

        @Override
        public String spec() {
            return result.spec();
        }

        @Override
        public String sentence() {
            return Verdict.of(result).sentence();
        }

        @Override
        public String command() {
            return result.command();
        }

        @Override
        public Duration duration() {
            return result.duration();
        }

        @Override
        public List<String> remarks() {
            return result.remarks();
        }
    }

    /**
     * A trace that was validated.
     *
     * @param exitCode that it counts with
     * @param files paths of the modules, and of the Java sources that recorded it where they are known, by their file names
     */
    record OfTrace(TraceCheckResult result, int exitCode, SortedMap<String, String> files) implements Checked {
        @Override
        public String name() {
            return result.trace();
        }

        @Override
        public Outcome outcome() {
            return result.outcome();
        }

        @Override
        public Optional<Behaviour> behaviour() {
            return Verdict.shown(result).flatMap(RunResult::behaviour);
        }

        @Override
        public boolean hasPage() {
            boolean isWrong = Verdict.shown(result)
                    .filter(run -> !(run.outcome() instanceof Outcome.Conforms))
                    .isPresent();
            return behaviour()
                    .filter(behaviour -> isWrong || !behaviour.explained().equals(Explained.NOTHING))
                    .isPresent();
        }

        @Override
        public String page() {
            return HtmlReport.of(result);
        }

        @Override
        public String picture() {
            return SpaceTimeDiagram.svg(result).orElseThrow();
        }

        @Override
        public String text(TextReport as) {
            return as.of(result);
        }

        @Override
        public String brief(TextReport as) {
            return as.brief(result);
        }

        @Override
        public String spec() {
            return result.spec().orElse("");
        }

        @Override
        public String sentence() {
            return Verdict.of(result).sentence();
        }

        @Override
        public String command() {
            return result.command();
        }

        @Override
        public Duration duration() {
            return result.duration();
        }

        @Override
        public List<String> remarks() {
            return result.remarks();
        }
    }

    /** What tells it from the other results of a command. */
    String name();

    Outcome outcome();

    /** What shows it, if it can be shown. */
    Optional<Behaviour> behaviour();

    /** Whether there is a page that shows it: where something is to be seen of what is wrong, or is explained. */
    boolean hasPage();

    /** All that is known of it, as one HTML page. */
    String page();

    /** What its page draws, as SVG; only where there is a page. */
    String picture();

    /** What a terminal shows. */
    String text(TextReport as);

    /** The same without what shows the verdict. */
    String brief(TextReport as);

    /** The root module; empty if it is not known. */
    String spec();

    /** 0 if it is as expected. */
    int exitCode();

    /** What came of it. */
    String sentence();

    /** That checks it again. */
    String command();

    Duration duration();

    /** What whoever reads the result should know beside it. */
    List<String> remarks();

    SortedMap<String, String> files();

    /** The path of a file that is known by its name alone. */
    default Optional<String> path(String fileName) {
        return Optional.ofNullable(files().get(fileName));
    }
}
