package dev.plumb.core;

import dev.plumb.core.Outcome.Violates;
import dev.plumb.kernel.api.Lasso;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.traces.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * TLC's counterexample to a temporal property, held against the property and the spec's fairness by the meaning of the
 * formulas, and not by TLC's way to search for it.
 */
final class LassoReplay {
    private final LoadedSpec spec;
    private final List<SpecState> states;
    private final int loopsTo;
    private final List<String> warnings = new ArrayList<>();

    /**
     * A replay of what TLC printed.
     *
     * @param loopsTo number of the state that follows the last one, counted from 1
     */
    LassoReplay(LoadedSpec spec, List<SpecState> states, OptionalInt loopsTo) {
        this.spec = spec;
        this.states = states;
        this.loopsTo = loopsTo.orElse(0);
    }

    /** What {@link #confirm} could not confirm, and what else it found. */
    List<String> warnings() {
        return warnings;
    }

    /** What is violated: the property that TLC names, else the first that is; what TLC told where none can be confirmed. */
    Violates confirm(Violates told, List<String> properties) {
        if (loopsTo < 1 || loopsTo > states.size()) {
            warnings.add("TLC's counterexample was not replayed: it does not say how it goes on for ever.");
            return told;
        }
        confirmWayBack();
        Lasso lasso = new Lasso(states, loopsTo - 1);
        confirmFairness(lasso);
        List<String> suspects = properties.contains(told.name()) ? List.of(told.name()) : properties;
        return new Violates(confirmViolation(lasso, told.name(), suspects), told.kind());
    }

    private void confirmWayBack() {
        SpecState last = states.get(states.size() - 1);
        long back = states.get(loopsTo - 1).fingerprint();
        boolean isStep = last.fingerprint() == back
                || spec.steps(last).successors().stream()
                        .anyMatch(step -> step.state().fingerprint() == back);
        if (!isStep) {
            warnings.add("The way back of TLC's counterexample, to state " + loopsTo + ", could not be replayed.");
        }
    }

    private void confirmFairness(Lasso lasso) {
        try {
            spec.formulas()
                    .violatedFairness(lasso)
                    .forEach(condition ->
                            warnings.add("TLC's counterexample is, replayed, no behaviour of the specification:"
                                    + " it is not as fair as " + condition + " demands."));
        } catch (Problem problem) {
            warnings.add("Whether the counterexample is fair was not replayed: " + problem.what());
        }
    }

    private String confirmViolation(Lasso lasso, String told, List<String> suspects) {
        List<String> violated = new ArrayList<>();
        boolean allReplayed = true;
        for (String property : suspects) {
            try {
                if (!spec.formulas().holds(property, lasso)) {
                    violated.add(property);
                }
            } catch (Problem problem) {
                allReplayed = false;
                warnings.add(
                        "Whether the counterexample violates " + property + " was not replayed: " + problem.what());
            }
        }
        if (violated.isEmpty()) {
            if (allReplayed) {
                warnings.add("TLC says that its counterexample violates " + told + "; replayed, it does not.");
            }
            return told;
        }
        violated.stream().skip(1).forEach(other -> warnings.add("The counterexample violates " + other + ", too."));
        return violated.get(0);
    }
}
