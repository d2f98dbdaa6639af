package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Divergence;
import dev.plumb.core.Divergence.Blocked;
import dev.plumb.core.Explained;
import dev.plumb.core.Explained.Moment;
import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.Cell;
import dev.plumb.kernel.api.OpenFormula;
import dev.plumb.kernel.api.WhyNot;
import dev.plumb.traces.TlaValue;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The model values in what is told: in JSON they are strings, as in ITF, so that who reads it must know which. */
final class ModelValues {
    private final SortedSet<String> names = new TreeSet<>();

    private ModelValues() {}

    static SortedSet<String> of(Checked checked) {
        ModelValues found = new ModelValues();
        if (checked instanceof Checked.OfModel model) {
            found.addBehaviour(model.result().counterexample());
        } else if (checked instanceof Checked.OfTrace trace) {
            trace.result().runs().forEach(run -> {
                found.addBehaviour(run.behaviour());
                run.divergence().ifPresent(found::addDivergence);
            });
        }
        return found.names;
    }

    static SortedSet<String> of(Behaviour behaviour) {
        ModelValues found = new ModelValues();
        found.addBehaviour(Optional.of(behaviour));
        return found.names;
    }

    private void addBehaviour(Optional<Behaviour> behaviour) {
        behaviour.ifPresent(told -> {
            told.steps().forEach(step -> addAll(step.state().values()));
            told.expressions().forEach(expression -> expression.values().forEach(value -> value.ifPresent(this::add)));
            addExplained(told.explained());
        });
    }

    private void addExplained(Explained explained) {
        explained.property().ifPresent(this::addFormula);
        for (Moment moment : explained.moments()) {
            moment.action().ifPresent(this::addFormula);
            moment.enabled().forEach(this::addArguments);
            moment.disabled().stream().map(WhyNot::action).forEach(this::addArguments);
        }
    }

    private void addFormula(OpenFormula formula) {
        addAll(formula.witness().values());
        formula.read().stream().map(Cell::path).forEach(this::addAll);
        formula.parts().forEach(this::addFormula);
    }

    private void addDivergence(Divergence divergence) {
        divergence.blocked().forEach(this::addBlocked);
    }

    private void addBlocked(Blocked blocked) {
        addAll(blocked.state().values());
        blocked.reasons().stream().map(WhyNot::action).forEach(this::addArguments);
        blocked.enabled().forEach(this::addArguments);
        blocked.fit().ifPresent(fit -> addArguments(fit.step()));
    }

    private void addArguments(ActionInstance action) {
        addAll(action.arguments().values());
    }

    private void addAll(Collection<TlaValue> values) {
        values.forEach(this::add);
    }

    private void add(TlaValue value) {
        if (value instanceof TlaValue.Model model) {
            names.add(model.name());
        } else if (value instanceof TlaValue.SetOf set) {
            addAll(set.elements());
        } else if (value instanceof TlaValue.Fn fn) {
            addAll(fn.entries().keySet());
            addAll(fn.entries().values());
        }
    }
}
