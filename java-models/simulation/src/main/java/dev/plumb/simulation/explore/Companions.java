package dev.plumb.simulation.explore;

import dev.plumb.refinement.TransitionSystem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Explores a system together with the monitors that go along with it: states of both are the states that are visited, and what
 * is found is told of the system alone.
 */
final class Companions<S> {
    /** What is remembered of a behaviour that has gone wrong: nothing can make it right again. */
    private static final Object WRONG = new Object();

    private static final long WRONG_PRINT = 1;

    private final Question<S> question;
    private final List<Monitor<S, Object>> monitors = new ArrayList<>();

    /** A state of the system, and what each monitor remembers there. */
    private record Accompanied<S>(S state, List<Object> memories) {}

    @SuppressWarnings("unchecked") // a monitor gets back the memories that it gave
    Companions(Question<S> question) {
        this.question = question;
        for (Property<S> property : question.properties()) {
            if (property instanceof Property.Watched<S> watched) {
                monitors.add((Monitor<S, Object>) watched.monitor());
            }
        }
    }

    static boolean areIn(Question<?> question) {
        return question.properties().stream().anyMatch(Property.Watched.class::isInstance);
    }

    Exploration<S> explore() {
        Question<Accompanied<S>> together = new Question<>(
                new Together(),
                this::fingerprint,
                question.properties().stream().map(this::property).toList(),
                question.fairness().stream().map(Companions::fairness).toList(),
                question.limits(),
                question.isDepthFirst(),
                question.goesOn(),
                question.threads(),
                question.progress());
        return alone(new Search<>(together).run());
    }

    /** The system and its monitors, as a system. */
    private final class Together implements TransitionSystem<Accompanied<S>> {
        @Override
        public Collection<Accompanied<S>> initialStates() {
            return question.system().initialStates().stream()
                    .map(state -> new Accompanied<>(
                            state,
                            monitors.stream()
                                    .map(monitor -> judged(monitor, monitor.begin(state)))
                                    .toList()))
                    .toList();
        }

        @Override
        public void steps(Accompanied<S> from, BiConsumer<Object, Accompanied<S>> step) {
            question.system().steps(from.state(), (action, to) -> {
                List<Object> memories = new ArrayList<>(monitors.size());
                for (int i = 0; i < monitors.size(); i++) {
                    Monitor<S, Object> monitor = monitors.get(i);
                    Object before = from.memories().get(i);
                    memories.add(
                            isWrong(before) ? before : judged(monitor, monitor.next(before, from.state(), action, to)));
                }
                step.accept(action, new Accompanied<>(to, memories));
            });
        }
    }

    private static <S> Object judged(Monitor<S, Object> monitor, Object memory) {
        return monitor.isRight(memory) ? memory : WRONG;
    }

    @SuppressWarnings("ReferenceEquality") // there is one
    private static boolean isWrong(Object memory) {
        return memory == WRONG;
    }

    private long fingerprint(Accompanied<S> both) {
        long print = question.print(both.state());
        for (int i = 0; i < monitors.size(); i++) {
            Object memory = both.memories().get(i);
            print = Fingerprints.then(
                    print, isWrong(memory) ? WRONG_PRINT : monitors.get(i).fingerprint(memory));
        }
        return print;
    }

    private Property<Accompanied<S>> property(Property<S> property) {
        String name = property.name();
        if (property instanceof Property.Watched<S> watched) {
            return rightAfterEachStep(watched);
        } else if (property instanceof Property.Initially<S> initially) {
            return new Property.Initially<>(name, ofState(initially.holds()));
        } else if (property instanceof Property.Always<S> always) {
            return new Property.Always<>(name, ofState(always.holds()));
        } else if (property instanceof Property.AlwaysStep<S> step) {
            return new Property.AlwaysStep<>(
                    name, from -> ofState(step.allowed().apply(from.state())));
        } else if (property instanceof Property.Sometimes<S> sometimes) {
            return new Property.Sometimes<>(name, ofState(sometimes.holds()));
        }
        return new Property.Eventually<>(name, ofState(((Property.Eventually<S>) property).holds()));
    }

    @SuppressWarnings("ReferenceEquality") // the very monitor of this property
    private Property<Accompanied<S>> rightAfterEachStep(Property.Watched<S> watched) {
        int place = 0;
        while (monitors.get(place) != watched.monitor()) {
            place++;
        }
        int at = place;
        return new Property.AlwaysStep<>(
                watched.name(), from -> to -> !isWrong(to.memories().get(at)));
    }

    private static <S> Predicate<Accompanied<S>> ofState(Predicate<S> holds) {
        return both -> holds.test(both.state());
    }

    /** A step that changes nothing but what a monitor remembers is none. */
    private static <S> Fairness<Accompanied<S>> fairness(Fairness<S> condition) {
        return new Fairness<>(
                condition.isStrong(),
                (from, action, to) -> !from.state().equals(to.state())
                        && condition.steps().include(from.state(), action, to.state()));
    }

    private Exploration<S> alone(Exploration<Accompanied<S>> found) {
        Map<String, Verdict<S>> verdicts = new LinkedHashMap<>();
        found.verdicts().forEach((name, verdict) -> verdicts.put(name, alone(verdict)));
        return new Exploration<>(
                verdicts,
                found.failed()
                        .map(failed -> new Exploration.Failed<>(
                                failed.what(), failed.cause(), alone(failed.path()), failed.step())),
                found.distinct(),
                found.generated(),
                found.depth(),
                found.unexplored(),
                found.tableBytes(),
                found.time());
    }

    private static <S> Verdict<S> alone(Verdict<Accompanied<S>> verdict) {
        if (verdict instanceof Verdict.Violated<Accompanied<S>> violated) {
            return new Verdict.Violated<>(alone(violated.path()));
        } else if (verdict instanceof Verdict.Shown<Accompanied<S>> shown) {
            return new Verdict.Shown<>(alone(shown.path()));
        } else if (verdict instanceof Verdict.Avoided<Accompanied<S>> avoided) {
            Lasso<Accompanied<S>> lasso = avoided.lasso();
            return new Verdict.Avoided<>(new Lasso<>(alone(lasso.path()), lasso.backTo()));
        } else if (verdict instanceof Verdict.Missing) {
            return new Verdict.Missing<>();
        }
        return verdict instanceof Verdict.Holds ? new Verdict.Holds<>() : new Verdict.Unknown<>();
    }

    private static <S> Path<S> alone(Path<Accompanied<S>> path) {
        return new Path<>(
                path.start().state(),
                path.steps().stream()
                        .map(taken ->
                                new Path.Taken<>(taken.action(), taken.to().state()))
                        .toList());
    }
}
