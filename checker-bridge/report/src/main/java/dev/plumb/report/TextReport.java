package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.Outcome;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.report.Lines.Style;
import dev.plumb.traces.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A result as text for a terminal: the verdict in a sentence, what shows it, and the command that reproduces it.
 */
public final class TextReport {
    private final boolean colour;
    private final Function<Source, String> excerpt;

    private TextReport(boolean colour, Function<Source, String> excerpt) {
        this.colour = colour;
        this.excerpt = excerpt;
    }

    /** With ANSI escape sequences. */
    public static TextReport coloured() {
        return new TextReport(true, place -> "");
    }

    /** Without any escape sequence, whatever the values hold. */
    public static TextReport plain() {
        return new TextReport(false, place -> "");
    }

    /** As this one, with what {@code excerpt} shows of a file that has a fault. */
    public TextReport showing(Function<Source, String> excerpt) {
        return new TextReport(colour, excerpt);
    }

    public String of(ModelCheckResult result) {
        Lines lines = new Lines(colour);
        Verdict verdict = Verdict.of(result);
        verdict(verdict, result.outcome(), lines);
        result.counterexample().ifPresent(behaviour -> behaviour(behaviour, result.outcome(), lines));
        end(verdict, result.remarks(), result.command(), lines);
        return lines.toString();
    }

    /**
     * The shortest story of what went wrong, in at most 20 lines: for the message of a failed test.
     *
     * @param remarks that stand below it
     * @param page where all of it is
     */
    public static String failure(ModelCheckResult result, List<String> remarks, String page) {
        return FailureText.of(result, remarks, page);
    }

    /** The same of a trace. */
    public static String failure(TraceCheckResult result, String page) {
        return FailureText.of(result, page);
    }

    /** The verdict without what shows it. */
    public String brief(ModelCheckResult result) {
        Lines lines = new Lines(colour);
        Verdict verdict = Verdict.of(result);
        verdict(verdict, result.outcome(), lines);
        end(verdict, result.remarks(), result.command(), lines);
        return lines.toString();
    }

    public String of(TraceCheckResult result) {
        Lines lines = new Lines(colour);
        Verdict verdict = Verdict.of(result);
        verdict(verdict, result.outcome(), lines);
        Optional<RunResult> shown = Verdict.shown(result);
        shown.ifPresent(run -> inFull(run, lines));
        result.runs().stream()
                .filter(run -> !Optional.of(run).equals(shown) && run.outcome().exitCode() != 0)
                .forEach(run -> lines.hanging("  also: ", "run " + run.name() + " " + Verdict.told(run)));
        end(verdict, result.remarks(), result.command(), lines);
        return lines.toString();
    }

    /** The verdict, and what there is to warn of. */
    public String brief(TraceCheckResult result) {
        return brief(Verdict.of(result), result.outcome(), result.remarks());
    }

    private String brief(Verdict verdict, Outcome outcome, List<String> warnings) {
        Lines lines = new Lines(colour);
        verdict(verdict, outcome, lines);
        warnings(warnings, lines);
        return lines.toString();
    }

    /** The verdict, and what there is to warn of. */
    public String brief(CallsResult result) {
        return brief(Verdict.of(result), result.outcome(), result.warnings());
    }

    public String of(CallsResult result) {
        Lines lines = new Lines(colour);
        Verdict verdict = Verdict.of(result);
        verdict(verdict, result.outcome(), lines);
        new CallsText(lines, result).write();
        end(verdict, result.warnings(), result.command(), lines);
        return lines.toString();
    }

    private void verdict(Verdict verdict, Outcome outcome, Lines lines) {
        Style style = style(verdict.tone());
        Verdict.problem(outcome)
                .ifPresentOrElse(
                        problem -> {
                            List<String> text = problem.text().lines().toList();
                            lines.hanging(verdict.word() + "  ", style, text.get(0));
                            problem.source().map(excerpt).stream()
                                    .flatMap(String::lines)
                                    .forEach(line -> lines.line(Printable.clean(line)));
                            text.stream().skip(1).forEach(line -> lines.line(Printable.clean(line)));
                        },
                        () -> lines.hanging(verdict.word() + "  ", style, verdict.sentence()));
    }

    private static void behaviour(Behaviour behaviour, Outcome outcome, Lines lines) {
        lines.blank();
        diagram(behaviour, lines);
        new ExplainedText(lines).write(behaviour, outcome);
        new BehaviourText(lines).write(behaviour);
        Verdict.ending(outcome, behaviour).forEach(line -> lines.line("  " + lines.paint(Style.BAD, line)));
        lines.blank();
    }

    private static void diagram(Behaviour behaviour, Lines lines) {
        List<String> diagram = LaneDiagram.of(behaviour);
        if (!diagram.isEmpty()) {
            diagram.forEach(row -> lines.line(Printable.clean(row)));
            lines.hanging("      ", "lanes " + behaviour.lanesBy()).blank();
        }
    }

    private static void inFull(RunResult run, Lines lines) {
        if (run.divergence().isPresent()) {
            lines.blank();
            run.behaviour().ifPresent(behaviour -> diagram(behaviour, lines));
            new DivergenceText(lines).write(run.divergence().get());
        } else if (run.outcome() instanceof Outcome.Violates || run.outcome() instanceof Outcome.Deadlocks) {
            run.behaviour().ifPresent(behaviour -> behaviour(behaviour, run.outcome(), lines));
        }
    }

    private static void end(Verdict verdict, List<String> warnings, String command, Lines lines) {
        lines.hanging("  ", String.join(", ", verdict.facts()));
        warnings(warnings, lines);
        if (verdict.tone() != Verdict.Tone.GOOD) {
            lines.line("  " + lines.paint(Style.FAINT, "Reproduce: ") + Printable.clean(command));
        }
    }

    private static void warnings(List<String> warnings, Lines lines) {
        warnings.forEach(warning -> lines.hanging("  Warning: ", Style.OPEN, warning));
    }

    private static Style style(Verdict.Tone tone) {
        return switch (tone) {
            case GOOD -> Style.GOOD;
            case BAD -> Style.BAD;
            case OPEN -> Style.OPEN;
        };
    }
}
