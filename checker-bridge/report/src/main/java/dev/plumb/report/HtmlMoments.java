package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Step;
import dev.plumb.core.Explained.Moment;
import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.WhyNot;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why steps could be taken, and what else could have been: in templates, of which the script shows one at a time. */
final class HtmlMoments {
    private static final int TEXT_MAX = 300;
    private static final int ENABLED_MAX = 60;
    private static final int DISABLED_MAX = 60;

    /** Of more steps, the last ones are told of. */
    private static final int MOMENTS_MAX = 400;

    private final Markup out;

    HtmlMoments(Markup out) {
        this.out = out;
    }

    void templates(Behaviour behaviour) {
        List<Moment> moments = behaviour.explained().moments();
        moments.stream().skip(Math.max(0, moments.size() - MOMENTS_MAX)).forEach(moment -> {
            out.open("template", "id", "step-" + moment.step()).line();
            write(moment);
            out.closeLine();
        });
        insteadOf(Verdict.last(behaviour), behaviour).ifPresent(moment -> {
            out.open("template", "id", "step-" + (moment.step() + 1)).line();
            follows(moment, "instead");
            out.closeLine();
        });
    }

    /** What there is to say of a step: of one that the spec does not allow, what it allows instead. */
    void write(Step step, Behaviour behaviour) {
        behaviour.explained().moment(step.number()).ifPresent(this::write);
        insteadOf(step, behaviour).ifPresent(moment -> follows(moment, "instead"));
    }

    private static Optional<Moment> insteadOf(Step step, Behaviour behaviour) {
        return step.forbidden() ? behaviour.explained().moment(step.number() - 1) : Optional.empty();
    }

    private void write(Moment moment) {
        moment.action().ifPresent(action -> {
            out.leaf("h3", "Why it could be taken").line();
            new HtmlFormula(out, moment.step()).write(action);
        });
        follows(moment, "after it");
    }

    /** @param when the steps are looked at, in words */
    private void follows(Moment moment, String when) {
        out.leaf("h3", "What can be taken " + when).line();
        enabled(moment.enabled());
        if (!moment.disabled().isEmpty()) {
            disabled(moment, when);
        }
    }

    private void enabled(List<ActionInstance> enabled) {
        if (enabled.isEmpty()) {
            out.leaf("p", "The spec allows no step at all in this state.").line();
            return;
        }
        out.open("ul", "class", "instead");
        enabled.stream().limit(ENABLED_MAX).forEach(action -> out.open("li")
                .leaf("code", Printable.cut(action.toString(), TEXT_MAX))
                .close());
        more(enabled.size() - ENABLED_MAX);
        out.closeLine();
    }

    private void disabled(Moment moment, String when) {
        int all = moment.disabled().size() + moment.leftOut();
        out.open("details", "class", "why-not");
        out.leaf("summary", "What cannot be taken " + when + ", and why not (" + Words.count(all) + ")");
        out.open("ul", "class", "formula").line();
        moment.disabled().stream().limit(DISABLED_MAX).forEach(this::whyNot);
        more(all - Math.min(DISABLED_MAX, moment.disabled().size()));
        out.close().closeLine();
    }

    private void whyNot(WhyNot why) {
        Reason reason = Reason.of(why);
        out.open("li", "class", "false")
                .leaf("code", Printable.cut(reason.action().toString(), TEXT_MAX), "class", "text");
        out.leaf("b", reason.conjunct().isPresent() ? "✗ FALSE" : "✗", "class", "value");
        out.leaf("code", Printable.cut(reason.conjunct().orElse(reason.brief()), TEXT_MAX));
        new HtmlFormula(out).values(reason.values(), Set.of());
        out.leaf("code", reason.place().toString(), "class", "place").closeLine();
    }

    private void more(int left) {
        if (left > 0) {
            out.leaf("li", "and " + Words.count(left) + " more", "class", "quiet");
        }
    }
}
