package dev.plumb.simulation.commands;

import dev.plumb.cli.CommonOptions;
import dev.plumb.cli.ExitCodes;
import dev.plumb.cli.PlumbCommand;
import dev.plumb.simulation.Protocol;
import dev.plumb.simulation.drive.Protocols;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.world.WorldOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumb bugs}. */
@Command(
        name = "bugs",
        mixinStandardHelpOptions = true,
        description = "Plants each bug of a protocol, and says which checks catch it, and at what price.",
        footer = {
            "",
            "Checks: invariant   every state of small worlds, with a crash in one of them",
            "        history     what clients see in random runs with crashes and lost messages",
            "        refinement  every step of small worlds, with a crash in one of them, against the spec",
            "        trace       random runs with crashes and lost messages, validated against the spec",
            "        spec        TLC on the spec with the same fault",
            "",
            "Examples:",
            "  plumb bugs twophase",
            "  plumb bugs twophase --bug hasty-commit --json",
            "",
            "Exit code: 0 if each bug is caught and the protocol without one is not, else 5;",
            "  all others: plumb --help."
        })
public final class BugsCommand implements PlumbCommand {
    @Mixin
    private ProtocolOptions protocol = new ProtocolOptions();

    @Option(names = "--bug", paramLabel = "BUG", description = "This one only; may be repeated.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "300",
            description = "Random runs for a bug to show itself (default: ${DEFAULT-VALUE}).")
    private int runs = 300;

    @Option(
            names = "--states",
            paramLabel = "N",
            defaultValue = "300000",
            description = "States of a world for a bug to show itself (default: ${DEFAULT-VALUE}).")
    private long states = 300_000;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() throws IOException {
        ProtocolOptions.atLeastOne("--runs", runs);
        List<String> bugs = new ArrayList<>(List.of(Protocol.NO_BUG));
        bugs.addAll(only.isEmpty() ? Protocols.named(protocol.protocol()).bugs() : only);
        LiveLine live = new LiveLine(options, Objects.requireNonNull(command));
        BugCheckers checkers = new BugCheckers(protocol.protocol(), protocol.nodes(), runs, states, options, live);
        boolean isAsItShouldBe = true;
        for (String bug : bugs) {
            boolean isBug = !bug.equals(Protocol.NO_BUG);
            Map<String, Catch> catches = catches(checkers, bug);
            live.clear();
            print(bug, catches);
            isAsItShouldBe &= isBug == catches.values().stream().anyMatch(Catch::isCaught);
        }
        return isAsItShouldBe ? 0 : ExitCodes.EXPECTATION_DIFFERS;
    }

    private static Map<String, Catch> catches(BugCheckers checkers, String bug) throws IOException {
        Map<String, Catch> catches = new LinkedHashMap<>();
        catches.put("invariant", checkers.invariant(bug));
        catches.put("history", checkers.history(bug));
        catches.put("refinement", checkers.refinement(bug));
        catches.put("trace", checkers.trace(bug));
        catches.put("spec", checkers.spec(bug));
        return catches;
    }

    /** A bug takes a while, so each is told as soon as it is known. */
    private void print(String bug, Map<String, Catch> catches) {
        PrintWriter out = Objects.requireNonNull(command).commandLine().getOut();
        if (options.json()) {
            out.println(json(bug, catches));
        } else {
            boolean isBug = !bug.equals(Protocol.NO_BUG);
            out.println(isBug ? bug : "(no bug)");
            catches.forEach((checker, caught) ->
                    out.printf(Locale.ROOT, "  %-7s %-11s %s%n", word(caught, isBug), checker, caught.text()));
        }
        out.flush();
    }

    private static String word(Catch caught, boolean isBug) {
        return switch (caught.result()) {
            case NONE -> "";
            case CAUGHT -> isBug ? "caught" : "FALSE";
            case MISSED -> isBug ? "missed" : "clean";
        };
    }

    private String json(String bug, Map<String, Catch> catches) {
        Scenario scenario = new Scenario(protocol.protocol(), protocol.nodes(), bug, WorldOptions.TIMED);
        return JsonLine.of(scenario, out -> {
            for (Map.Entry<String, Catch> each : catches.entrySet()) {
                out.writeObjectFieldStart(each.getKey());
                each.getValue().write(out);
                out.writeEndObject();
            }
        });
    }
}
