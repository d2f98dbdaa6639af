package dev.plumb.refinement;

import java.util.function.Consumer;

/** The recorder that hands steps on. */
final class HandingRecorder extends TellingRecorder {
    private final Consumer<SpecStep> taker;

    HandingRecorder(Consumer<SpecStep> taker) {
        this.taker = taker;
    }

    @Override
    public void record(SpecStep step) {
        taker.accept(step);
    }

    @Override
    public Stamp stamp() {
        return Stamp.NONE;
    }

    @Override
    public void received(Stamp stamp) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
