package dev.plumb.protocols;

import dev.plumb.simulation.Protocol;
import dev.plumb.simulation.drive.Driver;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.RandomChooser;
import dev.plumb.simulation.world.WorldOptions;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * Simulates two-phase commit with faults in one thread, without writing traces, and prints how many steps that thread takes in a
 * second of its own: {@code checker-bridge/benchmarks/run simulate}.
 */
final class SimulateTwoPhase {
    private static final int STEPS_MAX = 10_000;
    private static final int RUNS_A_ROUND = 20_000;
    private static final double TARGET = 200_000;
    private static final double NANOS = 1e9;

    private SimulateTwoPhase() {}

    /** The argument is the number of rounds, after one that only warms up. */
    public static void main(String[] arguments) {
        int rounds = Integer.parseInt(arguments[0]);
        round();
        double[] perSecond = new double[rounds];
        Arrays.setAll(perSecond, round -> round());
        Arrays.sort(perSecond);
        double median = (perSecond[(rounds - 1) / 2] + perSecond[rounds / 2]) / 2;
        System.out.printf(
                Locale.ROOT,
                "%,.0f steps/s (%,.0f to %,.0f), %.2f times the target of %,.0f%n",
                median,
                perSecond[0],
                perSecond[rounds - 1],
                median / TARGET,
                TARGET);
    }

    private static double round() {
        WorldOptions faults =
                WorldOptions.TIMED.with(Fault.CRASH, 2).with(Fault.PARTITION, 1).with(Fault.LOSS, 1);
        Driver driver = new Driver(new Scenario("twophase", 3, Protocol.NO_BUG, faults), STEPS_MAX);
        long steps = 0;
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int seed = 0; seed < RUNS_A_ROUND; seed++) {
            steps += driver.run(new RandomChooser(seed)).steps().size();
        }
        return steps * NANOS / (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }
}
