package dev.plumb.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumb.core.Model;
import dev.plumb.core.Translation;
import dev.plumb.core.Translation.Status;
import dev.plumb.core.Translator;
import dev.plumb.report.JsonReport;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumb translate}. */
@Command(
        name = "translate",
        mixinStandardHelpOptions = true,
        description = "Translates PlusCal to TLA+ within its module, or says whether that is still to be done.",
        footer = {
            "",
            "Examples:",
            "  plumb translate Peterson.tla     writes the translation into the module",
            "  plumb translate --check specs    is each algorithm translated? Touches nothing",
            "",
            "Exit code: 0 if all translations are up to date, 5 if --check finds one that is missing or stale,",
            "150 if an algorithm cannot be translated; all others: plumb --help."
        })
public final class TranslateCommand implements PlumbCommand {
    private static final int DOES_NOT_PARSE = 150;

    @Parameters(
            paramLabel = "SPEC",
            arity = "1..*",
            description = "A .tla, a folder of them, or the name of a module below specs/.")
    private List<String> specs = new ArrayList<>();

    @Option(names = "--check", description = "Only say whether translations are missing or stale.")
    private boolean check;

    @Option(names = "--json", description = "Print results as JSON, a line each.")
    private boolean json;

    @Mixin
    private TlcOption tlc = new TlcOption();

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() {
        List<Model> modules = CommonOptions.specs().modules(specs);
        Translator translator = new Translator(tlc.tlc());
        List<Status> found = new ArrayList<>();
        for (Model module : modules) {
            Translation translation = check ? translator.check(module.module()) : translator.translate(module.module());
            found.add(translation.status());
            print(translation, modules.size() > 1);
        }
        if (modules.size() > 1 && !json) {
            out().println(summary(found));
        }
        return ExitCodes.worst(found.stream().map(this::exitCode).toList());
    }

    private int exitCode(Status status) {
        if (status == Status.UNTRANSLATABLE) {
            return DOES_NOT_PARSE;
        }
        return check && status.differs() ? ExitCodes.EXPECTATION_DIFFERS : 0;
    }

    /** Among several modules those without an algorithm are only counted. */
    private void print(Translation translation, boolean several) {
        if (json) {
            out().println(line(translation));
        } else if (translation.status() != Status.NO_ALGORITHM || !several) {
            out().println(word(translation.status()) + "  " + translation.module());
            boolean open = check || !translation.status().differs();
            translation.problem().filter(problem -> open).ifPresent(problem -> out().println(Excerpt.in(problem)));
        }
        out().flush();
    }

    private String word(Status status) {
        boolean done = !check && status.differs();
        return done
                ? "TRANSLATED"
                : status == Status.NO_ALGORITHM ? "NO PLUSCAL" : words(status).toUpperCase(Locale.ROOT);
    }

    private static String words(Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code 14 modules: 3 up to date, 1 stale, 10 no algorithm}. */
    private static String summary(List<Status> found) {
        Map<Status, Long> counts = found.stream().collect(groupingBy(status -> status, TreeMap::new, counting()));
        List<String> parts = new ArrayList<>();
        counts.forEach((status, count) -> parts.add(count + " " + words(status)));
        return found.size() + " modules: " + String.join(", ", parts);
    }

    private String line(Translation translation) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("plumb", 1).put("check", "translation");
        root.put("module", translation.module().toString())
                .put("found", words(translation.status()))
                .put("written", !check && translation.status().differs());
        translation.problem().ifPresent(problem -> root.set("problem", JsonReport.problem(problem)));
        return root.toString();
    }

    private PrintWriter out() {
        return Objects.requireNonNull(command).commandLine().getOut();
    }
}
