package dev.plumb.refinement;

import dev.plumb.traces.Observation;
import dev.plumb.traces.TlaValue;

/** The recorder that does not record. */
final class Silent implements Recorder {
    static final Silent RECORDER = new Silent();

    private Silent() {}

    @Override
    public RecordedStep step(ActionSite site) {
        return Step.STEP;
    }

    @Override
    public RecordedStep step(String action) {
        return Step.STEP;
    }

    @Override
    public StepScope begin(ActionSite site) {
        return Step.STEP;
    }

    @Override
    public RecordedStep current() {
        return Step.STEP;
    }

    @Override
    public void record(SpecStep step) {}

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

    /** Every word of {@link Observing} is overridden, so that none of them makes a value that nobody reads. */
    static final class Step implements StepScope {
        static final Step STEP = new Step();

        private Step() {}

        @Override
        public void done() {}

        @Override
        public void close() {}

        @Override
        public Step run(String run) {
            return this;
        }

        @Override
        public Step at(String fileAndLine) {
            return this;
        }

        @Override
        public Step here() {
            return this;
        }

        @Override
        public Step arg(String name, TlaValue value) {
            return this;
        }

        @Override
        public Step arg(String name, String value) {
            return this;
        }

        @Override
        public Step arg(String name, int value) {
            return this;
        }

        @Override
        public Step arg(String name, boolean value) {
            return this;
        }

        @Override
        public Step state(String variable, Observation observation) {
            return this;
        }

        @Override
        public Step state(String variable, TlaValue value) {
            return this;
        }

        @Override
        public Step state(String variable, String value) {
            return this;
        }

        @Override
        public Step state(String variable, int value) {
            return this;
        }

        @Override
        public Step state(String variable, boolean value) {
            return this;
        }

        @Override
        public Step state(String variable, String index, TlaValue value) {
            return this;
        }

        @Override
        public Step state(String variable, String index, String value) {
            return this;
        }

        @Override
        public Step state(String variable, String index, int value) {
            return this;
        }

        @Override
        public Step state(String variable, String index, boolean value) {
            return this;
        }

        @Override
        public Step added(String variable, TlaValue element) {
            return this;
        }

        @Override
        public Step added(String variable, String element) {
            return this;
        }

        @Override
        public Step removed(String variable, TlaValue element) {
            return this;
        }

        @Override
        public Step removed(String variable, String element) {
            return this;
        }

        @Override
        public Step appended(String variable, TlaValue element) {
            return this;
        }

        @Override
        public Step appended(String variable, String element) {
            return this;
        }

        @Override
        public Step before(String variable, Observation observation) {
            return this;
        }

        @Override
        public Step before(String variable, TlaValue value) {
            return this;
        }

        @Override
        public Step before(String variable, String value) {
            return this;
        }

        @Override
        public Step before(String variable, int value) {
            return this;
        }

        @Override
        public Step before(String variable, boolean value) {
            return this;
        }

        @Override
        public Step before(String variable, String index, TlaValue value) {
            return this;
        }

        @Override
        public Step before(String variable, String index, String value) {
            return this;
        }
    }
}
