package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Step;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a behaviour that are shown. Of a long one it is the end that tells why it ends; of a long trace the
 * engine keeps no more than that, so a behaviour may begin after step 1.
 *
 * @param skipped number of the step before the first that is shown
 */
record Window(List<Step> steps, int skipped) {
    static Window of(Behaviour behaviour, int stepsMax) {
        List<Step> all = behaviour.steps();
        List<Step> shown = all.subList(Math.max(0, all.size() - stepsMax), all.size());
        return new Window(shown, shown.get(0).number() - 1);
    }

    /** The step before {@code step} in {@code behaviour}; the step itself where none is known. */
    static Step before(Step step, Behaviour behaviour) {
        int index = step.number() - behaviour.steps().get(0).number();
        return behaviour.steps().get(Math.max(0, index - 1));
    }

    Optional<String> note() {
        return skipped == 0
                ? Optional.empty()
                : Optional.of("… " + Words.count(skipped, "earlier step") + " not drawn");
    }
}
