package dev.plumb.cli;

import dev.plumb.core.Model;
import dev.plumb.core.ParseCheck;
import dev.plumb.core.ParseResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumb parse}. */
@Command(
        name = "parse",
        mixinStandardHelpOptions = true,
        description = "Says whether modules parse, and where not, what to do about it.",
        footer = {
            "",
            "Examples:",
            "  plumb parse specs       all modules below a folder",
            "  plumb parse TwoPhase    the one of that name",
            "",
            "Exit code: 0 if all parse, 150 if one does not; all others: plumb --help."
        })
public final class ParseCommand implements PlumbCommand {
    private static final int DOES_NOT_PARSE = 150;

    @Parameters(
            paramLabel = "SPEC",
            arity = "1..*",
            description = "A .tla, a folder of them, or the name of a module below specs/.")
    private List<String> specs = new ArrayList<>();

    @Option(names = "--json", description = "Print results as JSON, a line each.")
    private boolean json;

    @Mixin
    private TlcOption tlc = new TlcOption();

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(command).commandLine().getOut();
        List<Model> modules = CommonOptions.specs().modules(specs);
        ParseCheck check = new ParseCheck(tlc.tlc());
        ParseText text = new ParseText();
        List<String> rejected = new ArrayList<>();
        for (Model module : modules) {
            ParseResult result = check.check(module);
            out.print(json ? ParseJson.line(result) + "\n" : text.of(result));
            out.flush();
            if (!result.parses()) {
                rejected.add(module.moduleName());
            }
        }
        if (modules.size() > 1 && !json) {
            out.println(summary(modules.size(), rejected));
        }
        return rejected.isEmpty() ? 0 : DOES_NOT_PARSE;
    }

    /** {@code 5 modules: 4 parse, 1 not (Lease)}. */
    private static String summary(int all, List<String> rejected) {
        return all + " modules: " + (all - rejected.size()) + " parse"
                + (rejected.isEmpty() ? "" : ", " + rejected.size() + " not (" + String.join(", ", rejected) + ")");
    }
}
