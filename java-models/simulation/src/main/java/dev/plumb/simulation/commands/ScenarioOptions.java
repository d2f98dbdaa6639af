package dev.plumb.simulation.commands;

import static java.util.stream.Collectors.joining;

import dev.plumb.simulation.Protocol;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.drive.SimulationProblems;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.WorldOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which protocol, in which world. */
final class ScenarioOptions {
    @Parameters(paramLabel = "PROTOCOL", description = "The name of a protocol, such as twophase.")
    private String protocol = "";

    @Option(
            names = "--nodes",
            paramLabel = "N",
            defaultValue = "3",
            description = "Replicas or resource managers; a coordinator comes extra (default: ${DEFAULT-VALUE}).")
    private int nodes = 3;

    @Option(
            names = "--bug",
            paramLabel = "BUG",
            defaultValue = Protocol.NO_BUG,
            description = "A bug to plant (default: ${DEFAULT-VALUE}).")
    private String bug = Protocol.NO_BUG;

    @Option(
            names = "--faults",
            paramLabel = "FAULT:N",
            split = ",",
            description = "Faults that may happen, and how often: crash, torn-write, lost-write, io-error, full-disk, "
                    + "loss, duplicate, partition, pause, slow, skew, drift, forge.")
    private List<String> faults = new ArrayList<>();

    @Option(
            names = "--network",
            paramLabel = "KIND",
            defaultValue = "reordering",
            description = "fifo, reordering or growing: then whatever was ever sent may arrive again "
                    + "(default: ${DEFAULT-VALUE}).")
    private WorldOptions.Network network = WorldOptions.Network.REORDERING;

    @Option(names = "--untimed", description = "Let nothing take time: whatever can happen may come next, timers too.")
    private boolean untimed;

    Scenario scenario() {
        atLeastOne("--nodes", nodes);
        WorldOptions options = (untimed ? WorldOptions.UNTIMED : WorldOptions.TIMED).with(network);
        for (String fault : faults) {
            options = with(options, fault);
        }
        return new Scenario(protocol, nodes, bug, options);
    }

    static void atLeastOne(String option, int given) {
        if (given < 1) {
            throw SimulationProblems.tooFew(option, given);
        }
    }

    private static WorldOptions with(WorldOptions options, String fault) {
        String[] parts = fault.split(":", -1);
        try {
            if (parts.length == 2 && Integer.parseInt(parts[1]) >= 0) {
                return options.with(Fault.named(parts[0]), Integer.parseInt(parts[1]));
            }
        } catch (IllegalArgumentException unknown) {
            // told below
        }
        throw SimulationProblems.noSuchFault(
                fault, Arrays.stream(Fault.values()).map(Fault::text).toList());
    }

    /** These options as words of a command. */
    List<String> words() {
        List<String> words = new ArrayList<>(List.of(protocol, "--nodes", String.valueOf(nodes)));
        if (!bug.equals(Protocol.NO_BUG)) {
            words.addAll(List.of("--bug", bug));
        }
        if (!faults.isEmpty()) {
            words.addAll(List.of("--faults", String.join(",", faults)));
        }
        if (network != WorldOptions.Network.REORDERING) {
            words.addAll(List.of("--network", network.name().toLowerCase(Locale.ROOT)));
        }
        if (untimed) {
            words.add("--untimed");
        }
        return words;
    }

    /** The scenario in words: {@code twophase, 3 nodes, bug hasty-commit, faults crash:1}. */
    static String text(Scenario scenario) {
        String faults = scenario.options().faults().entrySet().stream()
                .map(fault -> fault.getKey().text() + ":" + fault.getValue())
                .collect(joining(","));
        return scenario.protocol() + ", " + count(scenario.nodes(), "node")
                + (scenario.bug().equals(Protocol.NO_BUG) ? "" : ", bug " + scenario.bug())
                + (faults.isEmpty() ? "" : ", faults " + faults);
    }

    /** {@code 1 node}, {@code 2 nodes}. */
    static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
