package dev.plumb.simulation.commands;

import static java.util.stream.Collectors.joining;

import dev.plumb.simulation.Protocol;
import dev.plumb.simulation.Records;
import dev.plumb.simulation.drive.Protocols;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.drive.SimulationProblems;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.simulation.world.WorldOptions.Network;
import dev.plumb.traces.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which protocol, in which world. */
final class ScenarioOptions {
    @Mixin
    private ProtocolOptions protocol = new ProtocolOptions();

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
            description =
                    "fifo, reordering or growing: then whatever was ever sent may arrive again, syncs end at once "
                            + "and nothing takes time (default: ${DEFAULT-VALUE}).")
    private WorldOptions.Network network = WorldOptions.Network.REORDERING;

    /** The world {@code growing} is that of specifications: nothing takes time there, and syncs end at once. */
    Scenario scenario(boolean untimed) {
        WorldOptions options = untimed ? WorldOptions.UNTIMED : WorldOptions.TIMED;
        options = network == Network.GROWING ? WorldOptions.GROWING : options.with(network);
        SortedSet<Fault> named = new TreeSet<>();
        for (String text : faults) {
            Fault fault = fault(text);
            if (!named.add(fault)) {
                throw SimulationProblems.faultNamedTwice(fault);
            }
            options = options.with(fault, times(text));
        }
        return possible(new Scenario(protocol.protocol(), protocol.nodes(), bug, options));
    }

    /** The same where whatever can happen may come next. */
    Scenario scenarioWithoutTime() {
        return scenario(true);
    }

    /** Everybody survives a fault that cannot happen. */
    private static Scenario possible(Scenario of) {
        for (Fault fault : of.options().faults().keySet()) {
            whyNever(fault, of).ifPresent(why -> {
                throw SimulationProblems.faultCannotHappen(fault, why);
            });
        }
        return of;
    }

    private static Optional<String> whyNever(Fault fault, Scenario of) {
        return switch (fault) {
            case DRIFT, SLOW -> unless(of.options().timed(), "nothing takes time in this world");
            case SKEW ->
                unless(of.options().timed(), "nothing takes time in this world")
                        .or(() -> unless(
                                Protocols.named(of.protocol()).readsClocks(),
                                "no node of " + of.protocol() + " reads its clock"));
            case LOST_WRITE, IO_ERROR, FULL_DISK ->
                unless(!of.options().syncsAtOnce(), "syncs end at once in this world");
            case TORN_WRITE ->
                unless(!of.options().syncsAtOnce(), "syncs end at once in this world")
                        .or(() ->
                                unless(hasPartsToTear(of), "no disk of " + of.protocol() + " has more than one part"));
            case DUPLICATE ->
                unless(
                        of.options().network() != Network.GROWING,
                        "what was ever sent may arrive again in this world anyway");
            case FORGE ->
                unless(!of.deployment().forgeries().isEmpty(), "no node of " + of.protocol() + " is Byzantine");
            default -> Optional.empty();
        };
    }

    private static boolean hasPartsToTear(Scenario of) {
        return of.deployment().nodes().values().stream().anyMatch(node -> Records.parts(node.format()) > 1);
    }

    private static Optional<String> unless(boolean isPossible, String why) {
        return isPossible ? Optional.empty() : Optional.of(why);
    }

    private static Fault fault(String text) {
        String name = text.replaceAll(":\\d+$", "");
        return Fault.named(name).filter(fault -> !name.equals(text)).orElseThrow(() -> noSuchFault(text));
    }

    private static int times(String text) {
        try {
            return Integer.parseInt(text.substring(text.indexOf(':') + 1));
        } catch (NumberFormatException tooLarge) {
            throw noSuchFault(text);
        }
    }

    private static Problem noSuchFault(String text) {
        return SimulationProblems.noSuchFault(
                text, Arrays.stream(Fault.values()).map(Fault::text).toList());
    }

    /** These options as words of a command. */
    List<String> words() {
        List<String> words = new ArrayList<>(List.of(protocol.protocol(), "--nodes", String.valueOf(protocol.nodes())));
        if (!bug.equals(Protocol.NO_BUG)) {
            words.addAll(List.of("--bug", bug));
        }
        if (!faults.isEmpty()) {
            words.addAll(List.of("--faults", String.join(",", faults)));
        }
        if (network != WorldOptions.Network.REORDERING) {
            words.addAll(List.of("--network", network.name().toLowerCase(Locale.ROOT)));
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
                + (faults.isEmpty() ? "" : ", faults " + faults)
                + scenario.calls().text();
    }

    /** What is not as usual about the world of a run, as the end of a sentence. */
    static String world(WorldOptions options) {
        String network = options.network().name().toLowerCase(Locale.ROOT);
        return (options.network() == Network.REORDERING ? "" : ", network " + network)
                + (options.timed() ? "" : ", untimed");
    }

    /** {@code 1 node}, {@code 2 nodes}. */
    static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
