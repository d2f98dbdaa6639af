package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Step;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.Outcome;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.TraceCheckResult.Judged;
import dev.plumb.core.TraceCheckResult.Judged.Violating;
import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.traces.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A result in words.
 *
 * @param word one or two of them, in capitals
 * @param sentence what came of it, by which step
 * @param facts names and numbers, a few words each
 */
record Verdict(Tone tone, String word, String sentence, List<String> facts) {

    /** Whether the outcome is good, bad, or no answer. */
    enum Tone {
        GOOD,
        BAD,
        OPEN
    }

    static Verdict of(ModelCheckResult result) {
        return of(result.outcome(), sentence(result), facts(result));
    }

    static Verdict of(TraceCheckResult result) {
        return of(result.outcome(), sentence(result), facts(result));
    }

    static Verdict of(CallsResult result) {
        List<String> facts = new ArrayList<>(result.numbers());
        facts.add(Words.duration(result.duration()));
        return of(result.outcome(), result.sentence(), facts);
    }

    /** What is wrong with the input, the spec or the tools; empty if nothing is. */
    static Optional<Problem> problem(Outcome outcome) {
        if (outcome instanceof Outcome.BadInput bad) {
            return Optional.of(bad.problem());
        } else if (outcome instanceof Outcome.SpecError error) {
            return Optional.of(error.problem());
        } else if (outcome instanceof Outcome.ToolError error) {
            return Optional.of(error.problem());
        }
        return Optional.empty();
    }

    /** What to write below the last step of a behaviour: why it ends there. */
    static List<String> ending(Outcome outcome, Behaviour behaviour) {
        List<String> ending = new ArrayList<>();
        lasso(behaviour).ifPresent(ending::add);
        if (outcome instanceof Outcome.Violates violates) {
            ending.add(violates.name() + " is violated");
        } else if (outcome instanceof Outcome.Deadlocks) {
            ending.add("deadlock: no step is possible");
        }
        return ending;
    }

    static Optional<String> lasso(Behaviour behaviour) {
        OptionalInt to = behaviour.loopsTo();
        if (to.isEmpty()) {
            return Optional.empty();
        }
        boolean stutters = to.getAsInt() == last(behaviour).number();
        return Optional.of(
                stutters ? "nothing happens any more" : "back to step " + to.getAsInt() + ", and so on for ever");
    }

    static Step last(Behaviour behaviour) {
        return behaviour.steps().get(behaviour.steps().size() - 1);
    }

    private static Verdict of(Outcome outcome, String sentence, List<String> facts) {
        if (outcome instanceof Outcome.Holds || outcome instanceof Outcome.Conforms) {
            return new Verdict(Tone.GOOD, outcome.getClass().getSimpleName().toUpperCase(Locale.ROOT), sentence, facts);
        } else if (outcome instanceof Outcome.Vacuous) {
            return new Verdict(Tone.OPEN, "NOTHING CHECKED", sentence, facts);
        } else if (outcome instanceof Outcome.Incomplete || outcome instanceof Outcome.Sampled) {
            return new Verdict(Tone.OPEN, outcome.getClass().getSimpleName().toUpperCase(Locale.ROOT), sentence, facts);
        } else if (outcome instanceof Outcome.Violates) {
            return new Verdict(Tone.BAD, "VIOLATED", sentence, facts);
        }
        String word = outcome.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return new Verdict(Tone.BAD, word.toUpperCase(Locale.ROOT), sentence, facts);
    }

    private static String sentence(ModelCheckResult result) {
        String model = result.spec() + " (" + result.config() + ")";
        Outcome outcome = result.outcome();
        if (outcome instanceof Outcome.Holds) {
            return holds(result, model);
        } else if (outcome instanceof Outcome.Sampled) {
            return "Nothing wrong was found in the random behaviours of " + model + " that were looked at.";
        } else if (outcome instanceof Outcome.Violates violates) {
            return Words.capital(Words.kind(violates.kind())) + " " + violates.name() + " is violated by " + model
                    + result.counterexample().map(b -> where(violates, b)).orElse(".");
        } else if (outcome instanceof Outcome.Deadlocks) {
            return model + " deadlocks"
                    + result.counterexample()
                            .map(b -> ": no step follows step " + numbered(last(b)) + ".")
                            .orElse(".");
        }
        return unanswered(outcome, model);
    }

    private static String holds(ModelCheckResult result, String model) {
        List<String> checked = result.checked();
        if (checked.isEmpty()) {
            boolean noState = result.statistics().map(s -> s.generated() == 0).orElse(false);
            return noState
                    ? "The assumptions of " + model + " hold."
                    : "Every reachable state of " + model + " was visited.";
        }
        return Words.and(checked) + (checked.size() == 1 ? " holds" : " hold") + " in " + model + ".";
    }

    private static String where(Outcome.Violates violates, Behaviour behaviour) {
        Step last = last(behaviour);
        if (behaviour.loopsTo().isPresent()) {
            int to = behaviour.loopsTo().getAsInt();
            return to == last.number()
                    ? ": after step " + numbered(last) + ", nothing happens any more."
                    : ": after step " + numbered(last) + ", all repeats from step " + to + " on.";
        }
        if (behaviour.steps().size() == 1) {
            return ": already in the initial state.";
        }
        boolean action = violates.kind() == Outcome.PropertyKind.ACTION_PROPERTY;
        return ": step " + numbered(last) + ", "
                + (action ? "is not allowed by it." : "ends in a state that breaks it.");
    }

    private static String numbered(Step step) {
        return step.number() + ", " + Words.actionAndActor(step);
    }

    private static String sentence(TraceCheckResult result) {
        String trace = "Trace " + result.trace();
        String spec = result.spec().orElse("its spec");
        Outcome outcome = result.outcome();
        if (outcome instanceof Outcome.Conforms) {
            return trace + " is a behaviour of " + spec + holding(result) + ".";
        } else if (outcome instanceof Outcome.Diverges) {
            return trace + " leaves " + spec
                    + shown(result).map(run -> run(run) + diverges(run)).orElse(".");
        } else if (outcome instanceof Outcome.Violates violates) {
            return Words.capital(Words.kind(violates.kind())) + " " + violates.name() + " of " + spec
                    + " is violated by trace " + result.trace()
                    + shown(result).map(run -> run(run) + violates(run)).orElse(".");
        }
        return unanswered(outcome, trace);
    }

    /** {@code , in which TypeOK and Consistent hold}: in every run, and in all behaviours that explain it. */
    private static String holding(TraceCheckResult result) {
        List<String> names = result.runs().stream()
                .flatMap(run -> run.judged().stream())
                .map(Judged::name)
                .distinct()
                .filter(name -> result.runs().stream()
                        .flatMap(run -> run.judged().stream())
                        .filter(judged -> judged.name().equals(name))
                        .allMatch(judged -> judged.violating() == Violating.NONE))
                .toList();
        return names.isEmpty() ? "" : ", in which " + Words.and(names) + (names.size() == 1 ? " holds" : " hold");
    }

    /** {@code  at event 5 of 9, TMCommit by tm.} */
    private static String violates(RunResult run) {
        return run.behaviour()
                .map(Verdict::last)
                .map(step -> violates(run, step))
                .orElse(".");
    }

    private static String violates(RunResult run, Step step) {
        if (step.number() == 1) {
            return ", already in the initial state.";
        }
        String where = step.event().isPresent() ? " at event " : " by a step that was not recorded, after event ";
        return where + Words.nth(run.matched(), run.events()) + ", " + Words.actionAndActor(step) + ".";
    }

    private static String run(RunResult run) {
        return run.name().isEmpty() ? "" : " in run " + run.name();
    }

    /** The run that a report is about: the first that the result is about, else the first. */
    static Optional<RunResult> shown(TraceCheckResult result) {
        return result.runs().stream()
                .filter(run -> run.outcome().equals(result.outcome()))
                .findFirst()
                .or(() -> result.runs().stream().findFirst());
    }

    /** A run in half a sentence: {@code violates Consistent}. */
    static String told(RunResult run) {
        if (run.divergence().isPresent()) {
            return "diverges" + diverges(run);
        }
        return run.outcome() instanceof Outcome.Violates violates
                ? "violates " + violates.name()
                : run.outcome().getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** {@code  at event 5 of 9: no step of the spec fits TMCommit by tm.} */
    private static String diverges(RunResult run) {
        String where = run.divergence()
                .map(d -> " at event " + Words.nth(d.matched() + 1, d.total()))
                .orElse("");
        return where
                + run.divergence().stream()
                        .flatMap(d -> d.blocked().stream())
                        .findFirst()
                        .map(b -> ": no step of the spec fits " + Words.actionAndActor(b.event()) + ".")
                        .orElse(".");
    }

    private static String unanswered(Outcome outcome, String subject) {
        if (outcome instanceof Outcome.Vacuous vacuous) {
            return subject + ": nothing was checked, because " + vacuous.why() + ".";
        } else if (outcome instanceof Outcome.Incomplete incomplete) {
            return subject + " was not checked to the end: " + incomplete.limit() + ".";
        }
        return problem(outcome).map(Problem::what).orElse(subject + ": " + outcome);
    }

    private static List<String> facts(ModelCheckResult result) {
        List<String> facts = new ArrayList<>();
        result.statistics().ifPresent(s -> {
            facts.add(Words.count(s.generated(), "state") + " generated");
            if (!(result.outcome() instanceof Outcome.Sampled)) {
                facts.add(Words.count(s.distinct()) + " distinct");
            }
            if (s.queued() > 0) {
                facts.add(Words.count(s.queued(), "state") + " left in the queue");
            }
            if (s.depth() > 0) {
                facts.add("depth " + s.depth());
            }
        });
        facts.add(Words.duration(result.duration()));
        return facts;
    }

    private static List<String> facts(TraceCheckResult result) {
        List<String> facts = new ArrayList<>();
        if (!result.runs().isEmpty()) {
            facts.add(Words.count(result.events(), "event"));
            result.ignored().forEach((name, count) -> facts.add(Words.count(count) + " " + name + " ignored"));
            facts.add(Words.count(result.runs().size(), "run"));
            facts.add(Words.count(result.states(), "spec state"));
        }
        facts.add(Words.duration(result.duration()));
        return facts;
    }
}
