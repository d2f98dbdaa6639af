package dev.plumb.core;

import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.core.search.Attempts;
import dev.plumb.core.search.Search;
import dev.plumb.core.search.Tried;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.traces.Event;
import dev.plumb.traces.Trace.Part;
import dev.plumb.traces.Trace.Run;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The check of one run: either of all of it, or of its events one after the other as they come. */
final class RunCheck {
    /** Events that stand in their order wait for those before them and for nothing else. */
    private static final int[] NEEDS_NOTHING = {0};

    private final LoadedSpec spec;
    private final String name;
    private final Search search;
    private final Set<String> processes = new LinkedHashSet<>();
    private int events;
    private int behind;
    private boolean isAlive = true;

    /** A run whose events are not known yet, by a search for one part. */
    RunCheck(LoadedSpec spec, String name, Search search) {
        this.spec = spec;
        this.name = name;
        this.search = search;
    }

    /** All of a run, by a search for as many parts. */
    static RunCheck of(LoadedSpec spec, Run run, Search search) {
        search.search(run);
        RunCheck check = new RunCheck(spec, run.name(), search);
        run.parts().stream().map(Part::process).forEach(check.processes::add);
        check.events = run.events();
        return check;
    }

    /**
     * Takes the next event; whether those after it can still change the outcome. Those after one that no behaviour explains
     * are counted, and their names are checked; some of them tell what would have gone on.
     */
    boolean add(Event event) {
        events++;
        processes.add(Behaviours.process(event));
        if (isAlive) {
            search.add(0, event, NEEDS_NOTHING);
            isAlive = search.advance();
        } else if (behind++ < Attempts.EVENTS_MAX) {
            search.add(0, event, NEEDS_NOTHING);
        } else {
            spec.observe(event);
        }
        return isAlive;
    }

    /**
     * Ends the run.
     *
     * @param isShown whether the result has a behaviour even if nothing is wrong with it
     */
    RunResult result(boolean isShown) {
        search.close();
        search.advance();
        Search.Result result = search.result();
        Recorded recorded = new Recorded(name, new ArrayList<>(processes), events);
        return result.ends().isEmpty()
                ? new Diagnosis(spec, recorded, search).runResult()
                : new Judgement(spec.claims(), result).runResult(recorded, isShown);
    }

    Set<String> processes() {
        return processes;
    }

    /** Some of the events, and the states that they were held against. */
    List<Tried> tried() {
        return search.tried();
    }

    /** What a report says of a run, whatever came of it. */
    record Recorded(String name, List<String> processes, int events) {}
}
