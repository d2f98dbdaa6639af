package dev.plumb.refinement;

import dev.plumb.traces.Observation;
import dev.plumb.traces.TlaValue;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers a step until it is done. */
sealed class Draft implements RecordedStep permits OpenScope {
    private final Recorder recorder;
    private final String action;
    private final SortedMap<String, TlaValue> arguments = new TreeMap<>();
    private final SortedMap<String, Observation> before = new TreeMap<>();
    private final SortedMap<String, Observation> state = new TreeMap<>();
    private Optional<String> run = Optional.empty();
    private Optional<String> at;
    private boolean isDone;

    Draft(Recorder recorder, String action, Optional<String> at) {
        this.recorder = recorder;
        this.action = action;
        this.at = at;
    }

    @Override
    public RecordedStep run(String name) {
        run = Optional.of(name);
        return goOn();
    }

    @Override
    public RecordedStep at(String fileAndLine) {
        at = Optional.of(fileAndLine);
        return goOn();
    }

    @Override
    public RecordedStep arg(String name, TlaValue value) {
        Merging.add(action, arguments, name, value);
        return goOn();
    }

    @Override
    public RecordedStep state(String variable, Observation observation) {
        Merging.add(state, variable, observation);
        return goOn();
    }

    @Override
    public RecordedStep before(String variable, Observation observation) {
        Merging.add(before, variable, observation);
        return goOn();
    }

    @Override
    public void done() {
        goOn();
        isDone = true;
        recorder.record(new SpecStep(action, run, arguments, before, state, at));
    }

    private RecordedStep goOn() {
        if (isDone) {
            throw new IllegalStateException(action + " is done: what is told of it now would be lost");
        }
        return this;
    }
}
