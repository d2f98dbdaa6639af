package dev.plumb.simulation.explore;

import dev.plumb.simulation.explore.Path.Taken;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How to come to a state: only fingerprints were kept, so the steps are taken once more. */
final class Ways<S> {
    private final Question<S> question;
    private final Visited visited;

    Ways(Question<S> question, Visited visited) {
        this.question = question;
        this.visited = visited;
    }

    /** The way to a state. */
    Path<S> to(long print) {
        return along(printsTo(print));
    }

    /** The way to a state, and a step from there. */
    Path<S> to(long print, long next) {
        List<Long> prints = new ArrayList<>(printsTo(print));
        prints.add(next);
        return along(prints);
    }

    private List<Long> printsTo(long print) {
        Deque<Long> prints = new ArrayDeque<>();
        for (long each = print; each != Visited.NONE; each = visited.parent(each)) {
            prints.addFirst(each);
        }
        return List.copyOf(prints);
    }

    Lasso<S> along(FairCycles.Found found) {
        return new Lasso<>(along(found.prints()), found.backTo());
    }

    private Path<S> along(List<Long> prints) {
        S start = question.system().initialStates().stream()
                .filter(state -> question.print(state) == prints.get(0))
                .findFirst()
                .orElseThrow(ExploreProblems::impureStart);
        List<Taken<S>> steps = new ArrayList<>();
        S state = start;
        for (long print : prints.subList(1, prints.size())) {
            Taken<S> step = step(state, print);
            if (step == null) {
                throw ExploreProblems.impureStep(new Path<>(start, steps));
            }
            steps.add(step);
            state = step.to();
        }
        return new Path<>(start, steps);
    }

    /** The first step to the state with this fingerprint; the system may throw something in a later one. */
    private @Nullable Taken<S> step(S from, long print) {
        List<Taken<S>> steps = new ArrayList<>();
        try {
            question.system().steps(from, (action, to) -> {
                if (steps.isEmpty() && question.print(to) == print) {
                    steps.add(new Taken<>(action, to));
                }
            });
        } catch (RuntimeException thrown) {
            if (steps.isEmpty()) {
                throw thrown;
            }
        }
        return steps.isEmpty() ? null : steps.get(0);
    }
}
