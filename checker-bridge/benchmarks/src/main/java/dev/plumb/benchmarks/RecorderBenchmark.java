package dev.plumb.benchmarks;

import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.RecordedStep;
import dev.plumb.refinement.Recorder;
import dev.plumb.refinement.RecorderOptions;
import dev.plumb.traces.TraceHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs a service to record a step: one with a run, an argument and the observation of one index. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class RecorderBenchmark {
    private static final ActionSite PREPARE = ActionSite.of("RMPrepare");

    private Recorder off = Recorder.NONE;

    /** What all others are compared with. */
    @Benchmark
    public void empty_method() {}

    @Benchmark
    public void off() {
        tell(off.step(PREPARE));
    }

    @Benchmark
    public void on(ToNowhere to) {
        tell(to.recorder.step(PREPARE));
    }

    /** Each of two threads, which share the recorder. */
    @Benchmark
    @Threads(2)
    public void on_in_two_threads(ToNowhere to) {
        tell(to.recorder.step(PREPARE));
    }

    /** A step whose line of code is looked for each time. */
    @Benchmark
    public void on_with_stack_walk(ToNowhere to) {
        tell(to.recorder.step("RMPrepare").here());
    }

    @Benchmark
    public void on_flushing_each_step(ToFile to) {
        tell(to.recorder.step(PREPARE));
    }

    private static void tell(RecordedStep step) {
        step.run("tx-2").arg("rm", "r1").state("rmState", "r1", "prepared").done();
    }

    private static Recorder recorder(Path file, RecorderOptions options) throws IOException {
        TraceHeader header = TraceHeader.of("TwoPhase");
        return Recorder.toFile(file, header, "r1", options);
    }

    /** All that recording takes, apart from the disk. */
    @State(Scope.Benchmark)
    public static class ToNowhere {
        private Recorder recorder = Recorder.NONE;

        @Setup
        public void open() throws IOException {
            recorder = recorder(Path.of("/dev/null"), RecorderOptions.DEFAULT);
        }

        @TearDown
        public void close() throws IOException {
            recorder.close();
        }
    }

    /** All that recording takes at most. */
    @State(Scope.Benchmark)
    public static class ToFile {
        private Path file = Path.of("");
        private Recorder recorder = Recorder.NONE;

        @Setup
        public void open() throws IOException {
            file = Files.createTempFile("plumb-benchmark", ".ndjson");
            recorder = recorder(file, RecorderOptions.DEFAULT.flushEachStep());
        }

        @TearDown
        public void close() throws IOException {
            recorder.close();
            Files.delete(file);
        }
    }
}
