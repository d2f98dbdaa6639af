package dev.plumb.simulation.explore;

import dev.plumb.simulation.explore.Exploration.Unexplored;
import dev.plumb.simulation.explore.Findings.Failure;
import dev.plumb.simulation.explore.Findings.Finding;
import dev.plumb.simulation.explore.Round.Found;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** One exploration: round after round, until nothing is left or something is found or a limit is reached. */
final class Search<S> {
    private final Question<S> question;
    private final Visited visited = new Visited();
    private final Findings findings;
    private final Pending<S> pending;
    private final Ways<S> ways;
    private final GraphLog graph = new GraphLog();
    private final Clock clock;

    private final LongAdder generated = new LongAdder();
    private int depth;
    private int stepsMax;
    /** States that were found but not gone on from, and the least depth of one. */
    private long cut;

    private int cutDepth = Integer.MAX_VALUE;

    Search(Question<S> question) {
        this.question = question;
        this.findings = new Findings(question.properties());
        this.pending = new Pending<>(question.isDepthFirst());
        this.ways = new Ways<>(question, visited);
        this.clock = new Clock(question.limits().time());
    }

    Exploration<S> run() {
        begin();
        try (Crew crew = new Crew(question.threads())) {
            while (!pending.isEmpty() && !isOver() && !isAtLimit()) {
                expand(pending.next(), crew);
            }
        }
        return new Exploration<>(
                verdicts(),
                findings.failure().map(this::failed),
                visited.size(),
                generated.sum(),
                depth,
                unexplored(),
                visited.bytes(),
                clock.elapsed());
    }

    private void begin() {
        Worker<S> worker = new Worker<>(question, visited, findings);
        question.system().initialStates().forEach(worker::begin);
        generated.add(worker.generated());
        findings.endRound();
        if (worker.generated() == 0) {
            throw ExploreProblems.noInitialStates();
        }
        add(1, List.of(worker));
    }

    private void expand(Round<S> round, Crew crew) {
        visited.startRound();
        Chunks chunks = new Chunks(round.size());
        List<Worker<S>> workers = new ArrayList<>();
        crew.work(chunks.size(), () -> {
            Worker<S> worker = new Worker<>(question, visited, findings);
            synchronized (workers) {
                workers.add(worker);
            }
            for (Chunks.Chunk chunk = chunks.next(); chunk != null && !clock.isOver(); chunk = chunks.next()) {
                long before = worker.generated();
                worker.expand(round.states().subList(chunk.from(), chunk.to()));
                generated.add(worker.generated() - before);
                tellProgress();
            }
        });
        findings.endRound();
        cut(
                round.depth(),
                round.size() - workers.stream().mapToLong(Worker::expanded).sum());
        add(round.depth() + 1, workers);
    }

    /** Takes in what was found; the luck with which states were shared out does not show in any of it. */
    private void add(int newDepth, List<Worker<S>> workers) {
        List<Found<S>> found = new ArrayList<>();
        for (Worker<S> worker : workers) {
            found.addAll(worker.found());
            graph.addAll(worker.graph());
            stepsMax = Math.max(stepsMax, worker.stepsMax());
        }
        depth = found.isEmpty() ? depth : Math.max(depth, newDepth);
        if (newDepth >= question.limits().depth()) {
            cut(newDepth, found.size());
        } else {
            pending.add(new Round<>(newDepth, found), mayReachLimit(found.size()));
        }
    }

    private void cut(int atDepth, long states) {
        cut += states;
        cutDepth = states > 0 ? Math.min(cutDepth, atDepth) : cutDepth;
    }

    private boolean isOver() {
        return findings.failure().isPresent() || (findings.areBad() && !question.goesOn());
    }

    private boolean isAtLimit() {
        return visited.size() >= question.limits().states() || clock.isOver();
    }

    private boolean mayReachLimit(long states) {
        return visited.size() + states * stepsMax >= question.limits().states();
    }

    private void tellProgress() {
        if (clock.isSecond()) {
            question.progress().accept(new Progress(visited.size(), generated.sum(), depth, clock.elapsed()));
        }
    }

    private Exploration.Failed<S> failed(Failure failure) {
        Path<S> path = way(failure.in());
        return failure.cause() instanceof StepFailure step
                ? new Exploration.Failed<>(failure.what(), step.thrown(), path, Optional.of(step.action()))
                : new Exploration.Failed<>(failure.what(), failure.cause(), path, Optional.empty());
    }

    private Path<S> way(Finding found) {
        return found.before() == Visited.NONE ? ways.to(found.print()) : ways.to(found.before(), found.print());
    }

    private Map<String, Verdict<S>> verdicts() {
        Map<String, Verdict<S>> verdicts = new LinkedHashMap<>();
        IntStream.range(0, question.properties().size())
                .forEach(i -> verdicts.put(question.properties().get(i).name(), verdict(i)));
        return verdicts;
    }

    private Verdict<S> verdict(int index) {
        Property<S> property = question.properties().get(index);
        Optional<Path<S>> path = findings.of(index).map(this::way);
        if (property instanceof Property.Initially && path.isEmpty()) {
            return new Verdict.Holds<>();
        } else if (property instanceof Property.Eventually) {
            return eventually(index);
        } else if (property instanceof Property.Sometimes) {
            return path.<Verdict<S>>map(Verdict.Shown::new)
                    .orElseGet(() -> isComplete() ? new Verdict.Missing<>() : new Verdict.Unknown<>());
        }
        return path.<Verdict<S>>map(Verdict.Violated::new).orElseGet(this::none);
    }

    private Verdict<S> eventually(int index) {
        if (findings.failure().isPresent()) {
            return new Verdict.Unknown<>(); // where something failed more is possible than is known
        }
        Optional<FairCycles.Found> avoided = new FairCycles(graph.graph(), question.fairness(), index).find();
        return avoided.<Verdict<S>>map(found -> new Verdict.Avoided<>(ways.along(found)))
                .orElseGet(this::none);
    }

    private Verdict<S> none() {
        return isComplete() ? new Verdict.Holds<>() : new Verdict.Unknown<>();
    }

    private boolean isComplete() {
        return cut + pending.size() == 0 && findings.failure().isEmpty();
    }

    private Optional<Unexplored> unexplored() {
        if (cut + pending.size() == 0) {
            return Optional.empty();
        }
        int nearest = pending.isEmpty() ? cutDepth : Math.min(cutDepth, pending.depth());
        return Optional.of(new Unexplored(whyStopped(), !isOver(), cut + pending.size(), nearest));
    }

    private String whyStopped() {
        Limits limits = question.limits();
        if (findings.failure().isPresent()) {
            return "something failed";
        } else if (isOver()) {
            return "a violation was found";
        } else if (clock.isOver()) {
            return "the limit of " + limits.time().toSeconds() + " s was reached";
        } else if (visited.size() >= limits.states()) {
            return String.format(Locale.ROOT, "the limit of %,d states was reached", limits.states());
        }
        return "the limit of depth " + limits.depth() + " was reached";
    }

    /** When it began, and when it has to end. */
    private static final class Clock {
        private static final long SECOND = 1_000_000_000;

        private final long start = System.nanoTime();
        private final long most;
        private volatile long told = start;

        Clock(Duration most) {
            this.most = most.toNanos();
        }

        boolean isOver() {
            return System.nanoTime() - start >= most;
        }

        Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - start);
        }

        /** Once a second. */
        synchronized boolean isSecond() {
            long now = System.nanoTime();
            boolean isNew = now - told >= SECOND;
            told = isNew ? now : told;
            return isNew;
        }
    }
}
