package dev.plumb.simulation.commands;

import dev.plumb.core.RefinementCoverage;
import dev.plumb.core.RefinementCoverage.Share;
import dev.plumb.simulation.conform.GraphRefinement;
import dev.plumb.simulation.conform.SpecToCode;
import dev.plumb.simulation.conform.WorldCheck;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.explore.Exploration;
import dev.plumb.simulation.explore.Lasso;
import dev.plumb.simulation.explore.Path;
import dev.plumb.simulation.explore.Verdict;
import dev.plumb.simulation.world.WorldState;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came of exploring a world, for people. */
final class ExploreText {
    private static final int LISTED_MAX = 5;
    /** From so many states on the table counts. */
    private static final int BIG = 100_000;

    private static final String AT_A_VIOLATION =
            "What is unknown was not decided by then: --continue goes on where something is violated.";
    private static final String AT_A_LIMIT =
            "What is unknown was not decided by then: --states, --depth and --seconds are the limits; a world with fewer"
                    + " --nodes or --faults is smaller.";

    private final PrintWriter out;

    ExploreText(PrintWriter out) {
        this.out = out;
    }

    void print(Scenario scenario, Exploration<WorldState> found, Optional<ExploreReport.AgainstSpec> against) {
        out.println(ScenarioOptions.text(scenario) + ", network "
                + scenario.options().network().name().toLowerCase(Locale.ROOT));
        line(
                "explored",
                "%,d states, %,d steps, depth %d, %.1f s",
                found.distinct(),
                found.generated(),
                found.depth(),
                found.time().toMillis() / 1e3);
        if (found.distinct() >= BIG) {
            line(
                    "",
                    "%.0f bytes of table a state; the probability that one was missed is %.0e",
                    found.tableBytesPerState(),
                    found.collisionProbability());
        }
        found.unexplored()
                .ifPresent(left -> line(
                        "NOT explored",
                        "the steps of %,d states, the nearest at depth %d: %s",
                        left.states(),
                        left.depth(),
                        left.why()));
        String spec = against.map(ExploreReport.AgainstSpec::spec).orElse("");
        found.verdicts().forEach((property, verdict) -> verdict(sentence(property, spec), verdict));
        boolean areUnknown = found.verdicts().values().stream().anyMatch(Verdict.Unknown.class::isInstance);
        if (areUnknown && found.failed().isEmpty()) {
            found.unexplored().ifPresent(left -> line("", left.isLimit() ? AT_A_LIMIT : AT_A_VIOLATION));
        }
        found.failed().ifPresent(this::failed);
        against.ifPresent(each -> against(each, found));
    }

    private static String sentence(String property, String spec) {
        return switch (property) {
            case GraphRefinement.BEGINS -> "it begins as " + spec + " does";
            case GraphRefinement.STEPS -> "every step is one of " + spec + ", or changes nothing there";
            default -> property;
        };
    }

    private void verdict(String sentence, Verdict<WorldState> verdict) {
        if (verdict instanceof Verdict.Violated<WorldState> violated) {
            line("VIOLATED", "%s, after %d steps:", sentence, violated.path().length());
            path(violated.path());
        } else if (verdict instanceof Verdict.Avoided<WorldState> avoided) {
            Lasso<WorldState> lasso = avoided.lasso();
            line("NEVER", "%s, in a behaviour that is fair:", sentence);
            path(lasso.path());
            out.println(lasso.stutters() ? "         and nothing more" : "         and again from " + lasso.backTo());
        } else if (verdict instanceof Verdict.Shown<WorldState> shown) {
            line("shown", "%s, after %d steps", sentence, shown.path().length());
        } else {
            line(word(verdict), "%s", sentence);
        }
    }

    private static String word(Verdict<WorldState> verdict) {
        return verdict instanceof Verdict.Holds ? "holds" : verdict instanceof Verdict.Missing ? "MISSING" : "unknown";
    }

    private void failed(Exploration.Failed<WorldState> failed) {
        int steps = failed.path().length();
        String where = failed.step().isPresent() ? "in step " + (steps + 1) : "after " + steps + " steps";
        line("FAILS", "%s threw %s %s:", failed.what(), failed.cause(), where);
        path(failed.path());
        failed.step().ifPresent(step -> step(steps + 1, step));
    }

    private void path(Path<WorldState> path) {
        for (int i = 1; i <= path.length(); i++) {
            step(i, path.steps().get(i - 1).action());
        }
    }

    private void step(int number, Object action) {
        out.printf(Locale.ROOT, "    %3d  %s%n", number, action);
    }

    private void against(ExploreReport.AgainstSpec against, Exploration<WorldState> found) {
        RefinementCoverage coverage = against.coverage();
        line(
                "shown",
                "%s states, %s steps and %d of %d actions of %s%s",
                share(coverage.states()),
                share(coverage.steps()),
                coverage.actions().size() - coverage.missingActions().size(),
                coverage.actions().size(),
                against.spec(),
                coverage.isComplete() ? "" : ", of which only so many states were looked at");
        if (!coverage.hidden().isEmpty()) {
            line(
                    "hidden",
                    "%s: not known of every state, so that all that %s allows there goes along",
                    String.join(", ", coverage.hidden()),
                    against.spec());
        }
        if (found.isGood()) {
            coverage.actions().forEach(this::missing);
            coverage.missing().stream()
                    .limit(LISTED_MAX)
                    .forEach(step ->
                            out.printf(Locale.ROOT, "    never %s from %s%n", step.action(), state(step.before())));
        }
        against.followed().ifPresent(this::followed);
    }

    private void missing(String action, Share share) {
        if (!share.isAll()) {
            out.printf(Locale.ROOT, "    of %s %s%n", action, share(share));
        }
    }

    private static String state(Map<String, ?> values) {
        StringBuilder text = new StringBuilder();
        values.forEach((variable, value) -> text.append(text.length() == 0 ? "" : ", ")
                .append(variable)
                .append(" = ")
                .append(value));
        return text.toString();
    }

    private static String share(Share share) {
        return share.isAll()
                ? String.format(Locale.ROOT, "all %,d", share.all())
                : String.format(Locale.ROOT, "%,d of %,d", share.shown(), share.all());
    }

    private void followed(WorldCheck.Followed followed) {
        line(
                followed.stuck().isEmpty() ? "follows" : "LEFT BEHIND",
                "%d of %d behaviours, %,d steps, that together take every step of the spec%s",
                followed.behaviours() - followed.stuck().size(),
                followed.behaviours(),
                followed.steps(),
                followed.isComplete()
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " from the %,d states looked at: --spec-states is the limit",
                                followed.states()));
        if (followed.stuck().stream().anyMatch(SpecToCode.Stuck::isAtStart)) {
            out.println("    the code does not begin there");
        }
        followed.stuck().stream()
                .filter(stuck -> !stuck.isAtStart())
                .limit(LISTED_MAX)
                .forEach(this::stuck);
    }

    private void stuck(SpecToCode.Stuck stuck) {
        out.printf(Locale.ROOT, "    no step of the code is %s after%n", stuck.action());
        for (int i = 1; i < stuck.step(); i++) {
            out.printf(
                    Locale.ROOT, "    %3d  %s%n", i, stuck.behaviour().actions().get(i - 1));
        }
    }

    private void line(String label, String format, Object... arguments) {
        out.printf(Locale.ROOT, "  %-12s  " + format + "%n", with(label, arguments));
    }

    private static Object[] with(String first, Object... rest) {
        Object[] all = new Object[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}
