package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Step;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a behaviour that are shown. Of a long one it is the end that tells why it ends.
 *
 * @param skipped how many steps before them are not shown
 */
record Window(List<Step> steps, int skipped) {
    private static final int STEPS_MAX = 400;

    static Window of(Behaviour behaviour) {
        List<Step> all = behaviour.steps();
        int skipped = Math.max(0, all.size() - STEPS_MAX);
        return new Window(all.subList(skipped, all.size()), skipped);
    }

    Optional<String> note() {
        return skipped == 0
                ? Optional.empty()
                : Optional.of("… " + Words.count(skipped, "earlier step") + " not drawn");
    }
}
