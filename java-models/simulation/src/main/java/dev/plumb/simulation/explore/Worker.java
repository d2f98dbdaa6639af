package dev.plumb.simulation.explore;

import dev.plumb.simulation.explore.Property.Always;
import dev.plumb.simulation.explore.Property.AlwaysStep;
import dev.plumb.simulation.explore.Property.Eventually;
import dev.plumb.simulation.explore.Property.Initially;
import dev.plumb.simulation.explore.Property.Sometimes;
import dev.plumb.simulation.explore.Round.Found;
import dev.plumb.traces.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks at the steps of states in one thread, and keeps what it alone found. */
final class Worker<S> {
    private final Question<S> question;
    private final Visited visited;
    private final Findings findings;

    private final List<Found<S>> found = new ArrayList<>();
    private final GraphLog graph = new GraphLog();
    private long generated;
    private long expanded;
    private int stepsMax;

    Worker(Question<S> question, Visited visited, Findings findings) {
        this.question = question;
        this.visited = visited;
        this.findings = findings;
    }

    /** Takes an initial state in. */
    void begin(S state) {
        long print = question.print(state);
        if (add(state, print, Visited.NONE)) {
            askAboutStart(state, print);
        }
    }

    private void askAboutStart(S state, long print) {
        if (question.isOfBehaviours()) {
            graph.addStart(print);
        }
        for (int i = 0; i < question.properties().size(); i++) {
            if (question.properties().get(i) instanceof Initially<S> initially
                    && !answer(initially, print, () -> initially.holds().test(state), true)) {
                findings.add(i, Visited.NONE, print);
            }
        }
    }

    /** Looks at all steps from these states. */
    void expand(List<Found<S>> states) {
        for (Found<S> each : states) {
            Steps steps = new Steps(each);
            try {
                question.system().steps(each.state(), steps);
            } catch (Problem problem) {
                throw problem;
            } catch (RuntimeException e) {
                findings.failed(Visited.NONE, each.print(), "The system", e);
                continue;
            }
            expanded++;
            stepsMax = Math.max(stepsMax, steps.count);
        }
    }

    private boolean add(S state, long print, long parent) {
        generated++;
        boolean isNew = visited.add(print, parent);
        if (isNew) {
            found.add(new Found<>(print, state));
            askAbout(state, print);
        }
        return isNew;
    }

    private void askAbout(S state, long print) {
        List<Property<S>> properties = question.properties();
        for (int i = 0; i < properties.size(); i++) {
            boolean isFound = properties.get(i) instanceof Always<S> always
                    ? !answer(always, print, () -> always.holds().test(state), true)
                    : properties.get(i) instanceof Sometimes<S> sometimes
                            && findings.wants(i)
                            && answer(sometimes, print, () -> sometimes.holds().test(state), false);
            if (isFound) {
                findings.add(i, Visited.NONE, print);
            }
        }
    }

    private <T> T answer(Property<S> property, long print, Supplier<T> code, T otherwise) {
        return answer(property, Visited.NONE, print, code, otherwise);
    }

    /** What a property's code says. If that fails, the exploration ends and tells it, instead of any verdict. */
    private <T> T answer(Property<S> property, long before, long print, Supplier<T> code, T otherwise) {
        try {
            return code.get();
        } catch (Problem problem) {
            throw problem;
        } catch (RuntimeException e) {
            findings.failed(before, print, "The property " + property.name(), e);
            return otherwise;
        }
    }

    List<Found<S>> found() {
        return found;
    }

    GraphLog graph() {
        return graph;
    }

    long generated() {
        return generated;
    }

    long expanded() {
        return expanded;
    }

    int stepsMax() {
        return stepsMax;
    }

    /** The steps from one state. */
    private final class Steps implements BiConsumer<Object, S> {
        private final Found<S> from;
        private final List<Allowed<S>> allowed = new ArrayList<>(0);
        private final boolean isLogged = question.isOfBehaviours();
        private int count;

        Steps(Found<S> from) {
            this.from = from;
            long reached = 0;
            for (int i = 0; i < question.properties().size(); i++) {
                Property<S> property = question.properties().get(i);
                if (property instanceof AlwaysStep<S> step) {
                    allowed.add(new Allowed<>(i, step, allowedNext(step)));
                } else if (property instanceof Eventually<S> eventually
                        && answer(
                                eventually,
                                from.print(),
                                () -> eventually.holds().test(from.state()),
                                false)) {
                    reached |= 1L << i;
                }
            }
            if (isLogged) {
                graph.addNode(from.print(), reached);
            }
        }

        private Predicate<S> allowedNext(AlwaysStep<S> step) {
            return answer(step, from.print(), () -> step.allowed().apply(from.state()), next -> true);
        }

        @Override
        public void accept(Object action, S to) {
            count++;
            long print = question.print(to);
            add(to, print, from.print());
            for (Allowed<S> each : allowed) {
                if (!answer(each.step(), from.print(), print, () -> each.next().test(to), true)) {
                    findings.add(each.index(), from.print(), print);
                }
            }
            if (isLogged) {
                graph.addStep(print, print == from.print() ? 0 : fair(action, to));
            }
        }

        /** The fairness conditions that the step counts for. */
        private long fair(Object action, S to) {
            long fair = 0;
            for (int i = 0; i < question.fairness().size(); i++) {
                fair |= question.fairness().get(i).steps().include(from.state(), action, to) ? 1L << i : 0;
            }
            return fair;
        }
    }

    private record Allowed<S>(int index, AlwaysStep<S> step, Predicate<S> next) {}
}
