package dev.plumb.simulation.commands;

import dev.plumb.cli.CommonOptions;
import dev.plumb.cli.ExitCodes;
import dev.plumb.cli.PlumbCommand;
import dev.plumb.core.Problems;
import dev.plumb.simulation.Protocol;
import dev.plumb.simulation.drive.Protocols;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.traces.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
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
            "Checks: invariant   every state of small worlds",
            "        history     what clients see in random runs",
            "        refinement  every step of small worlds, against the spec",
            "        trace       random runs, validated against the spec",
            "        spec        TLC on the spec with the same fault",
            "",
            "Small worlds are that of specifications, where messages may come again, and",
            "one with a crash; of PROTOCOL-small where there is one. Random runs have",
            "crashes and a lost message, and in every other one nothing takes time. A",
            "protocol that takes silence for a crash is tried only where messages arrive,",
            "and in time.",
            "",
            "They say caught   something is wrong, on a shortest way, or in a run made small",
            "         missed   nothing is wrong with what was looked at",
            "         unknown  something could not be judged, and the rest is not wrong",
            "         clean    and FALSE: missed and caught, where there is no bug",
            "",
            "Examples:",
            "  plumb bugs twophase",
            "  plumb bugs twophase --bug hasty-commit --json",
            "",
            "Exit code: 0 if each bug is caught and the protocol without one is clean,",
            "  else 5, or that of a check that could not judge; all others: plumb --help."
        })
public final class BugsCommand implements PlumbCommand {
    @Mixin
    private ProtocolOptions protocol = new ProtocolOptions();

    @Option(names = "--bug", paramLabel = "BUG", description = "This one only; may be repeated.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "500",
            description = "Random runs for a bug to show itself (default: ${DEFAULT-VALUE}).")
    private int runs = 500;

    @Option(
            names = "--states",
            paramLabel = "N",
            defaultValue = "150000",
            description = "States of a small world to visit (default: ${DEFAULT-VALUE}).")
    private long states = 150_000;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() throws IOException {
        ProtocolOptions.atLeastOne("--runs", runs);
        ProtocolOptions.atLeastOne("--states", states);
        Folders.check("--out", options.out());
        Protocol tried = Protocols.named(protocol.protocol());
        List<String> bugs = new ArrayList<>(List.of(Protocol.NO_BUG));
        bugs.addAll(only.isEmpty() ? tried.bugs() : only);
        bugs.forEach(bug -> scenario(bug).deployment()); // what there is not is told before the work begins
        LiveLine live = new LiveLine(options, commandLine().getErr());
        BugCheckers checkers = new BugCheckers(tried, protocol.nodes(), runs, states, options, live);
        List<Integer> codes = new ArrayList<>();
        for (String bug : bugs) {
            Map<String, Catch> catches = catches(checkers, bug);
            live.clear();
            print(bug, catches);
            codes.add(exitCode(bug, catches.values()));
        }
        return ExitCodes.worst(codes);
    }

    private static Map<String, Catch> catches(BugCheckers checkers, String bug) throws IOException {
        Map<String, Catch> catches = new LinkedHashMap<>();
        catches.put("invariant", judged(() -> checkers.invariant(bug)));
        catches.put("history", judged(() -> checkers.history(bug)));
        catches.put("refinement", judged(() -> checkers.refinement(bug)));
        catches.put("trace", judged(() -> checkers.trace(bug)));
        catches.put("spec", judged(() -> checkers.spec(bug)));
        return catches;
    }

    /** The others go on where one cannot do its work. */
    private static Catch judged(Checker checker) throws IOException {
        try {
            return checker.look();
        } catch (Problem problem) {
            return Catch.unknown(Optional.empty(), "", Problems.outcome(problem));
        }
    }

    private interface Checker {
        Catch look() throws IOException;
    }

    /** A bug has to be caught by one of them; what could not be judged matters where nothing must be found. */
    static int exitCode(String bug, Collection<Catch> catches) {
        boolean isBug = !bug.equals(Protocol.NO_BUG);
        boolean isCaught = catches.stream().anyMatch(Catch::isCaught);
        if (isBug && isCaught) {
            return 0;
        }
        List<Integer> codes = new ArrayList<>();
        if (isBug || isCaught) {
            codes.add(ExitCodes.EXPECTATION_DIFFERS);
        }
        catches.forEach(each -> codes.add(each.exitCode()));
        return ExitCodes.worst(codes);
    }

    /** A bug takes a while, so each is told as soon as it is known. */
    private void print(String bug, Map<String, Catch> catches) {
        PrintWriter out = commandLine().getOut();
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
            case UNKNOWN -> "unknown";
        };
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(command).commandLine();
    }

    private Scenario scenario(String bug) {
        return new Scenario(protocol.protocol(), protocol.nodes(), bug, WorldOptions.TIMED);
    }

    private String json(String bug, Map<String, Catch> catches) {
        return JsonLine.of(scenario(bug), out -> {
            for (Map.Entry<String, Catch> each : catches.entrySet()) {
                out.writeObjectFieldStart(each.getKey());
                each.getValue().write(out);
                out.writeEndObject();
            }
        });
    }
}
