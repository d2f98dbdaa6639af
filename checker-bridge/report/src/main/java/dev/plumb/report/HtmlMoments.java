package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Explained.Moment;
import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.WhyNot;
import java.util.List;
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
    }

    void write(Moment moment) {
        moment.action().ifPresent(action -> {
            out.leaf("h3", "Why it could be taken").line();
            new HtmlFormula(out).write(action);
        });
        out.leaf("h3", "What can be taken after it").line();
        enabled(moment.enabled());
        if (!moment.disabled().isEmpty()) {
            disabled(moment);
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

    private void disabled(Moment moment) {
        int all = moment.disabled().size() + moment.leftOut();
        out.open("details", "class", "why-not");
        out.leaf("summary", "What cannot be taken after it, and why not (" + Words.count(all) + ")");
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
