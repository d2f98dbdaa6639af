package dev.plumb.core;

import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.TraceCheckResult.Judged;
import dev.plumb.core.TraceCheckResult.Judged.Violating;
import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.core.search.Node;
import dev.plumb.core.search.Search;
import dev.plumb.kernel.api.Claim;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the cfg claims, judged by all the behaviours that explain a run. Only where each of them breaks something has the
 * program done wrong for certain: one that does not may be what happened.
 */
final class Judgement {
    private final List<Claim> claims;
    private final Search.Result result;
    /** The end of the behaviour that is shown. */
    private final Node shown;

    /** @param result with at least one end */
    Judgement(List<Claim> claims, Search.Result result) {
        this.claims = claims;
        this.result = result;
        this.shown = result.ends().get(0);
    }

    /** @param isShown whether it has a behaviour even if that breaks nothing */
    RunResult runResult(RunCheck.Recorded run, boolean isShown) {
        Optional<Integer> violated = violated();
        Node end = violated.map(shown::breach).orElse(shown);
        return new RunResult(
                run.name(),
                run.events(),
                end.consumed(),
                result.states(),
                violated.<Outcome>map(this::violates).orElse(new Outcome.Conforms()),
                isShown || violated.isPresent()
                        ? Optional.of(Behaviours.of(run.processes(), end, Optional.empty()))
                        : Optional.empty(),
                IntStream.range(0, claims.size()).mapToObj(this::judged).toList(),
                Optional.empty());
    }

    /** The claim to be named if each behaviour breaks one: best one that all of them break. */
    private Optional<Integer> violated() {
        return shown.broken() == 0
                ? Optional.empty()
                : IntStream.range(0, claims.size())
                        .filter(claim -> isBroken(shown, claim))
                        .boxed()
                        .max((one, other) -> violating(one).compareTo(violating(other)));
    }

    private Outcome.Violates violates(int claim) {
        return new Outcome.Violates(claims.get(claim).name(), kind(claim));
    }

    private Judged judged(int claim) {
        return new Judged(claims.get(claim).name(), kind(claim), violating(claim));
    }

    private PropertyKind kind(int claim) {
        return claims.get(claim).isOfSteps() ? PropertyKind.ACTION_PROPERTY : PropertyKind.INVARIANT;
    }

    private Violating violating(int claim) {
        long broken = result.ends().stream().filter(end -> isBroken(end, claim)).count();
        if (broken == result.ends().size()) {
            return Violating.ALL;
        } else if (broken > 0) {
            return Violating.SOME;
        }
        return result.isAll() ? Violating.NONE : Violating.NOT_THE_FIRST;
    }

    private static boolean isBroken(Node node, int claim) {
        return (node.broken() & (1L << claim)) != 0;
    }
}
