package dev.plumb.simulation.drive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Makes a failure small that depends on time: with fewer nodes, without some choices, or with duller ones, whatever then
 * happens, as long as that is the same failure and no longer.
 */
final class DullerChoices {
    private static final Comparator<Run> SMALLER = Comparator.<Run>comparingInt(
                    run -> run.scenario().nodes())
            .thenComparingInt(run -> run.steps().size())
            .thenComparingLong(
                    run -> run.choices().stream().filter(choice -> choice > 0).count())
            .thenComparingLong(
                    run -> run.choices().stream().mapToLong(Integer::longValue).sum());

    private final Function<Run, Optional<Run>> judge;
    private final int stepsMax;
    private Run small;

    private DullerChoices(Run failing, int stepsMax, Function<Run, Optional<Run>> judge) {
        this.small = failing;
        this.stepsMax = stepsMax;
        this.judge = judge;
    }

    /**
     * A run of which no choice can be left out or made duller.
     *
     * @param stepsMax of a run
     * @param judge gives the run if it fails as is wanted
     */
    static Run of(Run failing, int stepsMax, Function<Run, Optional<Run>> judge) {
        DullerChoices shrinking = new DullerChoices(failing, stepsMax, judge);
        shrinking.fewerNodes();
        for (boolean isSmaller = true; isSmaller; ) {
            boolean isShorter = shrinking.withoutSome();
            isSmaller = shrinking.duller() || isShorter;
        }
        return shrinking.small;
    }

    private void fewerNodes() {
        for (int nodes = 1; nodes < small.scenario().nodes(); nodes++) {
            accept(small.scenario().withNodes(nodes), small.choices());
        }
    }

    /** Leaves out chunks of choices, then smaller ones, then single ones. */
    private boolean withoutSome() {
        boolean isSmaller = false;
        for (int chunk = Math.max(1, small.choices().size() / 2); chunk > 0; chunk = chunk / 2) {
            for (int from = 0; from < small.choices().size(); ) {
                List<Integer> rest = new ArrayList<>(small.choices());
                rest.subList(from, Math.min(from + chunk, rest.size())).clear();
                boolean isGone = accept(small.scenario(), rest);
                isSmaller |= isGone;
                from += isGone ? 0 : chunk;
            }
        }
        return isSmaller;
    }

    /** Makes choices as dull as can be: shorter delays, for instance. */
    private boolean duller() {
        boolean isSmaller = false;
        for (int i = small.choices().size() - 1; i >= 0; i--) {
            int at = i;
            isSmaller |= at < small.choices().size()
                    && IntStream.range(0, small.choices().get(at)).anyMatch(choice -> {
                        List<Integer> duller = new ArrayList<>(small.choices());
                        duller.set(at, choice);
                        return accept(small.scenario(), duller);
                    });
        }
        return isSmaller;
    }

    private boolean accept(Scenario scenario, List<Integer> choices) {
        Run other = new Driver(scenario, stepsMax).run(new Forgiving(choices)).ended();
        Optional<Run> smaller = SMALLER.compare(other, small) < 0 ? judge.apply(other) : Optional.empty();
        small = smaller.orElse(small);
        return smaller.isPresent();
    }
}
